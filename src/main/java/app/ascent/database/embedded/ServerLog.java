package app.ascent.database.embedded;

import app.ascent.database.contact.DatabaseUnusable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the server wrote to its log since a moment; its last cry says why it did not start. */
final class ServerLog {

    private static final Pattern CRY = Pattern.compile("(?:FATAL|PANIC|error|pg_ctl|unshare): +(.+)");
    private static final int ENOUGH = 64 * 1024;

    private final Path file;
    private final long from;

    private ServerLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    static ServerLog from(Path file) throws IOException {
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** One sentence, with the server's own words where no better are known. */
    DatabaseUnusable refusal(DataDirectory directory) {
        String text;
        try {
            text = text();
        } catch (IOException e) {
            return new DatabaseUnusable(
                    "The embedded PostgreSQL did not start, and its log " + file + " cannot be read.", e);
        }
        String cry = CRY.matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .filter(words -> !words.startsWith("could not start server"))
                .reduce((_, last) -> last)
                .orElse("it says nothing");
        return new DatabaseUnusable(sentence(text, cry, directory));
    }

    private String sentence(String text, String cry, DataDirectory directory) {
        if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
            return "There is no room left for the embedded PostgreSQL under %s; make room and start again."
                    .formatted(directory);
        }
        if (text.contains("shared memory block") && text.contains("still in use")) {
            return "Processes of an earlier PostgreSQL still use %s; wait until they have ended, or end them."
                    .formatted(directory);
        }
        if (text.contains("Address already in use")) {
            return "Another program has taken the port of the embedded PostgreSQL; start again for another port.";
        }
        if (text.contains("as root") || text.contains("unshare:")) {
            return "PostgreSQL refuses to run as root, and this machine allows no way round; run Ascent as an ordinary"
                    + " user, or name a PostgreSQL of your own by spring.datasource.url (SPRING_DATASOURCE_URL).";
        }
        return ("The embedded PostgreSQL cannot use its data under %s (%s); they are damaged or were changed by hand:"
                        + " restore them from a backup, see docs/operations.md, and read %s for more.")
                .formatted(directory, cry, file);
    }

    private String text() throws IOException {
        if (Files.notExists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(from, log.length() - ENOUGH);
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, log.length() - start))];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
