package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged application as a process of its own, on the embedded database of a data directory. Where the build has left
 * the jar in pieces with a cache to start from (docs/operations.md), that is what starts, in a part of the time.
 */
public final class PackagedAscent implements AutoCloseable {

    private static final Pattern TELLS_WHERE = Pattern.compile("Sign in at http|There is no user yet");
    private static final String OWNER_PASSWORD = "ascent.owner.password="; // no argument may hold it
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private static final List<String> CHEAP = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final Path directory;
    private final Path log;

    private PackagedAscent(Process process, Path directory, Path log) {
        this.process = process;
        this.directory = directory;
        this.log = log;
    }

    /** Answers when the application is ready, and has its first user if it was told of one. */
    public static PackagedAscent start(Path directory, String... settings) throws IOException {
        Packaged packaged = Packaged.atBest();
        return start(packaged.jar(), packaged.options(), directory, settings);
    }

    /** The jar itself, as whoever has built it first starts it. */
    public static PackagedAscent startWhole(Path directory, String... settings) throws IOException {
        Packaged packaged = Packaged.whole();
        return start(packaged.jar(), packaged.options(), directory, settings);
    }

    /** The same with a jar that was taken apart, and with further options of the JVM. */
    static PackagedAscent start(Path jar, List<String> options, Path directory, String... settings) throws IOException {
        PackagedAscent ascent = launch(jar, options, directory, settings);
        await().alias("start of Ascent, see " + ascent.log)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .failFast(() ->
                        assertThat(ascent.process.isAlive()).as(ascent.log()).isTrue())
                .until(() -> TELLS_WHERE.matcher(ascent.log()).find());
        return ascent;
    }

    /** Answers what it printed before it ended by itself, with a code that says that it did not go well. */
    public static String refused(Path directory, String... settings) throws IOException, InterruptedException {
        Packaged packaged = Packaged.atBest();
        try (PackagedAscent ascent = launch(packaged.jar(), packaged.options(), directory, settings)) {
            assertThat(ascent.process.waitFor(180, TimeUnit.SECONDS))
                    .as(ascent.log())
                    .isTrue();
            assertThat(ascent.process.exitValue()).as(ascent.log()).isEqualTo(1);
            return ascent.log();
        }
    }

    private static PackagedAscent launch(Path jar, List<String> options, Path directory, String... settings)
            throws IOException {
        Path log = Files.createTempFile(directory, "ascent", ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(CHEAP);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        // By its name and from where it lies, as its cache was made: that knows the class path to the letter.
        command.addAll(List.of(
                "-jar", jar.getFileName().toString(), "--server.address=127.0.0.1", "--ascent.data-dir=" + directory));
        Stream.of(settings)
                .filter(setting -> !setting.startsWith(OWNER_PASSWORD))
                .map(setting -> "--" + setting)
                .forEach(command::add);
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith("server.port="))) {
            command.add("--server.port=0");
        }
        ProcessBuilder start =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        start.directory(jar.toAbsolutePath().getParent().toFile());
        Stream.of(settings)
                .filter(setting -> setting.startsWith(OWNER_PASSWORD))
                .forEach(setting ->
                        start.environment().put("ASCENT_OWNER_PASSWORD", setting.substring(OWNER_PASSWORD.length())));
        return new PackagedAscent(start.start(), directory, log);
    }

    /** What is started, and what the JVM is told besides. */
    private record Packaged(Path jar, List<String> options) {

        static Packaged whole() {
            return new Packaged(Path.of(System.getProperty("ascent.jar", "target/ascent.jar")), List.of());
        }

        /** A cache that is older than the jar is one of another build. */
        static Packaged atBest() throws IOException {
            Packaged whole = whole();
            Path pieces = whole.jar.resolveSibling("ascent");
            Path cache = pieces.resolve("ascent.aot");
            boolean current = Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(whole.jar)) >= 0;
            // The JVM would say, in the midst of the log, that CHEAP is not how the cache was made.
            return current
                    ? new Packaged(
                            pieces.resolve("ascent.jar"),
                            List.of("-XX:AOTCache=ascent.aot", "-Xlog:aot*=off", "-Xlog:cds=off"))
                    : whole;
        }
    }

    public Process process() {
        return process;
    }

    public int port() {
        Matcher port = PORT.matcher(log());
        assertThat(port.find()).as(log()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    /** What it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(pidFile()).get(3);
        String password = Files.readString(directory.resolve("postgresql-password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/ascent", "ascent", password);
    }

    /** There while the embedded PostgreSQL runs, or when it was left behind. */
    public Path pidFile() {
        return directory.resolve("postgresql").resolve("postmaster.pid");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
