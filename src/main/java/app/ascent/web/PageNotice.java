package app.ascent.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A message for the page after a redirect, as flash attribute {@link #ATTRIBUTE}; the layout shows it on top. It is
 * serializable because sessions live in the database.
 *
 * @param kind {@code good, caution, bad, active} or {@code neutral}; {@code bad} is announced at once
 */
public record PageNotice(String kind, @Nullable String title, @Nullable String text) implements Serializable {

    public static final String ATTRIBUTE = "notice";

    /** What was asked for has been done. */
    public static PageNotice done(String text) {
        return new PageNotice("good", null, text);
    }

    /** What was asked for was not done. */
    public static PageNotice refused(String title, @Nullable String text) {
        return new PageNotice("bad", title, text);
    }
}
