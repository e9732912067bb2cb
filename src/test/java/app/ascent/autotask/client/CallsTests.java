package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class CallsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Calls calls = new Calls(meters);
    private final Retries retries = new Retries(new AutotaskProperties(
            null,
            List.of(),
            null,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1),
            DataSize.ofKilobytes(1)));

    @Test
    void countsEachTryByEntityAndStatus() throws Exception {
        calls.recorded("Companies", () -> answer(200));
        calls.recorded("Companies", () -> answer(200));
        calls.recorded("Companies", () -> answer(429));
        calls.recorded("Contacts", () -> answer(200));

        assertThat(count("Companies", "200")).isEqualTo(2);
        assertThat(count("Companies", "429")).isEqualTo(1);
        assertThat(count("Contacts", "200")).isEqualTo(1);
    }

    @Test
    void countsATryThatGotNoAnswer() {
        assertThatThrownBy(() -> calls.recorded("Companies", () -> {
                    throw new Unavailable("Autotask is not answering.", null);
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(count("Companies", "none")).isEqualTo(1);
    }

    @Test
    void labelsFiguresWithNothingOfTheTenant() throws Exception {
        calls.recorded("Companies", () -> answer(200));
        calls.waited("granted", Duration.ofMillis(3));

        assertThat(meters.getMeters())
                .flatMap(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .containsOnly("entity", "status", "outcome");
    }

    @Test
    void givesAllTriesOfAReadOneId() throws Exception {
        List<String> ids = new ArrayList<>();

        retries.run(() -> {
            ids.add(MDC.get(Calls.ID));
            if (ids.size() < 3) {
                throw new Unavailable("Not yet.", null);
            }
            return "";
        });
        retries.run(() -> ids.add(MDC.get(Calls.ID)));

        assertThat(ids).hasSize(4).doesNotContainNull();
        assertThat(ids.subList(0, 3)).containsOnly(ids.getFirst());
        assertThat(ids.getLast()).isNotEqualTo(ids.getFirst());
        assertThat(MDC.get(Calls.ID)).isNull();
    }

    @Test
    void saysWhatBecameOfACallThatFailedAndNothingOfItsAnswer(CapturedOutput output) throws Exception {
        calls.recorded("Companies", () -> answer(502));

        assertThat(output).contains("Autotask answered 502 to a question about Companies in ");
        assertThat(output).doesNotContain("Fjordlight");
    }

    private long count(String entity, String status) {
        return meters.get("ascent.autotask.calls")
                .tag("entity", entity)
                .tag("status", status)
                .timer()
                .count();
    }

    private static Answer answer(int status) {
        return new Answer(status, Body.of("{\"companyName\":\"Fjordlight\"}"), null);
    }
}
