package app.ascent.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

class SecretsTests {

    private static final String OLD_KEY = key(1);
    private static final String NEW_KEY = key(2);
    private static final Binding ROW = new Binding(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void opensWhatItEncrypted() {
        Secrets secrets = secrets(OLD_KEY);

        String cipherText = secrets.encrypt(new Secret("marked-secret ü"), ROW);

        assertThat(secrets.decrypt(cipherText, ROW).reveal()).isEqualTo("marked-secret ü");
        assertThat(new String(Base64.getDecoder().decode(cipherText), StandardCharsets.ISO_8859_1))
                .doesNotContain("marked");
    }

    @Test
    void encryptsTheSameDifferentlyEachTime() {
        Secrets secrets = secrets(OLD_KEY);

        assertThat(secrets.encrypt(new Secret("x"), ROW)).isNotEqualTo(secrets.encrypt(new Secret("x"), ROW));
    }

    @Test
    void opensInItsOwnRowAlone() {
        Secrets secrets = secrets(OLD_KEY);
        String cipherText = secrets.encrypt(new Secret("x"), ROW);

        assertThatThrownBy(() -> secrets.decrypt(cipherText, new Binding(ROW.organization(), UUID.randomUUID())))
                .isInstanceOf(VaultSealed.class);
        assertThatThrownBy(() -> secrets.decrypt(cipherText, new Binding(UUID.randomUUID(), ROW.row())))
                .isInstanceOf(VaultSealed.class);
        assertThatThrownBy(() -> secrets.decrypt(cipherText, new Binding(ROW.row(), ROW.organization())))
                .isInstanceOf(VaultSealed.class);
    }

    @Test
    void noticesAnAlteredCipherText() {
        Secrets secrets = secrets(OLD_KEY);
        byte[] cipherText = Base64.getDecoder().decode(secrets.encrypt(new Secret("x"), ROW));

        for (int i = 0; i < cipherText.length; i++) {
            byte[] altered = cipherText.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> secrets.decrypt(Base64.getEncoder().encodeToString(altered), ROW))
                    .isInstanceOf(VaultSealed.class);
        }
        assertThatThrownBy(() -> secrets.decrypt("no base64!", ROW)).isInstanceOf(VaultSealed.class);
    }

    @Test
    void encryptsWithTheFirstKeyAndOpensWithAll() {
        String old = secrets(OLD_KEY).encrypt(new Secret("x"), ROW);
        Secrets rotated = secrets(NEW_KEY + " , " + OLD_KEY);

        assertThat(rotated.decrypt(old, ROW).reveal()).isEqualTo("x");
        assertThat(rotated.underFirstKey(old)).isFalse();

        String renewed = rotated.reencrypt(old, ROW);

        assertThat(rotated.underFirstKey(renewed)).isTrue();
        assertThat(secrets(NEW_KEY).decrypt(renewed, ROW).reveal()).isEqualTo("x");
        assertThatThrownBy(() -> secrets(OLD_KEY).decrypt(renewed, ROW)).isInstanceOf(VaultSealed.class);
        assertThatThrownBy(() -> secrets(NEW_KEY).decrypt(old, ROW)).isInstanceOf(VaultSealed.class);
    }

    static String key(int seed) {
        byte[] bytes = new byte[EncryptionKeys.KEY_BYTES];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Secrets secrets(String keys) {
        var properties = new VaultProperties(new Secret(keys), false, Path.of("unused"));
        var nowhere = JdbcClient.create(new DriverManagerDataSource()); // a key that is set is not looked for
        return new Secrets(new EncryptionKeys(properties, new MockEnvironment(), nowhere));
    }
}
