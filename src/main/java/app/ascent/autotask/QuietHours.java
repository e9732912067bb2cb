package app.ascent.autotask;

import java.time.DateTimeException;
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

    /**
     * As somebody typed them: {@code 08:00}, {@code 17:30}, {@code Europe/Berlin}.
     *
     * @throws PaceRefused naming the first value that is none
     */
    public static QuietHours of(String from, String to, String zone) {
        return new QuietHours(time("from", from), time("to", to), zone(zone));
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new PaceRefused(field, "Enter a time of day such as 08:00.");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new PaceRefused("zone", "There is no time zone of that name; one is called Europe/Berlin.");
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
