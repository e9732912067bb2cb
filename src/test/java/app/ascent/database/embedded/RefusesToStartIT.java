package app.ascent.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PackagedAscent;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads whose Ascent cannot start: a sentence, and no page of Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusesToStartIT {

    private static final String KEY = "encryption.key";

    private Path directory;

    /** One start makes the data that the others are refused on. */
    @BeforeAll
    void writeAndTryTwiceAtATime(@TempDir Path directory) throws Exception {
        this.directory = directory;
        try (PackagedAscent first = PackagedAscent.start(directory)) {
            saysOneSentence(
                    PackagedAscent.refused(directory), "Another Ascent is running on the data directory " + directory);
            first.process().destroy();
            assertThat(first.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @AfterAll
    void leaveNothingRunning() throws IOException {
        OrphanedPostmaster.stop(directory.resolve("postgresql"));
    }

    @Test
    void withoutTheKeyOfItsDatabase() throws Exception {
        Path key = directory.resolve(KEY);
        Path kept = directory.resolve("kept.key");
        Files.move(key, kept);

        saysOneSentence(
                PackagedAscent.refused(directory),
                "The database was written with an encryption key, and there is none: " + key + " is missing.");

        assertThat(key).doesNotExist();
        Files.move(kept, key);
    }

    @Test
    void withAnotherKeyThanThatOfItsDatabase() throws Exception {
        saysOneSentence(
                PackagedAscent.refused(directory, "ascent.encryption-key=" + "A".repeat(43) + "="),
                "is not the one this database was written with.");
    }

    @Test
    void onASchemaThatIsAheadOfIt() throws Exception {
        change(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '203001010000', 'of a later release', 'SQL', 'later.sql', 'ascent', 1, true)
                """);

        saysOneSentence(
                PackagedAscent.refused(directory),
                "This Ascent is older than its database, whose schema is of version 203001010000");

        change("delete from flyway_schema_history where installed_rank = 9999");
    }

    @Test
    void onADatabaseThatIsDown(@TempDir Path none) throws Exception {
        int nobodys;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodys = free.getLocalPort();
        }

        saysOneSentence(
                PackagedAscent.refused(
                        none,
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobodys + "/ascent?password=hidden",
                        "spring.datasource.username=ascent"),
                "The database at jdbc:postgresql://127.0.0.1:" + nobodys
                        + "/ascent cannot be reached: nothing listens there.");
    }

    private void change(String sql) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void saysOneSentence(String log, String sentence) {
        assertThat(log)
                .contains("APPLICATION FAILED TO START", sentence)
                .doesNotContain("\tat ", "Exception", "hidden", "Action:");
    }
}
