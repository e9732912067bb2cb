package app.ascent.journey;

import app.ascent.web.Formats;
import org.jspecify.annotations.Nullable;

/**
 * A count in a table.
 *
 * @param text empty while it is not known
 * @param href the records it counts, where there are any to show
 */
public record Figure(String text, boolean zero, @Nullable String href) {

    public static final Figure UNKNOWN = new Figure("", false, null);

    public static Figure of(long count, Formats formats) {
        return new Figure(formats.count(count), count == 0, null);
    }

    public static Figure of(long count, Formats formats, String href) {
        return new Figure(formats.count(count), count == 0, count == 0 ? null : href);
    }
}
