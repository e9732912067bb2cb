package app.ascent.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeldomTests {

    private static final Instant NOW = Instant.parse("2026-03-28T18:40:00Z");

    @Test
    void tellsTheSameAgainAfterAPause() {
        Seldom seldom = new Seldom(Duration.ofMinutes(10), 100, 100);

        assertThat(seldom.isTime("Ines", "one", NOW)).isTrue();
        assertThat(seldom.isTime("Ines", "one", NOW.plusSeconds(599))).isFalse();
        assertThat(seldom.isTime("Ines", "another", NOW.plusSeconds(599))).isTrue();
        assertThat(seldom.isTime("Ines", "one", NOW.plusSeconds(600))).isTrue();
    }

    @Test
    void tellsOnlySoMuchOfOneThatThereIsRoomForOthers() {
        Seldom seldom = new Seldom(Duration.ofMinutes(10), 100, 10);

        assertThat(IntStream.range(0, 1_000).filter(each -> seldom.isTime("Max", each, NOW)))
                .hasSizeBetween(10, 11);
        assertThat(seldom.isTime("Ines", "one", NOW)).isTrue();
    }

    @Test
    void forgetsTheEldestRatherThanFillTheMemory() {
        Seldom seldom = new Seldom(Duration.ofMinutes(10), 100_000, 100_000);
        assertThat(IntStream.range(0, 10_001).allMatch(each -> seldom.isTime("Max", each, NOW)))
                .isTrue();

        assertThat(seldom.isTime("Max", 10_000, NOW)).isFalse();
        assertThat(seldom.isTime("Max", 0, NOW)).isTrue();
    }

    @Test
    void tellsOnlySoMuchInAnHourWhateverItIs() {
        Seldom seldom = new Seldom(Duration.ofMinutes(10), 50, 10);

        assertThat(IntStream.range(0, 1_000).filter(each -> seldom.isTime(each, each, NOW)))
                .hasSizeBetween(50, 51);
    }
}
