package app.ascent.assets;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Why somebody should look at a warranty on some day: it is over, or soon will be. */
public enum Warranty {
    EXPIRED,
    WITHIN_30_DAYS;

    /** How many days before its end a warranty is looked at. */
    static final int SOON = 30;

    /** Null where nobody need look at it. */
    static @Nullable Warranty on(LocalDate today, @Nullable LocalDate end) {
        if (end == null || ChronoUnit.DAYS.between(today, end) > SOON) {
            return null;
        }
        return end.isBefore(today) ? EXPIRED : WITHIN_30_DAYS;
    }
}
