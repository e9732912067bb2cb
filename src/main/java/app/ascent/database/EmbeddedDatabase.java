package app.ascent.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL for whoever has none at hand: it keeps its data under the data directory through crashes of Ascent and of
 * the machine, listens on this machine only, and asks for a password that only the data directory knows.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String NAME = "ascent";
    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DataDirectory directory;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server, String password) {
        this.directory = directory;
        this.server = server;
        this.password = password;
    }

    static EmbeddedDatabase start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        try {
            OrphanedPostmaster.stop(directory.cluster());
            EmbeddedDatabase database =
                    new EmbeddedDatabase(directory, startServer(directory), directory.databasePassword());
            database.createIfMissing();
            log.info(
                    "The embedded PostgreSQL runs on port {}, its data under {}", database.server.getPort(), directory);
            return database;
        } catch (IOException e) {
            directory.close();
            throw new UncheckedIOException("The embedded PostgreSQL did not start, see " + directory.serverLog(), e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** The library is made for tests: by default it trusts everyone, syncs nothing, cleans up, and stops on its own. */
    private static EmbeddedPostgres startServer(DataDirectory directory) throws IOException {
        Redirect log = Redirect.appendTo(directory.serverLog().toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.binaries().toFile())
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.databasePasswordFile().toString())
                .setConnectConfig("password", directory.databasePassword())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                // After a checkpoint the first change of a page is logged as the whole page; an import changes most.
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("client_connection_check_interval", "2s")
                .setServerConfig("log_checkpoints", "off")
                .setServerConfig("log_error_verbosity", "terse") // the details would quote rows of customers
                .start();
    }

    /** The application gets a role of its own, which owns its database and nothing else. */
    private void createIfMissing() {
        try (Connection connection = server.getDatabase(SUPERUSER, "postgres", Map.of("password", password))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                // The password is base64url of our own making and needs no quoting; the statement takes no parameters.
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            stop();
            throw new IllegalStateException("The embedded PostgreSQL refused to make Ascent's database", e);
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

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        stop();
        directory.close();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        }
    }
}
