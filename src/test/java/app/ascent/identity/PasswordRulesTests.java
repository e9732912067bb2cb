package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.password.CommonPasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final PasswordHolder ZOE =
            new PasswordHolder("zoe.lindqvist@fjordlight.example", "Zoë Lindqvist", "Fjordlight IT");

    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough one",
                "a password of mine",
                "correct-horse-battery",
                "kühle Nächte im Mai",
                "Xk4!pQ9z_w2R",
                "日本語でも大丈夫ですよね",
                "the winter of our fjord",
                "lindens and quiet vistas",
            })
    void takesWhatOnlyItsHolderThinksOf(String password) {
        assertThat(rules.weakness(new Password(password), ZOE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "elevenchars ; TOO_SHORT",
                "q1w2e3r4t5y6 ; COMMON",
                "1QAZ2wsx3EDC ; COMMON",
                "Password1234 ; COMMON",
                "P@ssw0rd-2026! ; COMMON",
                "...iloveyou... ; COMMON",
                "!!Administrator ; COMMON",
                "passwordpassword ; COMMON",
                "dragonfly-dragonfly ; REPEATED",
                "hunter2hunter2 ; REPEATED",
                "qwerty qwerty qwerty ; REPEATED",
                "letmein-letmein1 ; REPEATED",
                "aaaaaaaaaaaaaaa ; REPEATED",
                "abcabcabcabcab ; REPEATED",
                "ababbabaabbaab ; REPEATED",
                "ööööööööööööööö ; REPEATED",
                "abcdefghijklm ; SEQUENCE",
                "987654321098 ; SEQUENCE",
                "lkjhgfdsapoiuy ; SEQUENCE",
                "qwertzuiop12 ; SEQUENCE",
                "aaaabbbbcccddddeee ; REPEATED",
                "abc123xyz789 ; SEQUENCE",
                "zoe.lindqvist@fjordlight.example ; PERSONAL",
                "my zoe.lindqvist@FJORDLIGHT.example ; PERSONAL",
                "ZoeLindqvist rides again ; PERSONAL",
                "Lindqvist-2026 ; PERSONAL",
                "Fjordlight-IT-forever ; PERSONAL",
                "fj0rdl1ght2026 ; PERSONAL",
            })
    void refusesWhatEverybodyTriesFirst(String password, Weakness weakness) {
        assertThat(rules.weakness(new Password(password), ZOE)).contains(weakness);
    }

    /** An emoji is two of Java's characters, and an accent that was typed apart is none of its own. */
    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(rules.weakness(new Password("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔"), ZOE)).contains(Weakness.TOO_SHORT);
        assertThat(rules.weakness(new Password("e\u0301a\u0300o\u0302u\u0308n\u0303 kfmx7"), ZOE))
                .contains(Weakness.TOO_SHORT);
        assertThat(rules.weakness(new Password("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧"), ZOE))
                .isEmpty();
    }

    @Test
    void takesLongOnesUpToALimit() {
        String sentence = "so many words that no bcrypt could ever read ";

        assertThat(rules.weakness(new Password(sentence.repeat(1) + "ä".repeat(100)), ZOE))
                .isEmpty();
        assertThat(rules.weakness(new Password(sentence + "ä".repeat(200)), ZOE))
                .contains(Weakness.TOO_LONG);
    }
}
