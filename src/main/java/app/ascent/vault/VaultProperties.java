package app.ascent.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys come from.
 *
 * @param encryptionKey base64 of 32 random bytes, or several separated by commas: the first encrypts, all decrypt
 * @param encryptionKeyLost for one start: go on with another key, and without what was encrypted so far
 * @param dataDir holds the generated key when the database is embedded
 */
@ConfigurationProperties("ascent")
record VaultProperties(
        @Nullable Secret encryptionKey,
        @DefaultValue("false") boolean encryptionKeyLost,
        @DefaultValue("./data") Path dataDir) {

    /** What an operator can do who has no backup of the key. */
    static final String WAY_OUT = "if it is lost for good, start once with --ascent.encryption-key-lost=true"
            + " (ASCENT_ENCRYPTION_KEY_LOST=true) and enter the stored credentials again, see docs/operations.md";
}
