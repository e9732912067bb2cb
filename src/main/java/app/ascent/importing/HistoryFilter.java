package app.ascent.importing;

import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How records of an entity are filtered by how far back an import goes. What is open comes first, however far that is, so that
 * people can go on with their work while history is read.
 *
 * @param open what has not come to its end
 * @param since to what something happened since a moment
 */
public record HistoryFilter(Condition open, Function<Instant, Condition> since) {

    private static final String EVERYTHING = "";
    private static final String OPEN = "open";
    private static final String SINCE = "since";

    /** By a moment, as the field in which Autotask keeps it. */
    public static HistoryFilter of(Condition open, String lastActivity) {
        return new HistoryFilter(open, from -> Condition.gte(lastActivity, from.toString()));
    }

    /** What comes one behind the other; the last one is all there is in the scope. */
    List<String> waves(History history) {
        return switch (history) {
            case ALL -> List.of(OPEN, EVERYTHING);
            case SINCE -> List.of(OPEN, SINCE);
            case NONE -> List.of(OPEN);
        };
    }

    EntityQuery query(String entity, Scope scope, String wave) {
        return switch (wave) {
            case OPEN -> EntityQuery.of(entity, open);
            case SINCE ->
                EntityQuery.of(entity, Condition.any(open, since.apply(Objects.requireNonNull(scope.from()))));
            case EVERYTHING -> EntityQuery.of(entity);
            default -> throw new IllegalArgumentException("There is no wave " + wave);
        };
    }
}
