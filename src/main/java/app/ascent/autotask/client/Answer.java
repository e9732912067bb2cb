package app.ascent.autotask.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back over the wire, not yet judged. */
public record Answer(int status, Body body, @Nullable String retryAfterHeader) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Autotask counts calls over a rolling hour; a longer wait can only be a mistake, and would stall a run for years. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int DIGITS = 20;

    /** How long Autotask asks to wait, said in seconds or as a date; null when it does not say. */
    public @Nullable Duration retryAfter(Clock clock) {
        Duration seconds = seconds();
        Instant until = until();
        if (seconds == null && until == null) {
            return null;
        }
        Duration wait = seconds == null ? Duration.between(clock.instant(), until) : seconds;
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** Whether it says for how long to stay away. */
    boolean asksForABreak() {
        return seconds() != null || until() != null;
    }

    /** What the API says went wrong. */
    public List<String> errors() {
        return ErrorTexts.ofTheApi(body);
    }

    /** Whole seconds are the rule; servers that reckon in milliseconds have been seen to write {@code 299.997}. */
    private @Nullable Duration seconds() {
        String text = retryAfterHeader == null ? "" : retryAfterHeader.strip();
        boolean plain = !text.isEmpty()
                && text.length() <= DIGITS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        if (!plain) {
            return null;
        }
        try {
            BigDecimal seconds = new BigDecimal(text).min(BigDecimal.valueOf(LONGEST.toSeconds()));
            return Duration.ofMillis(
                    seconds.movePointRight(3).setScale(0, RoundingMode.UP).longValueExact());
        } catch (NumberFormatException e) {
            return null; // several points, or nothing but one
        }
    }

    private @Nullable Instant until() {
        if (retryAfterHeader == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(retryAfterHeader.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
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
