package app.ascent.database.embedded;

import app.ascent.database.contact.DatabaseUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * What the embedded database keeps on disk. One process at a time holds it: the lock goes with the process, however it
 * ends, and so tells a server left behind by a killed Ascent from the server of an Ascent that still runs.
 */
final class DataDirectory implements AutoCloseable {

    /** The major version of the server in this jar. */
    private static final String POSTGRESQL = "18";

    /** Three segments of its log. */
    private static final long LEAST_ROOM = 48L << 20;

    private static final int STATUS_LINE = 7;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, ownerOnly("rwx------"));
            FileChannel channel =
                    FileChannel.open(root.resolve("ascent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DatabaseUnusable("Another Ascent is running on the data directory " + root
                        + "; stop it, or give this one its own by ascent.data-dir (ASCENT_DATA_DIR).");
            }
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The data directory %s cannot be used (%s); make it a directory that the user of Ascent owns, or name another by ascent.data-dir (ASCENT_DATA_DIR)."
                            .formatted(root, why(e)),
                    e);
        }
    }

    static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _, NotDirectoryException _ -> "it is a file";
            case FileSystemException named when named.getReason() != null -> String.valueOf(named.getReason());
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very JVM
        }
    }

    Path cluster() {
        return root.resolve("postgresql");
    }

    /** Whether there is a database already. What lies at its place and is none must not be written over. */
    boolean hasCluster() throws IOException {
        Path cluster = cluster();
        if (Files.notExists(cluster) || isEmpty(cluster)) {
            return false;
        }
        Path version = cluster.resolve("PG_VERSION");
        String written = Files.exists(version) ? Files.readString(version).strip() : "";
        if (written.isEmpty()) {
            throw new DatabaseUnusable(
                    "%s is damaged, it lacks the file PG_VERSION; restore it from a backup, see docs/operations.md."
                            .formatted(cluster));
        }
        if (!written.equals(POSTGRESQL)) {
            throw new DatabaseUnusable(
                    "The data under %s are of PostgreSQL %s, and this Ascent brings %s; dump them with the Ascent that wrote them and restore them into this one, see docs/operations.md."
                            .formatted(root, written, POSTGRESQL));
        }
        if (Files.notExists(databasePasswordFile())) {
            throw new DatabaseUnusable(
                    "The database in %s is there, but its password %s is not; restore the file from a backup, or set a new one as docs/operations.md tells."
                            .formatted(cluster, databasePasswordFile()));
        }
        return true;
    }

    /** An empty place for the files of a new database. */
    Path newCluster() throws IOException {
        Path unfinished = root.resolve("postgresql.new");
        FileSystemUtils.deleteRecursively(unfinished);
        return unfinished;
    }

    void adopt(Path newCluster) throws IOException {
        Files.deleteIfExists(cluster()); // an empty one
        Files.move(newCluster, cluster());
    }

    /** PostgreSQL notes in this file how it is; a server that still recovers takes no connections. */
    boolean serverIsReady() throws IOException {
        Path pidFile = cluster().resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** Without some, a server that died cannot even recover. */
    void requireRoom() throws IOException {
        long room = Files.getFileStore(root).getUsableSpace();
        if (room < LEAST_ROOM) {
            throw new DatabaseUnusable("There are %d MB left under %s, too few for the embedded PostgreSQL; make room."
                    .formatted(room >> 20, root));
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    Path binaries() {
        return root.resolve("postgresql-binaries");
    }

    Path serverLog() {
        return root.resolve("postgresql.log");
    }

    Path databasePasswordFile() {
        return root.resolve("postgresql-password");
    }

    /** Made when first asked for; readable by the owner of the directory alone. */
    String databasePassword() throws IOException {
        Path file = databasePasswordFile();
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, ownerOnly("rw-------"));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock on " + root + " was not given back", e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
