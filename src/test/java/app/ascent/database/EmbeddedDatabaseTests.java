package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
    private EmbeddedDatabase database;

    @BeforeAll
    void start(@TempDir Path directory) {
        this.directory = directory;
        database = EmbeddedDatabase.start(directory);
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
        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.start(directory))
                .withMessageContaining("Another Ascent is running")
                .withMessageContaining("ascent.data-dir");
    }

    @Test
    void goesOnWithTheDataOfTheLastTime(@TempDir Path other) throws SQLException {
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
