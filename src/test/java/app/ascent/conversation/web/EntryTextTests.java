package app.ascent.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.conversation.web.EntryText.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://status.example/a?b=c#d.          | https://status.example/a?b=c#d",
                "(http://status.example)                      | http://status.example",
                "https://wiki.example/Rust_(language), there  | https://wiki.example/Rust_(language)",
                "HTTPS://STATUS.EXAMPLE/A                     | HTTPS://STATUS.EXAMPLE/A",
                "https://a.example\thttps://b.example!        | https://a.example https://b.example",
                "<a href=\"https://a.example\">here</a>       | https://a.example"
            })
    void linksWebAddresses(String text, String linked) {
        assertThat(linked(text, false)).isEqualTo(linked);
    }

    /** The last ones look as if they led elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "ftp://files.example",
                "//files.example",
                "https://",
                "https:// status.example",
                "xhttps://status.example",
                "https://bank.example@evil.example/",
                "https://\u202Eelpmaxe.live"
            })
    void linksNothingElse(String text) {
        assertThat(linked(text, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "https://a.example b https://b.example", "\u202Ea https://a.example"})
    void losesNoCharacter(String text) {
        assertThat(EntryText.pieces(text, false).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    /** The beginning of an address leads to another place than the address. */
    @Test
    void linksNoHalfOfAnAddress() {
        String text = "https://a.example https://status.exam";

        assertThat(linked(text, true)).isEqualTo("https://a.example");
        assertThat(EntryText.pieces(text, true)).hasSize(2);
        assertThat(linked(text, false)).isEqualTo("https://a.example https://status.exam");
    }

    @Test
    void readsAMillionCharactersInNoTime() {
        assertThat(EntryText.pieces("http://" + "a".repeat(1_000_000), false)).hasSizeLessThan(3);
        assertThat(EntryText.pieces("http://(".repeat(125_000), false)).isNotEmpty();
        assertThat(EntryText.pieces("https://a.example" + ".)".repeat(490_000), false))
                .hasSize(2);
    }

    private static String linked(String text, boolean cut) {
        List<Piece> pieces = EntryText.pieces(text, cut);
        return pieces.stream().filter(Piece::linked).map(Piece::text).collect(Collectors.joining(" "));
    }
}
