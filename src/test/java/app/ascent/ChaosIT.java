package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chaos program, for as long as a build may take; {@code chaos/README.md} says how to let it run for a night. */
class ChaosIT {

    private static final int LIMIT_MINUTES = 9;

    /** What the program says at its end. */
    private static final Pattern SUM =
            Pattern.compile("(?<equal>\\d+) of (?<rounds>\\d+) rounds equal to an undisturbed import,"
                    + " in \\d+ s; (?<kills>\\d+) SIGKILLs of a node;.*\\R(?<aimed>\\d+) blows met what they were aimed at;"
                    + " \\d+ rounds on slow storage; (?<looks>\\d+) looks at the books");

    /** That several nodes keep together, at least. */
    private static final int PROMISES = 30;

    @TempDir
    Path directory;

    /** One round, whose storage is quick: more of them, and slow storage, are for a night. */
    @Test
    void whatIsKilledAgainAndAgainLeavesBehindWhatAnUndisturbedImportDoes() throws Exception {
        String told = chaos("--seed=1", "--rounds=1", "--tenant=4", "--blows=KILL,KILL_ALL", "--each=4");

        Matcher sum = SUM.matcher(told);
        assertThat(sum.find()).as(told).isTrue();
        assertThat(number(sum, "equal"))
                .as(told)
                .isEqualTo(number(sum, "rounds"))
                .isPositive();
        assertThat(number(sum, "kills")).as(told).isGreaterThanOrEqualTo(5);
        assertThat(number(sum, "looks")).as(told).isGreaterThan(100);
    }

    @Test
    void severalNodesOnOneDatabaseWorkAsOne() throws Exception {
        String told = chaos("--nodes-only");

        assertThat(told.lines().filter(line -> line.startsWith("kept")).count())
                .as(told)
                .isGreaterThanOrEqualTo(PROMISES);
        assertThat(told).doesNotContain("BROKEN");
    }

    private static int number(Matcher sum, String name) {
        return Integer.parseInt(sum.group(name));
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
