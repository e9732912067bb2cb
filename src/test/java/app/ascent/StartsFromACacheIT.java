package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The cache that the build leaves is one the JVM takes, and a cache that is of no use keeps nobody from starting. */
class StartsFromACacheIT {

    private static final Path HOME = Path.of("target/ascent").toAbsolutePath();
    private static final Path JAR = HOME.resolve("ascent.jar");
    private static final Path CACHE = HOME.resolve("ascent.aot");

    @TempDir
    Path directory;

    /** A build with -Dquick leaves none, or one of an earlier build. */
    @BeforeEach
    void haveACache() throws IOException, InterruptedException {
        Path jar =
                Path.of(System.getProperty("ascent.jar", "target/ascent.jar")).toAbsolutePath();
        if (!Files.exists(CACHE) || Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            FileSystemUtils.deleteRecursively(HOME);
            java(directory, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", HOME.toString());
            java(
                    HOME,
                    "-XX:AOTCacheOutput=ascent.aot",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    "ascent.jar",
                    "--spring.profiles.active=training",
                    "--ascent.data-dir=" + directory.resolve("training"));
        }
        assertThat(CACHE).isNotEmptyFile();
    }

    @Test
    void takesTheCacheAndDoesWithoutOne() throws IOException {
        assertThat(start(JAR, "-XX:AOTCache=ascent.aot", "-XX:AOTMode=on")).contains("There is no user yet");
        assertThat(start(JAR, "-XX:AOTCache=none.aot")).contains("There is no user yet");
        assertThat(start(JAR, "-XX:AOTCache=" + cutOff())).contains("There is no user yet");
        assertThat(start(anotherBuild(), "-XX:AOTCache=" + CACHE)).contains("There is no user yet");
    }

    /** Answers what was printed until it was ready. */
    private String start(Path jar, String... options) throws IOException {
        try (PackagedAscent ascent = PackagedAscent.start(jar, List.of(options), directory)) {
            ascent.process().destroy();
            assertThat(ascent.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            return ascent.log();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As when the disk was full. */
    private Path cutOff() throws IOException {
        byte[] whole = Files.readAllBytes(CACHE);
        return Files.write(directory.resolve("cut.aot"), Arrays.copyOf(whole, whole.length / 2));
    }

    /** The same program, as another build leaves it: later, and elsewhere. */
    private Path anotherBuild() throws IOException {
        Path home = Files.createDirectories(directory.resolve("another"));
        Files.createSymbolicLink(home.resolve("lib"), HOME.resolve("lib"));
        return Files.copy(JAR, home.resolve("ascent.jar"));
    }

    private static void java(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
