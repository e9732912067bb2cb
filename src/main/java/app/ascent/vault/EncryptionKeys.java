package app.ascent.vault;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The configured keys, or a generated one. A key is made up only beside the embedded database: a node with a database
 * that others use, too, must not invent a key of its own.
 */
@Component
class EncryptionKeys {

    static final int KEY_BYTES = 32;

    private static final Logger log = LoggerFactory.getLogger(EncryptionKeys.class);
    private static final String FILE = "encryption.key";

    private final VaultProperties properties;
    private final Environment environment;
    private final JdbcClient jdbc;

    EncryptionKeys(VaultProperties properties, Environment environment, JdbcClient jdbc) {
        this.properties = properties;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    /** The first one encrypts. */
    List<byte[]> all() {
        Secret configured = properties.encryptionKey();
        if (configured != null && !configured.reveal().isBlank()) {
            return parsed(configured.reveal(), "ascent.encryption-key");
        }
        boolean embedded = environment.getProperty("ascent.database.embedded", Boolean.class, false);
        Path file = properties.dataDir().resolve(FILE);
        boolean absent = !embedded || Files.notExists(file);
        if (absent && !properties.encryptionKeyLost() && writtenBefore()) {
            throw new VaultSealed(
                    ("The database was written with an encryption key, and there is none: %s. Put the key back from its"
                                    + " backup; %s.")
                            .formatted(
                                    embedded
                                            ? file.toAbsolutePath().normalize() + " is missing"
                                            : "ascent.encryption-key (ASCENT_ENCRYPTION_KEY) is not set",
                                    VaultProperties.WAY_OUT));
        }
        if (!embedded) {
            throw new VaultSealed(
                    """
                    ascent.encryption-key (ASCENT_ENCRYPTION_KEY) is not set. It protects the stored credentials, and \
                    with a PostgreSQL of your own Ascent makes none up. Set it to the base64 of 32 random bytes, for \
                    example by: openssl rand -base64 32""");
        }
        return generated(file);
    }

    /** Whoever lost the key must not be given a new one that only looks as good: what is encrypted opens with the old. */
    private boolean writtenBefore() {
        return jdbc.sql("select exists (select from vault_key_check)")
                .query(Boolean.class)
                .single();
    }

    private static List<byte[]> generated(Path file) {
        try {
            if (Files.notExists(file)) {
                generate(file);
            }
            return parsed(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new VaultSealed("The encryption key in " + file + " cannot be read or written.", e);
        }
    }

    /** The file is there once the key is in it: a start that was cut off must not leave an empty one. */
    private static void generate(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly());
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        log.info("A new encryption key was written to {}; keep a copy of it with the backups of the database", file);
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static List<byte[]> parsed(String text, String origin) {
        List<byte[]> keys = new ArrayList<>();
        for (String part : text.strip().split(",", -1)) {
            byte[] key = decoded(part.strip(), origin);
            if (keys.stream().anyMatch(known -> Arrays.equals(known, key))) {
                throw new VaultSealed(origin + " names the same key twice.");
            }
            keys.add(key);
        }
        return keys;
    }

    /** The exception of the decoder quotes the text, so it is not passed on. */
    private static byte[] decoded(String text, String origin) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new VaultSealed(origin + " is not base64.");
        }
        if (key.length != KEY_BYTES) {
            throw new VaultSealed("%s has a key of %d bytes; it takes %d.".formatted(origin, key.length, KEY_BYTES));
        }
        return key;
    }
}
