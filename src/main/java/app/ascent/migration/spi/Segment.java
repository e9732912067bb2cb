package app.ascent.migration.spi;

/**
 * A stretch of what is pulled of a type.
 *
 * @param wave 0 comes first, and is loaded before any other begins
 * @param filter which of {@link Pulled#waves(Scope)} it is; only the type knows what it means
 * @param after ids above this one; {@link #START} for all
 * @param upTo up to and with this one; {@link #OPEN} where nobody knows how far they go
 */
public record Segment(int wave, String filter, long after, long upTo) {

    /** Before the first record; id 0 lies behind it. */
    public static final long START = -1;

    public static final long OPEN = Long.MAX_VALUE;

    /** All there is. */
    public static final Segment WHOLE = new Segment(0, "", START, OPEN);

    /** Whether a record lies in the stretch. */
    public boolean holds(SourceId record) {
        return (after == START || record.value() > after) && record.value() <= upTo;
    }

    public boolean open() {
        return upTo == OPEN;
    }
}
