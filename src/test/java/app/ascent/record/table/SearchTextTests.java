package app.ascent.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTests {

    @Test
    void holdsPhonesAsDigits() {
        assertThat(SearchText.of(Arrays.asList("Ana Müller", null), Arrays.asList("+44 (117) 496-0000", null)))
                .isEqualTo(" ana muller 441174960000");
    }

    @Test
    void looksForShortWordsAtTheBeginningOfWords() {
        assertThat(SearchText.patterns("ag Müll")).containsExactly(List.of("% ag%"), List.of("%mull%"));
    }

    @Test
    void looksForNumbersHoweverTheyAreWritten() {
        assertThat(SearchText.patterns("0117-496")).containsExactly(List.of("%0117-496%", "%0117496%", "%117496%"));
    }

    @Test
    void takesNothingTypedForAWildcard() {
        assertThat(SearchText.patterns("100%_\\")).containsExactly(List.of("%100\\%\\_\\\\%"));
    }

    @Test
    void findsWhatWasStoredOrTypedWithInvisibleCharacters() {
        assertThat(SearchText.of(List.of("Fjord\u200Blight \u00ADGmbH"), List.of()))
                .isEqualTo(" fjordlight gmbh");
        assertThat(SearchText.patterns("\u200Efjord\uFEFFlight")).containsExactly(List.of("%fjordlight%"));
    }

    @Test
    void looksForNothingInBlanks() {
        assertThat(SearchText.patterns("  ")).isEmpty();
        assertThat(SearchText.patterns(null)).isEmpty();
    }
}
