package app.ascent.vault;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with keys that did not write this database: the first use of a credential, hours later in a run, is
 * no time to learn of that.
 */
@Component
class KeyCheck implements InitializingBean {

    private static final Binding ROW = new Binding(new UUID(0, 0), new UUID(0, 1));
    private static final String PLAIN = "Ascent";

    private static final Logger log = LoggerFactory.getLogger(KeyCheck.class);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final VaultProperties properties;

    KeyCheck(JdbcClient jdbc, Secrets secrets, VaultProperties properties) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.properties = properties;
    }

    enum Standing {
        UNDER_FIRST_KEY,
        UNDER_ANOTHER_KEY,
        SEALED
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql(
                        """
                insert into vault_key_check (id, cipher_text, written_at) values (1, :cipher, now())
                on conflict do nothing
                """)
                .param("cipher", secrets.encrypt(new Secret(PLAIN), ROW))
                .update();
        open(written());
    }

    /** To be called when all other secrets are under the first key. */
    void moveToFirstKey() {
        String written = written();
        if (!secrets.underFirstKey(written)) {
            write(secrets.reencrypt(written, ROW));
        }
    }

    private void write(String cipherText) {
        jdbc.sql("update vault_key_check set cipher_text = :cipher, written_at = now() where id = 1")
                .param("cipher", cipherText)
                .update();
    }

    /** How the keys of this node stand towards the database now. */
    Standing look() {
        String written = written();
        try {
            secrets.decrypt(written, ROW);
        } catch (VaultSealed e) {
            return Standing.SEALED;
        }
        return secrets.underFirstKey(written) ? Standing.UNDER_FIRST_KEY : Standing.UNDER_ANOTHER_KEY;
    }

    private String written() {
        return jdbc.sql("select cipher_text from vault_key_check where id = 1")
                .query(String.class)
                .single();
    }

    private void open(String written) {
        try {
            secrets.decrypt(written, ROW);
        } catch (VaultSealed e) {
            if (!properties.encryptionKeyLost()) {
                throw new VaultSealed(
                        "The encryption key (ascent.encryption-key, or encryption.key in the data directory) is not the"
                                + " one this database was written with. Set the key that was used so far; to rotate, put"
                                + " the new key before it, separated by a comma; " + VaultProperties.WAY_OUT + ".",
                        e);
            }
            write(secrets.encrypt(new Secret(PLAIN), ROW));
            log.warn(
                    "The earlier encryption key was given up. What was encrypted with it does not open any more and has to"
                            + " be entered again; take ascent.encryption-key-lost out of the settings now");
        }
    }
}
