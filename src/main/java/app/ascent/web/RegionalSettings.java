package app.ascent.web;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the organization of whoever looks at a page has times and dates written.
 *
 * @param zone null where nobody has chosen one: the installation's counts then
 * @param language the English that pages are read in, by screen readers too
 */
public record RegionalSettings(@Nullable ZoneId zone, DateStyle dateStyle, Locale language) {

    /** What counts where nobody is signed in, and until an organization chooses. */
    static final RegionalSettings NONE = new RegionalSettings(null, DateStyle.DAY_MONTH_YEAR, Locale.ENGLISH);
}
