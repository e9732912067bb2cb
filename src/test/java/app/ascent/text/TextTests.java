package app.ascent.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    private static final String FAMILY = "\uD83D\uDC69\u200D\u2764\uFE0F\u200D\uD83D\uDC68";
    private static final String SCOTLAND = new StringBuilder()
            .appendCodePoint(0x1F3F4)
            .appendCodePoint(0xE0067)
            .appendCodePoint(0xE0062)
            .appendCodePoint(0xE007F)
            .toString();

    static Stream<Arguments> cleanedTexts() {
        return Stream.of(
                Arguments.of("  Elbtal  ", "Elbtal"),
                Arguments.of("\u00A0\uFEFFElbtal\u2003", "Elbtal"),
                Arguments.of("a\u0000b\u0007c\u007Fd\u0085e", "abcde"),
                Arguments.of("line 1\r\nline 2\rline 3\n\tend", "line 1\nline 2\nline 3\n\tend"),
                Arguments.of("broken \uD83D half \uDE00", "broken  half"),
                Arguments.of("whole \uD83D\uDE00", "whole \uD83D\uDE00"),
                Arguments.of("\u200Fעברית\u200F", "עברית"),
                Arguments.of("\u200Bana\u200C@\u2060zw\u00AD.example\u202C", "ana@zw.example"),
                Arguments.of("\uFEFF \u200B\u00A0Fjord\u200D \u2066light\u2069 \u180E\u3164", "Fjord light"),
                Arguments.of("می\u200Cخواهم", "می\u200Cخواهم"),
                Arguments.of("\u200Cمی\u200C \u200C", "می"),
                Arguments.of("क्\u200Dष and ക്\u200D", "क्\u200Dष and ക്\u200D"),
                Arguments.of(FAMILY + " \u2764\uFE0F 1\uFE0F\u20E3", FAMILY + " \u2764\uFE0F 1\uFE0F\u20E3"),
                Arguments.of(SCOTLAND, SCOTLAND),
                Arguments.of("a\uFE0Fb\u034Fc", "abc"),
                Arguments.of("\u0600\u06DD1", "\u0600\u06DD1"),
                Arguments.of("one\u000Btwo\u2028three\ffour", "one\ntwo\nthree\nfour"),
                Arguments.of("<b>bold</b> & '; drop table x --", "<b>bold</b> & '; drop table x --"),
                Arguments.of("\u0000 \u0001Elbtal", "Elbtal"));
    }

    @ParameterizedTest
    @MethodSource("cleanedTexts")
    void cleansWithoutTouchingWhatPeopleMeant(String raw, String cleaned) {
        assertThat(Text.clean(raw)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u0000",
                "\u00A0",
                "\u200B",
                "\u200F \u200E",
                "\uD83D",
                "\u3164",
                "\u2800",
                "\u200D\uFE0F"
            })
    void makesWhatShowsNothingEmpty(String raw) {
        assertThat(Text.clean(raw)).isNull();
        assertThat(Text.name(raw)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00A0s3cr%t", "s3cr%t\uFEFF", "\u200Bs3\u200Dcr\u00AD%t\r\n", "\u0000 s3cr%t\t\u2028", "s3cr%t"
            })
    void takesAwayWhatCopyingBringsAlong(String pasted) {
        assertThat(Text.pasted(pasted)).isEqualTo("s3cr%t");
    }

    @Test
    void leavesTheInsideOfACredentialToWhoeverChecksIt() {
        assertThat(Text.pasted("a b\nc")).isEqualTo("a b\nc");
        assertThat(Text.pasted("\u00A0\uFEFF")).isEmpty();
        assertThat(Text.pasted(null)).isEmpty();
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
