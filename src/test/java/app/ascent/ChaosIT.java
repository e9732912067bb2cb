package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chaos program, for as long as a build may take; {@code chaos/README.md} says how to let it run for a night. */
class ChaosIT {

    private static final int LIMIT_MINUTES = 9;

    @TempDir
    Path directory;

    @Test
    void whatIsKilledAgainAndAgainLeavesBehindWhatAnUndisturbedImportDoes() throws Exception {
        String told = chaos("--seed=1", "--rounds=20", "--minutes=2");

        assertThat(told).contains("rounds equal to an undisturbed import");
    }

    @Test
    void severalNodesOnOneDatabaseWorkAsOne() throws Exception {
        String told = chaos("--nodes-only");

        assertThat(told).contains("kept").doesNotContain("BROKEN");
    }

    private String chaos(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "chaos/run"));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("chaos.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        Path java = Path.of(System.getProperty("java.home"), "bin");
        builder.environment().merge("PATH", java.toString(), (path, own) -> own + ":" + path);
        Process chaos = builder.start();
        try {
            assertThat(chaos.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as(() -> told(output))
                    .isTrue();
            assertThat(chaos.exitValue()).as(() -> told(output)).isZero();
        } finally {
            chaos.destroy();
        }
        return told(output);
    }

    private static String told(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "The chaos program said nothing: " + e;
        }
    }
}
