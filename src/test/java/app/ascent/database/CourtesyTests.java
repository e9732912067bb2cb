package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work gives way to people, and to nobody else. */
class CourtesyTests {

    private final Courtesy courtesy = new Courtesy();

    @Test
    void isForWhoeverIsBeingAnswered() {
        Courtesy.Answering page = courtesy.begin();
        assertThat(waitsAfter(Duration.ofSeconds(1))).isTrue();

        page.close();
        assertThat(waitsAfter(Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void isNotForARequestThatNeverEnds() {
        try (Courtesy.Answering _ = courtesy.begin()) {
            assertThat(waitsAfter(Duration.ofSeconds(10))).isFalse();
        }
    }

    @Test
    void endsWhenTheNodeLeaves() {
        try (Courtesy.Answering _ = courtesy.begin()) {
            courtesy.leave();

            assertThat(waitsAfter(Duration.ofSeconds(1))).isFalse();
        }
    }

    private boolean waitsAfter(Duration time) {
        return courtesy.somebodyWaits(Duration.ofMillis(300), System.nanoTime() + time.toNanos());
    }
}
