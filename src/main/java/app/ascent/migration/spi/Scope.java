package app.ascent.migration.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an import takes: which kinds of record, and how far back.
 *
 * @param since a day, for {@link History#SINCE} alone
 * @param zone in which that day begins
 * @param leftOut kinds, by the names of their first types
 */
public record Scope(History history, @Nullable LocalDate since, @Nullable ZoneId zone, Set<String> leftOut) {

    /** How far back it goes; open work never falls behind it. It is for each type to say how it is filtered by that. */
    public enum History {
        ALL,
        /** What something happened to since a day, and what is open. */
        SINCE,
        /** What is open. */
        NONE
    }

    public static final Scope EVERYTHING = new Scope(History.ALL, null, null, Set.of());

    public Scope {
        if ((history == History.SINCE) != (since != null) || (since == null) != (zone == null)) {
            throw new IllegalArgumentException("A day with its zone belongs to SINCE, and to nothing else");
        }
        leftOut = Set.copyOf(leftOut);
    }

    public boolean takes(EntityType kind) {
        return !leftOut.contains(kind.name());
    }

    /** As far back as this one goes, of the kinds that the other takes. */
    public Scope within(Scope other) {
        return new Scope(history, since, zone, other.leftOut);
    }

    /** When that day begins, or null where there is none. */
    public @Nullable Instant from() {
        return since == null || zone == null ? null : since.atStartOfDay(zone).toInstant();
    }
}
