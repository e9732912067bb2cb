package app.ascent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context of the tests a database and a data directory that nobody else sees. */
public class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Any 32 bytes do: nothing a test encrypts outlives it. */
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /** The database of the next context. */
    protected TestDatabase.Coordinates database() {
        return TestDatabase.fresh();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.Coordinates database = database();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        // Many contexts stay cached at a time, and share one server.
                        "spring.datasource.hikari.maximum-pool-size=12",
                        "spring.datasource.hikari.minimum-idle=0",
                        "spring.datasource.hikari.idle-timeout=10000",
                        "ascent.data-dir=" + dataDirectory(),
                        "ascent.encryption-key=" + KEY)
                .applyTo(context);
    }

    private static Path dataDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
