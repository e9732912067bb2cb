package app.ascent.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/** The health of the disk is that of the disk Ascent writes to. */
class DataDirectoryRoomTests {

    @Test
    void looksWhereAscentWrites(@TempDir Path directory) {
        assertThat(health(directory, "1MB").getDetails()).containsEntry("path", directory.toString());
    }

    @Test
    void looksAtTheNearestPlaceThatIsThere(@TempDir Path directory) {
        assertThat(health(directory.resolve("not/yet"), "1MB").getDetails())
                .containsEntry("path", directory.toString())
                .containsEntry("exists", true);
    }

    @Test
    void isNotWellWithLessRoomThanIsAskedFor(@TempDir Path directory) {
        assertThat(health(directory, "1000000GB").getStatus()).isEqualTo(Status.DOWN);
        assertThat(health(directory, "1MB").getStatus()).isEqualTo(Status.UP);
    }

    private static Health health(Path directory, String threshold) {
        return new DataDirectoryRoomConfiguration()
                .diskSpaceHealthIndicator(directory, DataSize.parse(threshold))
                .health();
    }
}
