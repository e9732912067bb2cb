package app.ascent.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTests {

    @Test
    void areWrittenWithTheirMinutes() {
        assertThat(Hours.of(0)).isEqualTo("0:00");
        assertThat(Hours.of(65)).isEqualTo("1:05");
        assertThat(Hours.of(8_430)).isEqualTo("140:30");
        assertThat(Hours.figure(72_275)).isEqualTo("1,204:35");
        assertThat(Hours.figure(-30)).isEqualTo("−0:30");
    }

    @ParameterizedTest
    @CsvSource({"140:30, 8430", "0:05, 5", "90, 90"})
    void areReadWithTheirMinutesOrAsMinutes(String text, long minutes) {
        assertThat(Hours.minutes(text)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:60", "1:5", "-1", "1.5", "0x10", "1e3", "1:00:00", "99999999999"})
    void areNothingElse(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Hours.minutes(text));
    }

    @ParameterizedTest
    @CsvSource({"8, 8:00", "1.5, 1:30", "'1,25', 1:15", "' 0.1 ', 0:06", "12:30, 12:30", "much, much", "-1, -1", ","})
    void areWhatAPersonMeansByABareNumber(@Nullable String typed, @Nullable String meant) {
        assertThat(Hours.typed(typed)).isEqualTo(meant);
    }
}
