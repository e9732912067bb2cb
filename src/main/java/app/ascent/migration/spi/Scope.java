package app.ascent.migration.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an import takes: which kinds of record, and how far back.
 *
 * @param since a day, for {@link History#SINCE} alone
 * @param zone in which that day begins
 * @param leftOut kinds, by the names of their first types
 * @param limits of content
 */
public record Scope(
        History history, @Nullable LocalDate since, @Nullable ZoneId zone, Set<String> leftOut, Limits limits) {

    /** How far back it goes; open work never falls behind it. It is for each type to say how it is filtered by that. */
    public enum History {
        ALL,
        /** What something happened to since a day, and what is open. */
        SINCE,
        /** What is open. */
        NONE
    }

    /**
     * Limits of records that stand for content.
     *
     * @param since a day before which none is taken; null for any
     * @param zone in which that day begins
     * @param upTo bytes that one may have; null for any number
     */
    public record Limits(@Nullable LocalDate since, @Nullable ZoneId zone, @Nullable Long upTo) {

        public static final Limits NONE = new Limits(null, null, null);

        public Limits {
            if ((since == null) != (zone == null) || upTo != null && upTo <= 0) {
                throw new IllegalArgumentException("A day goes with its zone, and content has bytes");
            }
        }

        /** Of what nobody tells, nothing can be said against it. */
        public boolean takes(@Nullable Instant at, OptionalLong bytes) {
            return (at == null || since == null || !at.isBefore(begin(since, zone)))
                    && (upTo == null || bytes.isEmpty() || bytes.getAsLong() <= upTo);
        }
    }

    public static final Scope EVERYTHING = new Scope(History.ALL, null, null, Set.of());

    public Scope {
        if ((history == History.SINCE) != (since != null) || (since == null) != (zone == null)) {
            throw new IllegalArgumentException("A day with its zone belongs to SINCE, and to nothing else");
        }
        leftOut = Set.copyOf(leftOut);
    }

    /** Without limits. */
    public Scope(History history, @Nullable LocalDate since, @Nullable ZoneId zone, Set<String> leftOut) {
        this(history, since, zone, leftOut, Limits.NONE);
    }

    public boolean takes(EntityType kind) {
        return !leftOut.contains(kind.name());
    }

    /** As far back as this one goes, of the kinds that the other takes. */
    public Scope within(Scope other) {
        return new Scope(history, since, zone, other.leftOut, limits);
    }

    /** When that day begins, or null where there is none. */
    public @Nullable Instant from() {
        return since == null ? null : begin(since, zone);
    }

    private static Instant begin(LocalDate day, @Nullable ZoneId zone) {
        return day.atStartOfDay(Objects.requireNonNull(zone)).toInstant();
    }
}
