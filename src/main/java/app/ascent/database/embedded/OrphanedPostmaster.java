package app.ascent.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that outlives an Ascent which was killed. It still holds the data directory, so it is stopped before
 * a new one starts there; what it had committed is in its write-ahead log either way.
 */
final class OrphanedPostmaster {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);

    private static final int STOP_LIMIT_SECONDS = 30;

    private OrphanedPostmaster() {}

    /** To be called with the lock on the data directory held: only then is the server nobody's. */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> process = processNamedIn(pidFile);
        if (process.isEmpty()) {
            return; // a process that is gone needs no help: PostgreSQL sees that by itself
        }
        if (serves(process.get(), cluster)) {
            log.warn(
                    "Stopping the PostgreSQL that a killed Ascent left behind, process {}",
                    process.get().pid());
            stop(process.get());
        } else {
            // The number was given to another program since; PostgreSQL would take that one for its predecessor.
            Files.delete(pidFile);
        }
    }

    /** The server that holds these files, if one does. */
    static Optional<ProcessHandle> serverOf(Path cluster) throws IOException {
        return processNamedIn(cluster.resolve("postmaster.pid")).filter(process -> serves(process, cluster));
    }

    /**
     * Whether it is there and at work. In a container Ascent may be the first process, whom the ended ones are left to, and
     * one that nobody takes leave of counts as alive; but it has no program any more.
     */
    static boolean runs(ProcessHandle server) {
        return server.isAlive() && server.info().command().isPresent();
    }

    private static Optional<ProcessHandle> processNamedIn(Path pidFile) throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || lines.getFirst().isBlank()
                ? Optional.empty() // it was being written when the machine stopped
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
        // Windows does not tell the arguments of a process.
        boolean here = info.arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(true);
        return postgres && here;
    }

    private static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("It did not stop within {} s and is killed; PostgreSQL recovers from that", STOP_LIMIT_SECONDS, e);
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier PostgreSQL stopped", e);
        }
    }
}
