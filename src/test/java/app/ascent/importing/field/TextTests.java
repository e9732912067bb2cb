package app.ascent.importing.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    static Stream<Arguments> cleanedTexts() {
        return Stream.of(
                Arguments.of("  Elbtal  ", "Elbtal"),
                Arguments.of("\u00A0\uFEFFElbtal\u2003", "Elbtal"),
                Arguments.of("a\u0000b\u0007c\u007Fd\u0085e", "abcde"),
                Arguments.of("line 1\r\nline 2\rline 3\n\tend", "line 1\nline 2\nline 3\n\tend"),
                Arguments.of("broken \uD83D half \uDE00", "broken  half"),
                Arguments.of("whole \uD83D\uDE00", "whole \uD83D\uDE00"),
                Arguments.of("\u200Fעברית\u200F", "\u200Fעברית\u200F"),
                Arguments.of("<b>bold</b> & '; drop table x --", "<b>bold</b> & '; drop table x --"),
                Arguments.of("\u0000 \u0001Elbtal", "Elbtal"));
    }

    @ParameterizedTest
    @MethodSource("cleanedTexts")
    void cleansWithoutTouchingWhatPeopleMeant(String raw, String cleaned) {
        assertThat(Text.clean(raw)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u0000", "\u00A0", "\u200B", "\u200F \u200E", "\uD83D"})
    void makesWhatShowsNothingEmpty(String raw) {
        assertThat(Text.clean(raw)).isNull();
        assertThat(Text.name(raw)).isNull();
    }

    @Test
    void leavesNullEmpty() {
        assertThat(Text.clean(null)).isNull();
        assertThat(Text.name(null)).isNull();
    }

    @Test
    void makesRunsOfBlanksInNamesOne() {
        assertThat(Text.name(" Elbtal \u00A0 \t Optik\r\nGmbH ")).isEqualTo("Elbtal Optik GmbH");
    }

    @Test
    void cutsAtTheLimitAndNeverInsideACharacter() {
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
        assertThat(Text.cut("abcd", 3)).isEqualTo("abc");
        assertThat(Text.cut("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(Text.cut("ab\uD83D\uDE00c", 4)).isEqualTo("ab\uD83D\uDE00");
    }
}
