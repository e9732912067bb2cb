package app.ascent.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ascent.database.contact.DatabaseUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseTests {

    private Path directory;
    private Path damaged;
    private EmbeddedDatabase database;

    @BeforeAll
    void start(@TempDir Path directory, @TempDir Path damaged) throws IOException {
        this.directory = directory;
        database = EmbeddedDatabase.start(directory);
        this.damaged = unpacked(damaged);
        EmbeddedDatabase.start(damaged).close();
    }

    /** The programs take their time to unpack, and are the same for all. */
    private Path unpacked(Path other) throws IOException {
        Files.createSymbolicLink(other.resolve("postgresql-binaries"), directory.resolve("postgresql-binaries"));
        return other;
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "listen_addresses, 127.0.0.1",
        "server_encoding, UTF8",
        "data_checksums, on"
    })
    void keepsWhatItIsGivenAndListensToThisMachineOnly(String setting, String expected) throws SQLException {
        assertThat(answer("show " + setting)).isEqualTo(expected);
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void letsTheApplicationOwnItsDatabaseAndNothingElse() throws SQLException {
        assertThat(answer("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThat(answer("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo(database.user());
    }

    @Test
    void keepsItsFilesFromOtherUsers() throws Exception {
        assertThat(Files.getPosixFilePermissions(directory.resolve("postgresql-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(directory.resolve("postgresql")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesASecondAscentOnTheSameData() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("Another Ascent is running")
                .hasMessageContaining("ascent.data-dir");
    }

    @Test
    void refusesAPlaceThatIsAFile(@TempDir Path other) throws IOException {
        Path file = Files.createFile(other.resolve("data"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("cannot be used (it is a file)");
    }

    /** What goes wrong with files that somebody copies, deletes or mixes up. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql/PG_VERSION                          |            | lacks the file PG_VERSION",
                "postgresql/PG_VERSION                          | 17         | are of PostgreSQL 17, and this Ascent brings 18",
                "postgresql/global/pg_control                   |            | pg_control",
                "postgresql/pg_wal/000000010000000000000001     | overwritten| could not locate a valid checkpoint record",
                "postgresql-password                            |            | is not; restore the file",
                "postgresql-password                            | another    | does not hold the password of the database",
            })
    void saysInOneSentenceWhatIsDamagedAndLeavesItAsItIs(String name, @Nullable String content, String words)
            throws IOException {
        Path file = damaged.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        if (content == null) {
            Files.delete(file);
        } else {
            Files.writeString(file, content);
        }
        List<Path> before = files(damaged);

        assertThatThrownBy(() -> EmbeddedDatabase.start(damaged))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(words)
                .hasMessageContaining("docs/operations.md")
                .hasMessageNotContaining("\n");
        assertThat(files(damaged)).isEqualTo(before);
        Files.write(file, whole);
    }

    private static List<Path> files(Path data) throws IOException {
        try (var files = Files.list(data)) {
            return files.sorted().toList();
        }
    }

    @Test
    void comesBackAtTheSamePlaceAfterItsServerWasKilled(@TempDir Path other) throws Exception {
        unpacked(other);
        try (var killed = EmbeddedDatabase.start(other);
                var busy = connect(killed)) {
            server(other).destroyForcibly();
            killed.awaitEnd();
            busy.close();

            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(DatabaseUnusable.class)
                    .until(() -> {
                        killed.startAgain();
                        return true;
                    });

            execute(killed, "create table kept (word text not null)");
        }
    }

    @Test
    void stopsAServerInTimeThatIsFrozen(@TempDir Path other) throws Exception {
        unpacked(other);
        var frozen = EmbeddedDatabase.start(other);
        ProcessHandle server = server(other);
        new ProcessBuilder("kill", "-STOP", String.valueOf(server.pid()))
                .start()
                .waitFor();

        long start = System.nanoTime();
        frozen.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        await().atMost(Duration.ofSeconds(5)).until(() -> !server.isAlive());
        EmbeddedDatabase.start(other).close();
    }

    private static ProcessHandle server(Path data) throws IOException {
        return OrphanedPostmaster.serverOf(data.resolve("postgresql")).orElseThrow();
    }

    @Test
    void goesOnWithTheDataOfTheLastTime(@TempDir Path other) throws Exception {
        unpacked(other);
        try (var first = EmbeddedDatabase.start(other)) {
            execute(first, "create table kept (word text not null)");
            execute(first, "insert into kept values ('still here')");
        }

        try (var second = EmbeddedDatabase.start(other);
                var connection = connect(second);
                var statement = connection.createStatement();
                var words = statement.executeQuery("select word from kept")) {
            assertThat(words.next()).isTrue();
            assertThat(words.getString(1)).isEqualTo("still here");
        }
    }

    @Test
    void isNotFooledByAProcessThatGotTheNumberOfAnEarlierServer(@TempDir Path other) throws Exception {
        unpacked(other);
        Path pidFile = other.resolve("postgresql").resolve("postmaster.pid");
        EmbeddedDatabase.start(other).close();
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n");

        try (var again = EmbeddedDatabase.start(other)) {
            assertThat(connect(again).isValid(1)).isTrue();
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private String answer(String query) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
