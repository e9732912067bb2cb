package app.ascent.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTests {

    @ParameterizedTest
    @CsvSource({
        "Łódzkie Zakłady, lodzkie zaklady",
        "Þórsmörk, thorsmork",
        "Ærø Straße, aero strasse",
        "'  A \t B ', a b",
        "ﬁrm, firm",
        "Ελλάδα, ελλαδα",
        "'\u200Ba\u00AD\u00A0\uFEFFb', a b",
    })
    void foldsWhatPeopleDoNotType(String text, String folded) {
        assertThat(Folded.text(text)).isEqualTo(folded);
        assertThat(Folded.order(text)).isEqualTo(folded);
    }

    @Test
    void keepsAccentsInTheKeyOfAName() {
        assertThat(Folded.key("  MÜLLER\u00a0 GmbH "))
                .isEqualTo("müller gmbh")
                .isEqualTo(Folded.key("mu\u0308ller gmbh"))
                .isNotEqualTo(Folded.key("muller gmbh"));
    }

    @ParameterizedTest
    @CsvSource({
        "ana@zw.example, '\u200BANA@zw.\u2060example'",
        "ana@zw.example, ａｎａ＠ｚｗ．ｅｘａｍｐｌｅ",
        "ﬁrm, FIRM",
        "می\u200Cخواهم, میخواهم",
        "№ 5, No 5",
        "'\u00A8', '\u0308'",
    })
    void countsTextsThatLookTheSameAsTheSame(String one, String other) {
        assertThat(Folded.key(one)).isEqualTo(Folded.key(other));
    }

    /** One character may fold to eighteen, and an index takes no key of a few thousand bytes. */
    @Test
    void makesNoKeyThatIsTooLongForAnIndex() {
        assertThat(Folded.key("\uFDFA".repeat(200))).hasSize(400);
        assertThat(Folded.order("\uFDFA".repeat(200))).hasSize(400);
    }
}
