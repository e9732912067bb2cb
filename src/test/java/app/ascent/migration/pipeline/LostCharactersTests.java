package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostCharactersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"name\":\"Köln 😀\"}",
                "{\"name\":\"K\\u00f6ln \\ud83d\\ude00\"}",
                "{\"path\":\"C:\\\\users\"}"
            })
    void findsNothingInTextsThatAreWhole(String payload) {
        assertThat(LostCharacters.in(payload)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"K\uFFFDln", "K\\ufffdln", "K\\uFFFDln", "K\\uFffDln"})
    void findsCharactersThatCouldNotBeRead(String city) {
        assertThat(LostCharacters.in("{\"id\":1,\"city\":\"" + city + "\"}"))
                .containsExactly(Finding.of(Reason.CHARACTERS_LOST, "city", "K\uFFFDln"));
    }

    /** They cannot be stored, not even to show them. */
    @ParameterizedTest
    @ValueSource(strings = {"a\\ud83d b", "a\\uD83D b", "a\\ude00 b", "\\udbffa b", "a b\\udc00"})
    void findsHalvesOfCharacters(String note) {
        assertThat(LostCharacters.in("{\"note\":\"" + note + "\"}"))
                .singleElement()
                .satisfies(half -> {
                    assertThat(half.field()).isEqualTo("note");
                    assertThat(half.value()).isEqualTo("a b");
                    assertThat(half.usedInstead()).isEqualTo("a b");
                });
    }

    @Test
    void looksIntoListsAndShowsOnlyTheBeginning() {
        String value = "x".repeat(300) + "\\ud83d";

        assertThat(LostCharacters.in("{\"fields\":[{\"value\":\"" + value + "\"}]}"))
                .singleElement()
                .satisfies(half -> assertThat(half.value()).hasSize(201).endsWith("x…"));
    }

    /** What makes a payload unreadable is told by whoever reads it. */
    @Test
    void leavesWhatIsNoRecordToOthers() {
        assertThat(LostCharacters.in("{\"name\":\"\\ud83d\",")).isEmpty();
    }
}
