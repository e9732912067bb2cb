package app.ascent.vault;

import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final Secrets secrets;

    KeyCheck(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
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
            jdbc.sql("update vault_key_check set cipher_text = :cipher, written_at = now() where id = 1")
                    .param("cipher", secrets.reencrypt(written, ROW))
                    .update();
        }
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
            throw new VaultSealed(
                    "ascent.encryption-key is not the key this database was written with. Set the key that was used so"
                            + " far; to rotate, put the new key before it, separated by a comma.",
                    e);
        }
    }
}
