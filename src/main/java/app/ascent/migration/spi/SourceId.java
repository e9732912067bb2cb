package app.ascent.migration.spi;

/** The id of a record at its source: 64 bits, and 0 is as valid as any other. */
public record SourceId(long value) implements Comparable<SourceId> {

    @Override
    public int compareTo(SourceId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
