package app.ascent;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this JVM's tests: the one that ASCENT_TEST_JDBC_URL names, else a container where a Docker engine
 * answers, else an embedded one. Everybody gets a database of their own, copied from a migrated template.
 */
public final class TestDatabase {

    private static final String PREFIX =
            "ascent_test_" + UUID.randomUUID().toString().replace("-", "") + "_";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Server SERVER = Server.start();
    private static final String TEMPLATE = migratedTemplate();

    private TestDatabase() {}

    /** A fresh database with the whole schema and nothing in it. */
    public static Coordinates fresh() {
        String name = newName();
        SERVER.execute("create database " + name + " template " + TEMPLATE);
        return SERVER.coordinates(name);
    }

    /** A fresh database as a version of Ascent made it: without the scripts that came later, and with nothing in it. */
    public static Coordinates asOf(String version) {
        String name = newName();
        SERVER.execute("create database " + name);
        Coordinates coordinates = SERVER.coordinates(name);
        migrate(coordinates, version);
        return coordinates;
    }

    /** Runs the scripts that come after the database's own, up to a version. */
    public static void migrate(Coordinates coordinates, String version) {
        Flyway.configure()
                .dataSource(coordinates.url(), coordinates.user(), coordinates.password())
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private static String migratedTemplate() {
        String name = newName();
        SERVER.execute("create database " + name);
        migrate(SERVER.coordinates(name), "latest");
        return name;
    }

    private static String newName() {
        return PREFIX + COUNT.incrementAndGet();
    }

    /** Where a database is and who may enter. */
    public record Coordinates(String url, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    /** @param url of any database of the server, to create others from */
    private record Server(String url, String user, String password) {

        static Server start() {
            String named = System.getenv("ASCENT_TEST_JDBC_URL");
            if (named != null) {
                Server server = new Server(
                        named,
                        System.getenv().getOrDefault("ASCENT_TEST_JDBC_USER", "postgres"),
                        System.getenv().getOrDefault("ASCENT_TEST_JDBC_PASSWORD", ""));
                atExit(server::dropTestDatabases);
                return server;
            }
            return dockerAnswers() ? container() : embedded();
        }

        private static boolean dockerAnswers() {
            // Testcontainers looks around for seconds, and loudly; these two say at once whether that is worth it.
            boolean likely = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
            return likely && DockerClientFactory.instance().isDockerAvailable();
        }

        @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it then
        private static Server container() {
            var container = new PostgreSQLContainer("postgres:18-alpine")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
            container.start();
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static Server embedded() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("log_checkpoints", "off")
                        .start();
                atExit(() -> stop(postgres));
                return new Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Later than the contexts of the tests, which would wait for their connections in vain. */
        private static void atExit(Runnable last) {
            SpringApplication.getShutdownHandlers().add(last);
        }

        private void dropTestDatabases() {
            IntStream.rangeClosed(1, COUNT.get())
                    .forEach(number -> execute("drop database if exists " + PREFIX + number + " with (force)"));
        }

        Coordinates coordinates(String database) {
            int query = url.indexOf('?');
            String base = query < 0 ? url : url.substring(0, query);
            String parameters = query < 0 ? "" : url.substring(query);
            return new Coordinates(
                    base.substring(0, base.lastIndexOf('/') + 1) + database + parameters, user, password);
        }

        void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("The test server refused: " + sql, e);
            }
        }
    }
}
