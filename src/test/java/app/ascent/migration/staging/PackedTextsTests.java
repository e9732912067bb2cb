package app.ascent.migration.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedTextsTests {

    private static final Map<Long, String> TEXTS = new TreeMap<>(Map.of(
            -1L, "", 7L, "{\"name\":\"Ærø 🚲\"}", Long.MAX_VALUE, "{\"note\":\"a\\u0000b\"}", 8L, "x".repeat(70_000)));

    @Test
    void comeOutAsTheyWentIn() {
        byte[] packed = PackedTexts.pack(TEXTS);

        assertThat(PackedTexts.unpack(packed, TEXTS.keySet())).contains(TEXTS);
        assertThat(PackedTexts.unpack(packed, Set.of(7L, 9L))).contains(Map.of(7L, "{\"name\":\"Ærø 🚲\"}"));
        assertThat(packed).hasSizeLessThan(1_000);
    }

    @Test
    void areNeverTakenForOthersWhereTheyAreDamaged() {
        byte[] packed = PackedTexts.pack(TEXTS);

        for (int at = 0; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x10;
            assertThat(PackedTexts.unpack(damaged, TEXTS.keySet()).orElse(TEXTS))
                    .as("byte %d", at)
                    .isEqualTo(TEXTS);
            assertThat(PackedTexts.unpack(Arrays.copyOf(packed, at), TEXTS.keySet()))
                    .as("cut at %d", at)
                    .isEmpty();
        }
    }
}
