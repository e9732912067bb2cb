package app.ascent.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of the organization, both of them included; null sets no bound. */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final DateRange ANY = new DateRange(null, null);
}
