package app.ascent.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.OptionalLong;

/** Keeps content in a folder of this machine, or in one that all nodes share. */
final class FolderStore implements ContentStore {

    private final PrivateFolder folder;

    FolderStore(PrivateFolder folder) {
        this.folder = folder;
    }

    @Override
    public OptionalLong size(Key key) {
        return folder.trying(() -> {
            try {
                return OptionalLong.of(Files.size(at(key)));
            } catch (NoSuchFileException nothing) {
                return OptionalLong.empty();
            }
        });
    }

    /** The file lies on the same file system, so that it moves as a whole; what was written is on the disk before its name is. */
    @Override
    public void put(Key key, Path file) {
        folder.trying(() -> {
            force(file, StandardOpenOption.WRITE);
            Path target = at(key);
            Path above = Objects.requireNonNull(target.getParent());
            folder.create(above);
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(above, StandardOpenOption.READ);
            return target;
        });
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(Key key, long from) {
        return folder.trying(() -> Channels.newInputStream(
                FileChannel.open(at(key), StandardOpenOption.READ).position(from)));
    }

    @Override
    public void delete(Key key) {
        folder.trying(() -> Files.deleteIfExists(at(key)));
    }

    @Override
    public void check() {
        folder.trying(() -> {
            folder.create(folder.root());
            if (!Files.isWritable(folder.root())) {
                throw new IOException("not writable");
            }
            return folder;
        });
    }

    private Path at(Key key) {
        return folder.root().resolve(key.path());
    }
}
