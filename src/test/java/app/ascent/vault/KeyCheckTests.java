package app.ascent.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.ascent.PostgresTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class KeyCheckTests {

    private static final String OLD_KEY = SecretsTests.key(1);
    private static final String NEW_KEY = SecretsTests.key(2);

    private final JdbcClient jdbc;

    KeyCheckTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void forget() {
        jdbc.sql("delete from vault_key_check").update();
    }

    @Test
    void startsAgainWithTheKeyOfTheFirstStart() {
        start(OLD_KEY);
        String written = written();

        start(OLD_KEY);

        assertThat(written()).isEqualTo(written);
    }

    @Test
    void refusesToStartWithAnotherKey() {
        start(OLD_KEY);

        assertThatThrownBy(() -> start(NEW_KEY))
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining("ascent.encryption-key is not the key this database was written with");
    }

    @Test
    void rotatesInTwoStarts() {
        start(OLD_KEY);
        start(NEW_KEY + "," + OLD_KEY);

        start(NEW_KEY);

        assertThatThrownBy(() -> start(OLD_KEY)).isInstanceOf(VaultSealed.class);
    }

    @Test
    void tellsAnOperatorInOneSentence() {
        start(OLD_KEY);
        Throwable failure = new BeanCreationException(
                "keyCheck", "Invocation of init method failed", catchThrowable(() -> start(NEW_KEY)));

        assertThat(new VaultSealedAnalyzer().analyze(failure).getDescription())
                .startsWith("ascent.encryption-key is not the key this database was written with.");
    }

    private void start(String keys) {
        new KeyCheck(jdbc, SecretsTests.secrets(keys)).afterPropertiesSet();
    }

    private String written() {
        return jdbc.sql("select cipher_text from vault_key_check")
                .query(String.class)
                .single();
    }
}
