package app.ascent.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long an API token may live. One that nobody remembers must not open for ever. */
public enum TokenLife {
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    TokenLife(int days) {
        this.days = days;
    }

    /** As a form sends it. */
    public static Optional<TokenLife> ofDays(String days) {
        return Arrays.stream(values())
                .filter(life -> String.valueOf(life.days).equals(days))
                .findAny();
    }

    public int days() {
        return days;
    }

    Duration duration() {
        return Duration.ofDays(days);
    }
}
