package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HealthLogTests {

    private final AtomicReference<Health> standing =
            new AtomicReference<>(Health.up().build());
    private final HealthIndicator part = (HealthIndicator)
            new HealthLog().postProcessAfterInitialization((HealthIndicator) standing::get, "schedulerHealthIndicator");

    @Test
    void saysWhichPartIsNotWellAndWhyOnce(CapturedOutput output) {
        ask();
        assertThat(output).as("a part that was always well").doesNotContain("Health:");

        standing.set(Health.down().withDetail("polledAt", "14:51").build());
        ask();
        ask();
        standing.set(Health.up().build());
        ask();

        assertThat(output.toString().lines().filter(line -> line.contains("Health:")))
                .satisfiesExactly(
                        down -> assertThat(down)
                                .contains("WARN")
                                .endsWith("Health: scheduler is DOWN, {polledAt=14:51}"),
                        again -> assertThat(again)
                                .contains("INFO")
                                .endsWith("Health: scheduler is UP again, it was DOWN"));
    }

    @Test
    void saysNoMoreToWhoAsksThanThePartItself() {
        standing.set(Health.down().withDetail("reason", "none").build());

        assertThat(part.health(false)).isEqualTo(Health.down().build());
        assertThat(part.health(true)).isEqualTo(standing.get());
    }

    private void ask() {
        part.health();
    }
}
