package app.ascent.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashesTests {

    private final PasswordEncoder passwords = new PasswordHashes().passwordEncoder();

    @Test
    void readsAPasswordToItsEnd() {
        String start = "ä".repeat(60);
        String hash = passwords.encode(start + "this");

        assertThat(passwords.matches(start + "this", hash)).isTrue();
        assertThat(passwords.matches(start + "that", hash)).isFalse();
    }

    @Test
    void isContentWithAccentsHoweverTheyWereTyped() {
        String hash = passwords.encode("Zo\u00eb likes fjords");

        assertThat(passwords.matches("Zoe\u0308 likes fjords", hash)).isTrue();
        assertThat(passwords.matches("Zoe likes fjords", hash)).isFalse();
    }

    @Test
    void stillKnowsOlderHashesAndSaysSo() {
        String older = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("a long enough one");

        assertThat(passwords.matches("a long enough one", older)).isTrue();
        assertThat(PasswordHashes.isOutdated(older)).isTrue();
        assertThat(PasswordHashes.isOutdated(passwords.encode("a long enough one")))
                .isFalse();
    }

    @Test
    void takesNoPasswordThatWasStoredPlainly() {
        assertThatThrownBy(() -> passwords.matches("a long enough one", "{noop}a long enough one"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
