package app.ascent.autotask.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What came back over the wire, not yet judged. */
public record Answer(int status, Body body, @Nullable String retryAfterHeader) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Autotask counts calls over a rolling hour; a longer wait can only be a mistake, and would stall a run for years. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** How long Autotask asks to wait, said in seconds or as a date; null when it does not say. */
    @Nullable
    Duration retryAfter(Clock clock) {
        if (retryAfterHeader == null) {
            return null;
        }
        String text = retryAfterHeader.strip();
        try {
            Duration wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        } catch (DateTimeException e) {
            return null; // as good as none: the caller then chooses the pause
        }
    }

    /** Bodies hold customers' data. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.size() + " bytes]";
    }
}
