package app.ascent.journey.progress;

import static app.ascent.journey.Imagined.progress;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.journey.Totals;
import app.ascent.journey.Workshop;
import app.ascent.migration.EntityStatus;
import app.ascent.web.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTests {

    private final Texts texts = new Workshop().texts;

    private static final Totals HALF = Totals.of(progress("contacts", EntityStatus.PULLING, 100L, 60, 50, 0, 0));

    @Test
    void goesByTheSpeedOfTheWholeRun() {
        assertThat(TimeLeft.estimate(HALF, Duration.ofSeconds(30))).contains(Duration.ofSeconds(30));
    }

    @Test
    void saysNothingInTheFirstSeconds() {
        assertThat(TimeLeft.estimate(HALF, Duration.ofSeconds(4))).isEmpty();
    }

    @Test
    void saysNothingWhereNothingCanBeKnown() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(TimeLeft.estimate(Totals.of(progress("contacts", EntityStatus.PULLING, 9L, 0, 0, 0, 0)), minute))
                .isEmpty();
        assertThat(TimeLeft.estimate(Totals.of(progress("contacts", EntityStatus.PULLING, null, 9, 9, 0, 0)), minute))
                .isEmpty();
        assertThat(TimeLeft.estimate(Totals.of(progress("contacts", EntityStatus.DONE, 9L, 9, 9, 0, 0)), minute))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, Less than a minute left",
        "59, Less than a minute left",
        "60, About 1 minute left",
        "61, About 2 minutes left",
        "3480, About 58 minutes left",
        "3600, About 1 h 00 min left",
        "4200, About 1 h 10 min left",
        "4201, About 1 h 15 min left"
    })
    void roundsUpInWords(long seconds, String words) {
        assertThat(TimeLeft.inWords(Duration.ofSeconds(seconds), texts)).isEqualTo(words);
    }
}
