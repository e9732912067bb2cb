import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tenant, database and nodes, which serve all rounds one after the other. */
final class World implements AutoCloseable {

    private static final String MIGRATIONS = "/api/v1/autotask/migrations";
    private static final String CREDENTIALS =
            """
            {"apiUser":"practice@sandbox.example","secret":"practice-secret",
             "integrationCode":"PRACTICE-INTEGRATION-CODE27"}""";
    private static final String IMPORT = "^(migration|importing|crm|contract|asset|project|conversation|desk_category|desk_ticket|desk_time|attachment|file|autotask|audit)(_|$)";

    /** How far the latest run is. */
    record Standing(String status, String reason, long pulled, long handled) {

        boolean over() {
            return List.of("COMPLETED", "COMPLETED_WITH_ISSUES", "FAILED", "CANCELLED")
                    .contains(status);
        }
    }

    private final Path directory;
    private final Kept kept;
    private final TenantProcess tenant;
    private final SmallDisk disk;
    private final Cluster cluster;
    private volatile Postgres postgres;

    World(Path directory, int nodes, List<String> settings, Duration ahead) throws Exception {
        this.directory = directory;
        Path data = directory.resolve("data");
        kept = new Kept(data.resolve("files"));
        tenant = new TenantProcess(directory);
        postgres = new Postgres(directory.resolve("postgres"), Application.freePort(), false);
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create role ascent login");
            statement.execute("create database ascent owner ascent");
        }
        disk = SmallDisk.mount(directory.resolve("disk"));
        var all = new ArrayList<>(List.of(
                "--ascent.data-dir=" + data, // of all nodes
                "--spring.datasource.url=" + postgres.url("ascent"),
                "--spring.datasource.username=ascent",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--spring.datasource.hikari.connection-timeout=5000",
                "--ascent.encryption-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "--ascent.autotask.discovery-url=" + tenant.discovery(),
                "--ascent.autotask.allow-loopback=true"));
        all.addAll(settings);
        cluster = new Cluster(directory, nodes, all, ahead);
        if (disk.mounted()) {
            moveToSmallDisk();
        }
        try (Connection connection = connect()) {
            SlowStorage.install(connection);
        }
    }

    void use(SlowStorage storage) throws SQLException {
        try (Connection connection = connect()) {
            storage.use(connection);
        }
    }

    private void moveToSmallDisk() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create tablespace small location '" + disk.path() + "'");
            for (String table : List.of("migration_staged_record", "crm_client", "crm_contact", "migration_id_map")) {
                statement.execute("alter table " + table + " set tablespace small");
            }
        }
    }

    Connection connect() throws SQLException {
        return postgres.connect("ascent");
    }

    Cluster cluster() {
        return cluster;
    }

    TenantProcess tenant() {
        return tenant;
    }

    Kept kept() {
        return kept;
    }

    SmallDisk disk() {
        return disk;
    }

    /** No import has ever been made, and the tenant is as it was in the beginning. */
    String beginAnew(Map<String, String> settings) throws Exception {
        tenant.begin(settings);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String tables;
            try (ResultSet row = statement.executeQuery("select string_agg(tablename, ',') from pg_tables"
                    + " where schemaname = 'public' and tablename ~ '" + IMPORT + "'")) {
                row.next();
                tables = row.getString(1);
            }
            statement.execute("delete from scheduler_task where task_name = 'migration-run'");
            truncate(statement, tables);
            statement.execute("delete from desk_status where not system");
        }
        Chaos.delete(kept.folder().toFile());
        HttpResponse<String> created = cluster.call(0, "POST", MIGRATIONS, CREDENTIALS);
        if (created.statusCode() != 201) {
            throw new IllegalStateException("Create answered " + created.statusCode() + " " + created.body());
        }
        return created.headers().firstValue("Location").map(World::path).orElseThrow();
    }

    /** A run of a round that failed may still be under way, and hold some tables while it asks for others. */
    private static void truncate(Statement statement, String tables) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                statement.execute("truncate " + tables + " cascade");
                return;
            } catch (SQLException e) {
                if (!"40P01".equals(e.getSQLState()) || tries == 10) {
                    throw e;
                }
            }
        }
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/api/"));
    }

    void start(int node, String migration) throws IOException, InterruptedException {
        HttpResponse<String> started = cluster.call(node, "POST", migration + "/start", "");
        // 409: a node has started it, and died before it could say so.
        if (started.statusCode() != 202 && started.statusCode() != 409) {
            throw new IllegalStateException("Start answered " + started.statusCode() + " " + started.body());
        }
    }

    Standing standing() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select r.status, coalesce(r.reason_code, ''),
                            (select coalesce(sum(pulled), 0) from migration_pull_checkpoint p
                             join migration_load_checkpoint l using (run_id, entity) where p.run_id = r.id),
                            (select coalesce(sum(created + updated + unchanged + linked + skipped + failed), 0)
                             from migration_load_checkpoint l where l.run_id = r.id)
                        from migration_run r order by r.number desc limit 1""")) {
            return row.next()
                    ? new Standing(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4))
                    : new Standing("CREATED", "", 0, 0);
        }
    }

    /** The node that executes the run; -1 when none does. */
    int worker() throws SQLException {
        return Integer.parseInt(one("select coalesce(max(substr(picked_by, 6)), '-1') from scheduler_task"
                + " where task_name = 'migration-run' and picked"));
    }

    String one(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Every row of an import, the version of it that the database keeps included. */
    Map<String, String> rows() throws SQLException {
        var tables = new ArrayList<>(List.of(
                "crm_client", "crm_contact", "contract", "contract_line", "contract_balance", "asset", "asset_relation",
                "project", "project_phase", "project_task", "project_task_predecessor", "conversation_entry",
                "desk_category", "desk_ticket", "desk_ticket_number", "desk_time",
                "migration_id_map", "migration_staged_record", "migration_finding",
                "migration_pull_checkpoint", "migration_load_checkpoint", "migration_run", "migration_run_report"));
        if (Boolean.parseBoolean(one("select (to_regclass('attachment') is not null)::text"))) {
            tables.add("attachment");
        }
        String query = tables.stream()
                .map(table -> "(select coalesce(sum(hashtext(t.ctid::text || t.xmin::text)::bigint), 0) from " + table + " t)")
                .collect(Collectors.joining(" || ' ' || ", "select ", ""));
        String[] sums = one(query).split(" ");
        return IntStream.range(0, tables.size()).boxed().collect(Collectors.toMap(tables::get, i -> sums[i]));
    }

    /** What the nodes are at, for whoever has to find out why nothing happens. */
    String state() throws SQLException {
        return one(
                """
                select concat_ws(E'\n', now(),
                    (select string_agg(t::text, E'\n') from scheduler_task t),
                    (select string_agg(concat_ws(' ', r.id, r.status, r.fence, r.ticket), E'\n') from migration_run r),
                    (select string_agg(concat_ws(' ', a.pid, a.state, a.wait_event, a.xact_start,
                            pg_blocking_pids(a.pid), left(a.query, 200)), E'\n')
                     from pg_stat_activity a where a.usename = 'ascent' and a.state <> 'idle'))""");
    }

    void cutConnections() throws SQLException {
        one("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where usename = 'ascent' and random() < 0.5");
    }

    /** SIGKILL for the postmaster; its children notice and end. Then a start that recovers. */
    void crashDatabase() throws IOException {
        int port = postgres.port();
        ProcessHandle postmaster = postgres.postmaster();
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join()); // as long as one of them lives no other postmaster starts
        try {
            postgres.close();
        } catch (IOException e) {
            // it has ended already
        }
        postgres = new Postgres(directory.resolve("postgres"), port, false);
    }

    /** What a round that failed left behind must not fail the next one. */
    void mend() throws IOException, InterruptedException {
        for (int i = 0; i < cluster.size(); i++) {
            if (cluster.frozen(i)) {
                cluster.thaw(i);
            }
        }
        disk.empty();
    }

    /** Where to look when a round failed. */
    Path directory() throws IOException {
        return Files.exists(directory) ? directory.toRealPath() : directory;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        cluster.close();
        tenant.close();
        postgres.close();
        disk.close();
    }
}
