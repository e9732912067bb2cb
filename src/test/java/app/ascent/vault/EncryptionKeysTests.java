package app.ascent.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@PostgresTest
class EncryptionKeysTests {

    private final JdbcClient jdbc;

    @TempDir
    private Path directory;

    EncryptionKeysTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void forget() {
        jdbc.sql("delete from vault_key_check").update();
    }

    @Test
    void makesUpAKeyBesideTheEmbeddedDatabase() throws IOException {
        Path data = directory.resolve("new").resolve("data");
        byte[] key = keys(null, data, true).all().getFirst();

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(keys(null, data, true).all()).singleElement().isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("encryption.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesUpNoneBesideADatabaseOfSomeoneElse() {
        assertThatThrownBy(() -> keys(null, directory, false).all())
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining("ASCENT_ENCRYPTION_KEY")
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> keys(" ", directory, false).all()).isInstanceOf(VaultSealed.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesUpNoneBesideADatabaseThatWasWrittenWithOne() {
        write();

        assertThatThrownBy(() -> keys(null, directory, true).all())
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining(directory.resolve("encryption.key") + " is missing")
                .hasMessageContaining("--ascent.encryption-key-lost=true");
        assertThatThrownBy(() -> keys(null, directory, false).all())
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining("ASCENT_ENCRYPTION_KEY) is not set")
                .hasMessageContaining("backup")
                .hasMessageNotContaining("openssl");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesUpAnotherWhenTheOperatorSaysThatTheFirstIsLost() {
        write();

        assertThat(keys(null, directory, true, true).all()).hasSize(1);
        assertThat(directory.resolve("encryption.key")).exists();
    }

    @Test
    void refusesAFileThatWasCutOff() throws IOException {
        Files.createFile(directory.resolve("encryption.key"));

        assertThatThrownBy(() -> keys(null, directory, true).all())
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining("encryption.key has a key of 0 bytes");
    }

    @Test
    void prefersTheKeyThatIsSet() {
        assertThat(keys(SecretsTests.key(7), directory, true).all()).hasSize(1);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"marked, no base64", "bWFya2VkLXNlY3JldA==", "AAAA,", ",", "marked"})
    void saysWhatIsWrongWithoutShowingIt(String configured) {
        assertThatThrownBy(() -> keys(configured, directory, false).all())
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining("ascent.encryption-key")
                .hasMessageNotContaining("marked")
                .hasNoCause();
    }

    @Test
    void refusesTheSameKeyTwice() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> keys(key + "," + key, directory, false).all())
                .isInstanceOf(VaultSealed.class)
                .hasMessageContaining("twice");
    }

    private void write() {
        jdbc.sql("insert into vault_key_check (id, cipher_text, written_at) values (1, 'any', now())")
                .update();
    }

    private EncryptionKeys keys(@Nullable String configured, Path directory, boolean embedded) {
        return keys(configured, directory, embedded, false);
    }

    private EncryptionKeys keys(@Nullable String configured, Path directory, boolean embedded, boolean lost) {
        MockEnvironment environment =
                new MockEnvironment().withProperty("ascent.database.embedded", String.valueOf(embedded));
        Secret keys = configured == null ? null : new Secret(configured);
        return new EncryptionKeys(new VaultProperties(keys, lost, directory), environment, jdbc);
    }
}
