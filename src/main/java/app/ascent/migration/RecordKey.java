package app.ascent.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a row stands in the lists of records, so that the next page may begin behind it.
 *
 * @param entity as the engine has it, with its part
 * @param severity of the remark; of no meaning where there is none
 * @param origin empty without a remark
 */
public record RecordKey(int severity, String entity, long sourceId, String origin, int ordinal) {

    /** Before every row. */
    static final RecordKey FIRST = new RecordKey(-1, "", Long.MIN_VALUE, "", -1);

    private static final Pattern FORM =
            Pattern.compile("(\\d)\\.([A-Za-z]+(?::[A-Za-z]+)?)\\.(-?\\d{1,19})\\.([A-Z]*)\\.(\\d{1,9})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is no key
     */
    public static RecordKey of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No key of a record");
        }
        return new RecordKey(
                Integer.parseInt(parts.group(1)),
                parts.group(2),
                Long.parseLong(parts.group(3)),
                parts.group(4),
                Integer.parseInt(parts.group(5)));
    }

    @Override
    public String toString() {
        return "%d.%s.%d.%s.%d".formatted(severity, entity, sourceId, origin, ordinal);
    }
}
