package app.ascent.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The orders in which an organization may have its dates written. */
public enum DateStyle {
    DAY_MONTH_YEAR("d MMM uuuu"),
    MONTH_DAY_YEAR("MMM d, uuuu"),
    YEAR_MONTH_DAY("uuuu-MM-dd"),
    DAY_MONTH_YEAR_DOTS("dd.MM.uuuu"),
    DAY_MONTH_YEAR_SLASHES("dd/MM/uuuu"),
    MONTH_DAY_YEAR_SLASHES("MM/dd/uuuu");

    private final String pattern;

    DateStyle(String pattern) {
        this.pattern = pattern;
    }

    /** The last day of a year, so that nobody takes the month for the day: {@code 31 Dec 2026}. */
    public String example() {
        return formatter(Locale.ENGLISH).format(LocalDate.of(2026, 12, 31));
    }

    DateTimeFormatter formatter(Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language);
    }
}
