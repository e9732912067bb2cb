package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetupCodeTests {

    @Test
    void isNeverTheSame() {
        assertThat(SetupCode.random().printed())
                .matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}")
                .isNotEqualTo(SetupCode.random().printed());
    }

    @Test
    void matchesHoweverItIsTyped() {
        SetupCode code = SetupCode.random();

        assertThat(code.matches(" " + code.printed().toLowerCase().replace('-', ' ') + " "))
                .isTrue();
        assertThat(code.matches(code.printed().substring(1))).isFalse();
        assertThat(code.matches("")).isFalse();
    }
}
