package app.ascent.journey.api;

import app.ascent.importing.MigrationScope;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What imports take.
 *
 * @param since for {@code SINCE}, the day from which on history is imported; what is open is, however old
 * @param entities one for each kind of record, by the name of its first type
 */
public record ScopeResponse(History history, @Nullable LocalDate since, List<Kind> entities, Files files) {

    public record Kind(String entity, boolean included) {}

    /**
     * Which files are imported.
     *
     * @param since the day from which on; null for files of any age
     * @param upTo bytes; null for files of any size that Ascent keeps
     */
    public record Files(@Nullable LocalDate since, @Nullable Long upTo) {}

    public static ScopeResponse of(Scope scope, List<MigrationScope.Kind> kinds) {
        return new ScopeResponse(
                scope.history(),
                scope.since(),
                kinds.stream()
                        .map(kind -> new Kind(kind.name(), kind.included()))
                        .toList(),
                new Files(scope.limits().since(), scope.limits().upTo()));
    }
}
