import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that syncs what it writes, as a real one does. */
final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    Postgres(Path directory, boolean profile) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100");
        if (profile) {
            builder.setServerConfig("track_io_timing", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements");
        }
        server = builder.start();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    void create(String database) throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    /** The statements most time went to. */
    void printDearestStatements(String database) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            try (ResultSet rows = statement.executeQuery(
                    """
                    select round(total_exec_time) as ms, calls, rows, wal_bytes / 1024 / 1024 as wal_mb,
                           left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as query
                      from pg_stat_statements s
                      join pg_database d on d.oid = s.dbid and d.datname = current_database()
                     order by total_exec_time desc limit 25""")) {
                while (rows.next()) {
                    System.out.printf(
                            "%8d ms %8d calls %9d rows %5d MB WAL  %s%n",
                            rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getString(5));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
