package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application on its embedded database, killed as a power cut would. */
class PullThePlugIT {

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() throws IOException {
        started.forEach(Process::destroyForcibly);
        if (Files.exists(pidFile())) {
            OrphanedPostmaster.stop(directory.resolve("postgresql"));
        }
    }

    @Test
    void hasWhatWasCommittedBeforeItWasKilled() throws Exception {
        Process first = startAscent();
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text not null)");
            statement.execute("insert into kept values ('committed')");
        }

        first.destroyForcibly().waitFor();
        assertThat(postmaster()).as("the server outlives the kill").matches(ProcessHandle::isAlive);

        Process second = startAscent();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var words = statement.executeQuery("select word from kept")) {
            assertThat(words.next()).isTrue();
            assertThat(words.getString(1)).isEqualTo("committed");
        }

        ProcessHandle server = postmaster();
        second.destroy();
        second.waitFor();
        assertThat(pidFile()).as("an orderly end takes the server along").doesNotExist();
        await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    }

    private Process startAscent() throws IOException {
        Path log = Files.createTempFile(directory, "ascent", ".log");
        Process ascent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("ascent.jar", "target/ascent.jar"),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--ascent.data-dir=" + directory)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(ascent);
        await().alias("start of Ascent, see " + log)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .failFast(() ->
                        assertThat(ascent.isAlive()).as(Files.readString(log)).isTrue())
                .until(() -> Files.readString(log).contains("Started AscentApplication"));
        return ascent;
    }

    private Connection connect() throws IOException, SQLException {
        String port = Files.readAllLines(pidFile()).get(3);
        String password = Files.readString(directory.resolve("postgresql-password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/ascent", "ascent", password);
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()))
                .orElseThrow();
    }

    private Path pidFile() {
        return directory.resolve("postgresql").resolve("postmaster.pid");
    }
}
