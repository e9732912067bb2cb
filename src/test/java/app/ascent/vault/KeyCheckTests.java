package app.ascent.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.ascent.PostgresTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
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
                .hasMessageContaining("is not the one this database was written with")
                .hasMessageContaining("--ascent.encryption-key-lost=true");
    }

    @Test
    void rotatesInTwoStarts() {
        start(OLD_KEY);
        start(NEW_KEY + "," + OLD_KEY).moveToFirstKey();

        start(NEW_KEY);

        assertThatThrownBy(() -> start(OLD_KEY)).isInstanceOf(VaultSealed.class);
    }

    @Test
    void rotatesByItselfWhenTheApplicationIsReady() {
        start(OLD_KEY);
        Secrets secrets = SecretsTests.secrets(NEW_KEY + "," + OLD_KEY);
        AtomicInteger resealed = new AtomicInteger();

        try (AnnotationConfigApplicationContext ascent = new AnnotationConfigApplicationContext()) {
            ascent.registerBean(SealedRows.class, () -> resealed::incrementAndGet);
            ascent.registerBean(Secrets.class, () -> secrets);
            ascent.registerBean(KeyCheck.class, () -> new KeyCheck(jdbc, secrets, settings(false)));
            ascent.register(KeyRotation.class);
            ascent.refresh();
            ascent.publishEvent(
                    new ApplicationReadyEvent(new SpringApplication(), new String[0], ascent, Duration.ZERO));
        }

        assertThat(resealed).hasValue(1);
        start(NEW_KEY);
    }

    @Test
    void tellsAnOperatorInOneSentence() {
        start(OLD_KEY);
        Throwable failure = new BeanCreationException(
                "keyCheck", "Invocation of init method failed", catchThrowable(() -> start(NEW_KEY)));

        assertThat(new VaultSealedAnalyzer().analyze(failure).getDescription())
                .startsWith(
                        "The encryption key (ascent.encryption-key, or encryption.key in the data directory) is not");
    }

    @Test
    void needsTheOldKeyUntilEverythingIsUnderTheNewOne() {
        start(OLD_KEY);
        start(NEW_KEY + "," + OLD_KEY); // and ends before the secrets of other modules were encrypted anew

        assertThatThrownBy(() -> start(NEW_KEY)).isInstanceOf(VaultSealed.class);
    }

    @Test
    void tellsHowTheKeysOfARunningNodeStand() {
        KeyCheck first = start(OLD_KEY);
        KeyCheck prepared = start(OLD_KEY + "," + NEW_KEY);
        assertThat(first.look()).isEqualTo(KeyCheck.Standing.UNDER_FIRST_KEY);

        start(NEW_KEY + "," + OLD_KEY).moveToFirstKey();

        assertThat(prepared.look()).isEqualTo(KeyCheck.Standing.UNDER_ANOTHER_KEY);
        assertThat(first.look()).isEqualTo(KeyCheck.Standing.SEALED);
    }

    @Test
    void tellsAnOperatorThatANodeMissedARotation() {
        KeyCheck missed = start(OLD_KEY);
        start(NEW_KEY + "," + OLD_KEY).moveToFirstKey();

        Health health = new EncryptionKeyHealthIndicator(missed, SecretsTests.secrets(OLD_KEY)).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("reason", "The database is written with a key this node does not have.");
        assertThat(health.toString()).doesNotContain(OLD_KEY);
    }

    @Test
    void goesOnWithAnotherKeyWhenTheOperatorSaysThatTheFirstIsLost() {
        start(OLD_KEY);

        start(NEW_KEY, true);

        start(NEW_KEY);
        assertThatThrownBy(() -> start(OLD_KEY)).isInstanceOf(VaultSealed.class);
    }

    @Test
    void keepsAKeyThatOpensThoughItIsSaidToBeLost() {
        start(OLD_KEY);
        String written = written();

        start(OLD_KEY, true);

        assertThat(written()).isEqualTo(written);
    }

    private KeyCheck start(String keys) {
        return start(keys, false);
    }

    private KeyCheck start(String keys, boolean lost) {
        KeyCheck check = new KeyCheck(jdbc, SecretsTests.secrets(keys), settings(lost));
        check.afterPropertiesSet();
        return check;
    }

    private static VaultProperties settings(boolean lost) {
        return new VaultProperties(null, lost, Path.of("unused"));
    }

    private String written() {
        return jdbc.sql("select cipher_text from vault_key_check")
                .query(String.class)
                .single();
    }
}
