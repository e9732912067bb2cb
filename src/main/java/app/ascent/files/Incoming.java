package app.ascent.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way: a file of their own that counts and hashes what is written. Closing it removes what was not kept. Not for
 * several threads.
 */
public final class Incoming implements AutoCloseable {

    private final PrivateFolder folder;
    private final Path file;
    private final MessageDigest digest = sha256();
    private OutputStream out;
    private final byte[] head = new byte[Pictures.HEAD];
    private long size;

    Incoming(PrivateFolder folder) {
        this.folder = folder;
        this.file = folder.trying(() -> folder.file("incoming-"));
        this.out = opened();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private OutputStream opened() {
        return folder.trying(
                () -> Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** What is written here throws {@link ContentsAway} where there is no room, and no {@link IOException}. */
    public OutputStream stream() {
        return new Counted();
    }

    /** So many bytes were written. */
    public long size() {
        return size;
    }

    /** Empties it for another try. */
    public void restart() {
        shut();
        digest.reset();
        size = 0;
        out = opened();
    }

    /** After this nothing more is written. */
    Path written() {
        shut();
        return file;
    }

    /** In hex; of all that was written, whoever asks. */
    String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("Java's own digest can be cloned", impossible);
        }
    }

    /** See {@link Pictures#of}. */
    @Nullable
    String picture() {
        return Pictures.of(Arrays.copyOf(head, (int) Math.min(size, head.length)));
    }

    private void shut() {
        folder.trying(() -> {
            out.close();
            return file;
        });
    }

    @Override
    public void close() {
        shut();
        folder.trying(() -> Files.deleteIfExists(file));
    }

    private final class Counted extends OutputStream {

        @Override
        public void write(int next) {
            write(new byte[] {(byte) next}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            folder.trying(() -> {
                out.write(bytes, offset, length);
                return length;
            });
            digest.update(bytes, offset, length);
            if (size < head.length) {
                System.arraycopy(bytes, offset, head, (int) size, (int) Math.min(length, head.length - size));
            }
            size += length;
        }
    }
}
