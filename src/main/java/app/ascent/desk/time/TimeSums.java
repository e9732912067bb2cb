package app.ascent.desk.time;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What some time entries come to, by how far they are on their way to an invoice. */
public record TimeSums(Map<BillingState, Sum> byState) {

    /**
     * @param minutes that were worked
     * @param billedMinutes what an invoice counts of them
     * @param since the first day among them
     */
    public record Sum(long entries, long minutes, long billedMinutes, @Nullable LocalDate since) {

        static final Sum NOTHING = new Sum(0, 0, 0, null);
    }

    public TimeSums {
        byState = byState.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byState));
    }

    public Sum of(BillingState state) {
        return byState.getOrDefault(state, Sum.NOTHING);
    }

    public long entries() {
        return all().mapToLong(Sum::entries).sum();
    }

    public long minutes() {
        return all().mapToLong(Sum::minutes).sum();
    }

    /** What an invoice counts, on whichever it is or may come to be. */
    public long billableMinutes() {
        return all().mapToLong(Sum::billedMinutes).sum();
    }

    private Stream<Sum> all() {
        return byState.values().stream();
    }
}
