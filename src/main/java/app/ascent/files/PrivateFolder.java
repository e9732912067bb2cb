package app.ascent.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder into which nobody looks but whoever runs Ascent. */
record PrivateFolder(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

    /** What is done with files, and fails as they do. */
    @FunctionalInterface
    interface Deed<T> {

        T done() throws IOException;
    }

    /** @throws ContentsAway in words for people; where it was says the log */
    <T> T trying(Deed<T> deed) {
        try {
            return deed.done();
        } catch (IOException failure) {
            throw away(failure);
        }
    }

    static ContentsAway away(IOException failure) {
        LOG.warn("Files cannot be kept: {}", failure.toString());
        String why = String.valueOf(failure.getMessage());
        return new ContentsAway(
                why.contains("No space left") || why.contains("quota")
                        ? "The disk on which files are kept is full."
                        : "The folder in which files are kept cannot be used.");
    }

    /** With whatever is missing above it; each new name is on the disk afterwards. */
    void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            create(above);
        }
        try {
            Files.createDirectory(folder, mode(folder, "rwx------"));
        } catch (FileAlreadyExistsException another) {
            return; // at the same moment
        }
        if (above != null) {
            try (FileChannel channel = FileChannel.open(above, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** A new file of that name's beginning, which nobody else reads. */
    Path file(String beginning) throws IOException {
        create(root);
        return Files.createTempFile(root, beginning, ".tmp", mode(root, "rw-------"));
    }

    /** What was left behind. */
    void removeOlderThan(Instant moment) {
        trying(() -> {
            create(root);
            FileTime oldest = FileTime.from(moment);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(root, "*.tmp")) {
                for (Path file : left) {
                    if (lastTouched(file).compareTo(oldest) < 0) {
                        Files.deleteIfExists(file);
                    }
                }
            }
            return root;
        });
    }

    /** One that is gone meanwhile is not old. */
    private static FileTime lastTouched(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException gone) {
            return FileTime.from(Instant.MAX);
        }
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString(permissions);
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }
}
