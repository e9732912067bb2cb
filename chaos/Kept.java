import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is in files, as it lies in the folder that all nodes share, held against what rows say of it. */
record Kept(Path folder) {

    private static final String NAMED =
            "select distinct organization_id, sha256 from attachment where sha256 is not null";

    private static final String LINES =
            "select coalesce(source_id, id::text), organization_id, sha256 from attachment where sha256 is not null";

    /** Whether this Ascent has files at all. */
    static boolean any(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('attachment') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private Path at(String organization, String hash) {
        return folder.resolve(organization).resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    /** Hashes that a row names and nothing is kept under. */
    List<String> missing(Statement statement) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(NAMED)) {
            while (rows.next()) {
                if (Files.notExists(at(rows.getString(1), rows.getString(2)))) {
                    missing.add(rows.getString(2));
                }
            }
        }
        return missing;
    }

    /** A line for each file: what it is said to hold, and what it holds. */
    List<String> lines(Statement statement) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(LINES)) {
            while (rows.next()) {
                Path file = at(rows.getString(2), rows.getString(3));
                String held = Files.exists(file) ? hash(file) : "nothing";
                lines.add(rows.getString(1) + " says " + rows.getString(3) + " and holds "
                        + (held.equals(rows.getString(3)) ? "it" : held));
            }
        }
        return lines;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
