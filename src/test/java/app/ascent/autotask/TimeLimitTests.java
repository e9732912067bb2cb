package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TimeLimitTests {

    @Test
    void endsCallsThatTakeTooLong() {
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> TimeLimit.within(Duration.ofMillis(50), () -> {
                    try {
                        new CountDownLatch(1).await();
                        return null;
                    } finally {
                        ended.set(true);
                    }
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(ended).isTrue();
    }

    @Test
    void letsFailuresOutAsTheyAre() {
        assertThatThrownBy(() -> TimeLimit.within(Duration.ofMinutes(1), () -> {
                    throw new CredentialsRejected();
                }))
                .isInstanceOf(CredentialsRejected.class);
        assertThatThrownBy(() -> TimeLimit.within(Duration.ofMinutes(1), () -> {
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
    }

    @Test
    void doesNotDisturbCallsThatEnd() throws InterruptedException {
        assertThat(TimeLimit.within(Duration.ofMinutes(1), () -> "made")).isEqualTo("made");
    }
}
