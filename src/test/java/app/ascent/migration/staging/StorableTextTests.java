package app.ascent.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StorableTextTests {

    @Test
    void dropsWhatCannotBeStored() {
        assertThat(StorableText.of("a\0b\ud83dc\ude00d\ud83d\ude00")).isEqualTo("abcd\ud83d\ude00");
        assertThat(StorableText.of("plain")).isEqualTo("plain");
        assertThat(StorableText.of(null)).isNull();
    }

    @Test
    void keepsTheMeaningOfJson() {
        assertThat(StorableText.ofJson("{\"a\":\"x\0y\ud83d\"}")).isEqualTo("{\"a\":\"x\\u0000y\\ud83d\"}");
    }

    @Property(tries = 200)
    void leavesNothingThatCannotBeEncoded(@ForAll String text) {
        String kept = StorableText.of(text);

        assertThat(kept).doesNotContain("\0");
        assertThat(new String(
                        kept.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(kept);
    }
}
