package app.ascent.database.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of the embedded PostgreSQL at work: they make its files, start its server, and stop it in time. */
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    /** How long {@code pg_ctl} itself waits; a server that still recovers then is waited for as long as it lives. */
    private static final String START_SECONDS = "60";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LOOK_CLOSELY = Duration.ofMillis(20);

    /** Of the five seconds in which Ascent leaves; a checkpoint that takes longer is made up for by the next start. */
    static final Duration STOP_LIMIT = Duration.ofMillis(2500);

    /** What the library it comes from, and PostgreSQL itself, would have otherwise. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("max_connections", "100"),
            // After a checkpoint the first change of a page is logged as the whole page; an import changes most.
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            // Whoever has gone is not worked for; and a server that is started again waits for no orphan.
            Map.entry("client_connection_check_interval", "2s"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_error_verbosity", "terse"))); // the details would quote rows of customers

    private final DataDirectory directory;
    private final Path programs;

    Postmaster(DataDirectory directory, Path programs) {
        this.directory = directory;
        this.programs = programs;
    }

    /** Makes the files of a new database; at their place they are only once they are complete. */
    void createCluster() throws IOException, InterruptedException {
        Path unfinished = directory.newCluster();
        ServerLog words = ServerLog.from(directory.serverLog());
        int exit = run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + EmbeddedDatabase.SUPERUSER,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + directory.databasePasswordFile());
        if (exit != 0) {
            throw words.refusal(directory);
        }
        directory.adopt(unfinished);
    }

    /** Answers the server once it takes connections. */
    ProcessHandle start(int port) throws IOException, InterruptedException {
        OrphanedPostmaster.stop(directory.cluster());
        ServerLog words = ServerLog.from(directory.serverLog());
        List<String> options = new ArrayList<>(List.of("-p " + port));
        SETTINGS.forEach((name, value) -> options.add("-c " + name + "=" + value));
        int exit = run(
                "pg_ctl",
                "-D",
                directory.cluster().toString(),
                "-o",
                String.join(" ", options),
                "-w",
                "-t",
                START_SECONDS,
                "start");
        ProcessHandle server = running().orElseThrow(() -> words.refusal(directory));
        if (exit != 0) {
            log.info("The embedded PostgreSQL recovers, which takes longer than {} s", START_SECONDS);
        }
        while (!directory.serverIsReady()) {
            if (!OrphanedPostmaster.runs(server)) {
                throw words.refusal(directory);
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return server;
    }

    private Optional<ProcessHandle> running() throws IOException {
        return OrphanedPostmaster.serverOf(directory.cluster());
    }

    /** Does not fail: what is left behind is killed, and recovers. */
    void stop() throws IOException {
        Optional<ProcessHandle> running = running();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle server = running.get();
        try {
            run("pg_ctl", "-D", directory.cluster().toString(), "-m", "fast", "-W", "stop");
            if (!endsWithin(STOP_LIMIT, server)) {
                log.warn("The embedded PostgreSQL did not stop in time and was killed; it recovers at the next start");
                kill(server);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill(server);
        }
    }

    private static boolean endsWithin(Duration limit, ProcessHandle server) throws InterruptedException {
        long start = System.nanoTime();
        while (OrphanedPostmaster.runs(server)) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            Thread.sleep(LOOK_CLOSELY);
        }
        return true;
    }

    /** Returns when the server is no more, whoever ended it. The end of a process that is no child has to be looked for. */
    static void awaitEnd(ProcessHandle server) throws InterruptedException {
        while (OrphanedPostmaster.runs(server)) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** Its children, too: one that is left would keep the next server from starting. */
    private static void kill(ProcessHandle server) {
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private int run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to be root, and there it is nobody
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Redirect log = Redirect.appendTo(directory.serverLog().toFile());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    private static boolean asRoot() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && "root".equals(System.getProperty("user.name"))
                && Files.exists(Path.of("/proc/self/ns/user"));
    }
}
