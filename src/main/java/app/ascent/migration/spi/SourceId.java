package app.ascent.migration.spi;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a record at its source: 64 bits, and 0 is as valid as any other.
 *
 * @param part outside of the engine, where the type is read from several entities that count apart: which of them; the engine
 *     has it with the type. See {@link SourceRef#listed}
 */
public record SourceId(@Nullable String part, long value) implements Comparable<SourceId> {

    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z]+):)?(-?\\d{1,18})");

    private static final Comparator<SourceId> ORDER = Comparator.comparing(
                    SourceId::part, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(SourceId::value);

    public SourceId(long value) {
        this(null, value);
    }

    /**
     * Reads {@code 12} and {@code ContractServices:12}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static SourceId of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("No id of a record");
        }
        return new SourceId(form.group(1), Long.parseLong(form.group(2)));
    }

    @Override
    public int compareTo(SourceId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return part == null ? Long.toString(value) : part + ":" + value;
    }
}
