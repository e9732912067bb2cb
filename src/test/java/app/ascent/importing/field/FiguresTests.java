package app.ascent.importing.field;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.References;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the report shows of figures that cannot be. */
class FiguresTests {

    private final FieldReading reading =
            new FieldReading("tasks", new References(new Dictionary(Map.of()), Map.of(), Map.of(), Set.of()));
    private final Figures figures = new Figures(reading);

    private @Nullable String label() {
        return reading.findings().getLast().label();
    }

    @ParameterizedTest
    @CsvSource({"130, 130%", "-5.00, -5%", "100.5, 100.5%", "-1E-999999, -1E-999999%"})
    void saysAPercentageWithItsSign(String raw, String label) {
        figures.percent("completedPercentage", raw);

        assertThat(label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"-4.0000, -4 hours", "250000, 250000 hours", "99999999999999999, 99999999999999999 hours"})
    void saysHoursAsHours(String raw, String label) {
        figures.minutes("estimatedHours", raw);

        assertThat(label()).isEqualTo(label);
    }

    @Test
    void hasNoWordForWhatIsNoNumber() {
        figures.minutes("estimatedHours", "{\"value\":4}");

        assertThat(reading.findings()).hasSize(1);
        assertThat(label()).isNull();
    }
}
