import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that can be full; not to be had where one may not mount. */
final class SmallDisk implements AutoCloseable {

    private static final int ROOMY_KB = 512 * 1024;

    private final Path path;
    private final boolean mounted;

    private SmallDisk(Path path, boolean mounted) {
        this.path = path;
        this.mounted = mounted;
    }

    static SmallDisk mount(Path path) throws IOException, InterruptedException {
        Files.createDirectories(path);
        boolean mounted = succeeds("mount", "-t", "tmpfs", "-o", size(ROOMY_KB) + ",mode=700", "tmpfs", path.toString());
        return new SmallDisk(path, mounted);
    }

    boolean mounted() {
        return mounted;
    }

    Path path() {
        return path;
    }

    /** Hardly a further page fits. What is written meanwhile must fit in what is left, or the new size is refused. */
    boolean fill() throws IOException, InterruptedException {
        for (int spareKb = 16; spareKb <= 4096; spareKb *= 2) {
            FileStore store = Files.getFileStore(path);
            long usedKb = (store.getTotalSpace() - store.getUnallocatedSpace()) / 1024;
            if (succeeds("mount", "-o", "remount," + size(usedKb + spareKb), path.toString())) {
                return true;
            }
        }
        return false;
    }

    void empty() throws IOException, InterruptedException {
        succeeds("mount", "-o", "remount," + size(ROOMY_KB), path.toString());
    }

    private static String size(long kilobytes) {
        return "size=" + kilobytes + "k";
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted) {
            succeeds("umount", "-l", path.toString());
        }
    }
}
