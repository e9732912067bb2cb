package app.ascent.autotask;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Hours of each day that belong to people and other integrations; past midnight when they end before they begin. */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    public QuietHours {
        if (from.equals(to)) {
            throw new PaceRefused(
                    "to", "Quiet hours cannot begin and end at the same time; leave both empty for none.");
        }
    }

    /** When they end, if it is quiet now. Where the clock is put forward over their end, they end with the jump. */
    public Optional<Instant> until(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        boolean quiet = from.isBefore(to) ? begun && !over : begun || !over;
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = here.toLocalDate().plusDays(over ? 1 : 0).atTime(to).atZone(zone);
        return Optional.of(end.toInstant());
    }
}
