package app.ascent.database.embedded;

import app.ascent.database.contact.DatabaseUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL for whoever has none at hand: it keeps its data under the data directory through crashes of Ascent and of
 * the machine, listens on this machine only, and asks for a password that only the data directory knows.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String NAME = "ascent";
    private static final String WRONG_PASSWORD = "28P01";

    private final DataDirectory directory;
    private final Postmaster postmaster;
    private final int port;
    private final String password;
    private volatile ProcessHandle server;

    private EmbeddedDatabase(
            DataDirectory directory, Postmaster postmaster, int port, String password, ProcessHandle server) {
        this.directory = directory;
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
        this.server = server;
    }

    /** @throws DatabaseUnusable in one sentence */
    static EmbeddedDatabase start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        try {
            EmbeddedDatabase database = start(directory);
            database.createIfMissing();
            log.info("The embedded PostgreSQL runs on port {}, its data under {}", database.port, directory);
            return database;
        } catch (IOException e) {
            directory.close();
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL did not start under %s: %s.".formatted(directory, DataDirectory.why(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            directory.close();
            throw new IllegalStateException("Interrupted while the embedded PostgreSQL started", e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(DataDirectory directory) throws IOException, InterruptedException {
        directory.requireRoom();
        boolean earlier = directory.hasCluster();
        Postmaster postmaster = new Postmaster(directory, PostgresBinaries.unpacked(directory.binaries()));
        String password = directory.databasePassword();
        if (!earlier) {
            postmaster.createCluster();
        }
        int port = freePort();
        return new EmbeddedDatabase(directory, postmaster, port, password, postmaster.start(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** The application gets a role of its own, which owns its database and nothing else. */
    private void createIfMissing() throws IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                // The password is base64url of our own making and needs no quoting; the statement takes no parameters.
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            postmaster.stop();
            throw new DatabaseUnusable(
                    WRONG_PASSWORD.equals(e.getSQLState())
                            ? "%s does not hold the password of the database beside it; restore the file from a backup, or set a new one as docs/operations.md tells."
                                    .formatted(directory.databasePasswordFile())
                            : "The embedded PostgreSQL started under %s, but refused to make Ascent's database: %s."
                                    .formatted(directory, e.getMessage()),
                    e);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    void awaitEnd() throws InterruptedException {
        Postmaster.awaitEnd(server);
    }

    /**
     * Starts a server that died on the same port again, so that whoever knows where it was finds it there.
     *
     * @throws DatabaseUnusable when it does not start now
     */
    void startAgain() throws InterruptedException {
        try {
            directory.requireRoom();
            server = postmaster.start(port);
        } catch (IOException e) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL did not start under %s: %s.".formatted(directory, DataDirectory.why(e)),
                    e);
        }
    }

    String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        } finally {
            directory.close();
        }
    }
}
