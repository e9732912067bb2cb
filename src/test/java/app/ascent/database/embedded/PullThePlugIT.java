package app.ascent.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.PackagedAscent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

    private final List<PackagedAscent> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() throws IOException {
        started.forEach(PackagedAscent::close);
        if (Files.exists(pidFile())) {
            OrphanedPostmaster.stop(directory.resolve("postgresql"));
        }
    }

    @Test
    void hasWhatWasCommittedBeforeItWasKilled() throws Exception {
        PackagedAscent first = kept(PackagedAscent.startWhole(directory));
        try (Connection connection = first.database();
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text not null)");
            statement.execute("insert into kept values ('committed')");
        }

        first.process().destroyForcibly().waitFor();
        assertThat(postmaster()).as("the server outlives the kill").matches(ProcessHandle::isAlive);

        PackagedAscent second = kept(PackagedAscent.start(directory));
        try (Connection connection = second.database();
                var statement = connection.createStatement();
                var words = statement.executeQuery("select word from kept")) {
            assertThat(words.next()).isTrue();
            assertThat(words.getString(1)).isEqualTo("committed");
        }

        ProcessHandle server = postmaster();
        second.process().destroy();
        second.process().waitFor();
        assertThat(pidFile()).as("an orderly end takes the server along").doesNotExist();
        await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    }

    private PackagedAscent kept(PackagedAscent ascent) {
        started.add(ascent);
        return ascent;
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()))
                .orElseThrow();
    }

    private Path pidFile() {
        return directory.resolve("postgresql").resolve("postmaster.pid");
    }
}
