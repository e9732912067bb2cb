package app.ascent.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {

    @ParameterizedTest
    @CsvSource({
        "Łódzkie Zakłady, lodzkie zaklady",
        "Þórsmörk, thorsmork",
        "Ærø Straße, aero strasse",
        "'  A \t B ', a b",
        "ﬁrm, firm",
        "Ελλάδα, ελλαδα",
    })
    void foldsWhatPeopleDoNotType(String text, String folded) {
        assertThat(Folded.text(text)).isEqualTo(folded);
    }

    @Test
    void keepsAccentsInTheKeyOfAName() {
        assertThat(Folded.key("  MÜLLER\u00a0 GmbH "))
                .isEqualTo("müller gmbh")
                .isEqualTo(Folded.key("mu\u0308ller gmbh"));
    }

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
    void looksForNothingInBlanks() {
        assertThat(SearchText.patterns("  ")).isEmpty();
        assertThat(SearchText.patterns(null)).isEmpty();
    }
}
