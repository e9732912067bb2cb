package app.ascent.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys come from.
 *
 * @param encryptionKey base64 of 32 random bytes, or several separated by commas: the first encrypts, all decrypt
 * @param dataDir holds the generated key when the database is embedded
 */
@ConfigurationProperties("ascent")
record VaultProperties(@Nullable Secret encryptionKey, @DefaultValue("./data") Path dataDir) {}
