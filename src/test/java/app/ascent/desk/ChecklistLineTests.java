package app.ascent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of a checklist is one line of text, and an object for programs. */
class ChecklistLineTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ ] Reboot",
                "[ ]! Reboot",
                "[x] Reboot",
                "[x]!<Kjell Ström|2026-01-27T23:30:00Z> Reboot",
                "[x]<Kjell Ström|> Reboot",
                "[x]<|2026-01-27T23:30:00Z> Reboot <now> | later"
            })
    void isItsLine(String line) {
        assertThat(ChecklistLine.of(line).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "[ ] Reboot, Reboot",
        "[x]<Kjell|2026-01-27T23:30:00Z> Reboot, Reboot (done)",
        "[x]! Reboot, 'Reboot (important, done)'"
    })
    void isToldInWords(String line, String words) {
        assertThat(ChecklistLine.of(line).words()).isEqualTo(words);
    }

    @Test
    void isWhatAProgramSays() {
        Map<String, Object> said = Map.of(
                "text", "Reboot", "done", true, "important", true, "doneBy", "Kjell", "doneAt", "2026-01-27T23:30:00Z");

        assertThat(ChecklistLine.of(String.valueOf(ChecklistLine.said(said))))
                .isEqualTo(new ChecklistLine("Reboot", true, true, "Kjell", Instant.parse("2026-01-27T23:30:00Z")));
        assertThat(ChecklistLine.said(Map.of("text", "Reboot", "done", "yes"))).isNull();
        assertThat(ChecklistLine.said(Map.of("done", true))).isNull();
    }

    @Test
    void isNeitherEmptyNorTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChecklistLine.of("[ ] "));
        assertThatIllegalArgumentException().isThrownBy(() -> ChecklistLine.of("[ ] " + "A".repeat(501)));
        assertThatIllegalArgumentException().isThrownBy(() -> ChecklistLine.of("[x]<Kjell|yesterday> Reboot"));
    }

    @Test
    void comesBackWhereItWasCutAtABlank() {
        ChecklistLine line = new ChecklistLine("x".repeat(499) + " more", false, false, null, null);

        assertThat(ChecklistLine.of(line.line())).isEqualTo(line);
    }
}
