import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** A PostgreSQL that syncs what it writes, as a real one does. */
final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    Postgres(Path directory, boolean profile) throws IOException {
        this(directory, 0, profile);
    }

    /** On a port of one's choice, where the directory is kept from one start to the next; 0 for any port. */
    Postgres(Path directory, int port, boolean profile) throws IOException {
        this(directory, port, profile, false);
    }

    /** One that can tell plans when it is asked to. */
    static Postgres withPlans(Path directory) throws IOException {
        return new Postgres(directory, 0, false, true);
    }

    private Postgres(Path directory, int port, boolean profile, boolean plans) throws IOException {
        Path output = output();
        Redirect log = Redirect.appendTo(output.toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setCleanDataDirectory(port == 0)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2)) // a start that recovers takes its time
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "15min");
        if (plans) {
            // No plans yet: recordPlans says from when on, which a setting here would overrule. The log is kept, to be looked into.
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements,auto_explain")
                    .setServerConfig("auto_explain.log_analyze", "on")
                    .setServerConfig("auto_explain.log_buffers", "on")
                    .setServerConfig("wal_keep_size", "16GB");
        } else if (profile) {
            // What takes longer than a blink tells its plan in the output.
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements,auto_explain")
                    .setServerConfig("auto_explain.log_min_duration", "300ms")
                    .setServerConfig("auto_explain.log_analyze", "on")
                    .setServerConfig("auto_explain.log_timing", "off")
                    .setServerConfig("auto_explain.log_buffers", "on");
        }
        server = builder.start();
    }

    private static Path output() throws IOException {
        return Files.createDirectories(Path.of("target/bench")).resolve("postgres.log");
    }

    /** What the server says from now on of the plans of all statements. */
    final class Plans {

        private final long begin;

        private Plans() throws IOException, SQLException {
            begin = Files.size(output());
            log("0");
        }

        private void log(String least) throws SQLException {
            try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
                statement.execute("alter system set auto_explain.log_min_duration = " + least);
                statement.execute("select pg_reload_conf()");
            }
        }

        /** Where they stand. */
        Path end() throws IOException, SQLException {
            log("-1");
            byte[] all = Files.readAllBytes(output());
            return Files.write(
                    output().resolveSibling("plans.log"),
                    Arrays.copyOfRange(all, (int) Math.min(begin, all.length), all.length));
        }
    }

    Plans recordPlans() throws IOException, SQLException {
        return new Plans();
    }

    int port() {
        return server.getPort();
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

    /** Seconds of processor time of all its processes, those that have ended included. */
    double processorTime() throws IOException {
        ProcessHandle postmaster = postmaster();
        double ended = ticksOfChildren(postmaster.pid()) / 100.0;
        return ended
                + Stream.concat(Stream.of(postmaster), postmaster.children())
                                .mapToLong(process -> process.info()
                                        .totalCpuDuration()
                                        .map(Duration::toMillis)
                                        .orElse(0L))
                                .sum()
                        / 1000.0;
    }

    ProcessHandle postmaster() {
        int port = server.getPort();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().isPresent())
                .filter(process -> String.join(" ", process.info().arguments().get()).contains("-p " + port))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .findFirst()
                .orElseThrow();
    }

    private static long ticksOfChildren(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    void emptyClientsAndContacts(String database) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute("truncate crm_contact, crm_client, crm_contact_search, crm_client_search, contract_search, asset_search, project_search cascade");
        }
    }

    boolean hasUnsettledTexts(String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select exists (select from crm_contact_search where not settled)
                            or exists (select from crm_client_search where not settled)
                            or exists (select from desk_ticket_search where not settled)
                            or exists (select from desk_time_search where not settled)
                        """)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Bytes of log written so far, all databases together. */
    long written() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")) {
            row.next();
            return row.getLong(1);
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
