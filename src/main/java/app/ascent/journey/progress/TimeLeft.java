package app.ascent.journey.progress;

import app.ascent.journey.Totals;
import app.ascent.web.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a run still takes, in words. It goes by the speed of the whole run so far, which is steadier than that of the
 * last page; in the first seconds nobody can say, and so nothing is said.
 */
final class TimeLeft {

    private static final Duration TOO_EARLY = Duration.ofSeconds(5);
    private static final long STEP = 5;

    private TimeLeft() {}

    static Optional<Duration> estimate(Totals totals, Duration worked) {
        Long expected = totals.expected();
        long handled = totals.handled();
        if (totals.done() || expected == null || handled == 0 || worked.compareTo(TOO_EARLY) < 0) {
            return Optional.empty();
        }
        double millis = (double) worked.toMillis() * Math.max(0, expected - handled) / handled;
        return Optional.of(Duration.ofMillis((long) millis));
    }

    static String inWords(Duration left, Texts texts) {
        long minutes = Math.ceilDiv(left.toSeconds(), 60L);
        if (left.toSeconds() < 60) {
            return texts.say("left.moment");
        }
        if (minutes < 60) {
            return texts.say("left.minutes", minutes);
        }
        long rounded = Math.ceilDiv(minutes, STEP) * STEP;
        return texts.say("left.hours", Long.toString(rounded / 60), Long.toString(rounded % 60 / 10) + rounded % 10);
    }
}
