package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class PracticeNoticeTests {

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8080");

    @Test
    void printsThePasswordThatEveryoneKnows(CapturedOutput output) {
        new PracticeNotice(environment, "owner@example.com", "practice-owner", "practice-owner").greet(ready());

        assertThat(output).contains("http://localhost:8080", "owner@example.com", "practice-owner");
    }

    @Test
    void keepsAPasswordOfOnesOwnToItself(CapturedOutput output) {
        new PracticeNotice(environment, "me@example.com", "my-own-password", "practice-owner").greet(ready());

        assertThat(output).contains("me@example.com").doesNotContain("my-own-password", "practice-owner");
    }

    @Test
    void saysNothingWhileNobodyCanComeIn(CapturedOutput output) {
        new PracticeNotice(environment, "owner@example.com", "practice-owner", "practice-owner")
                .greet(new AvailabilityChangeEvent<>(this, ReadinessState.REFUSING_TRAFFIC));

        assertThat(output).doesNotContain("owner@example.com");
    }

    private AvailabilityChangeEvent<ReadinessState> ready() {
        return new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC);
    }
}
