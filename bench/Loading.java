import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Watches an import from beside it: how many records of each type have come, when, and at what place of the log. */
final class Loading implements AutoCloseable {

    private static final long PAUSE_MILLIS = 250;
    private static final String STANDING =
            """
            select l.entity, l.created + l.updated + l.unchanged + l.linked + l.skipped + l.failed,
                   pg_current_wal_lsn()::text
              from migration_load_checkpoint l
             where l.run_id = (select id from migration_run order by number desc limit 1)""";

    /** @param log the place in the log of the database */
    record Sample(long nanos, long records, String log) {}

    private final Postgres postgres;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("loading").unstarted(this::look);
    private volatile boolean closed;
    private volatile Exception failure;

    Loading(Postgres postgres) {
        this.postgres = postgres;
        thread.start();
    }

    private void look() {
        try (Connection connection = postgres.connect("ascent"); Statement statement = connection.createStatement()) {
            boolean last = false;
            while (!last) {
                last = closed; // once more behind the end
                sample(statement);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException | InterruptedException e) {
            failure = e;
        }
    }

    private void sample(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(STANDING)) {
            long now = System.nanoTime();
            while (rows.next()) {
                List<Sample> some = samples.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>());
                long records = rows.getLong(2);
                if (records == 0) {
                    some.clear(); // only from the last look at which nothing had come
                }
                if (some.isEmpty() || some.getLast().records() != records) {
                    some.add(new Sample(now, records, rows.getString(3)));
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        closed = true;
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }

    private List<Sample> of(String entity) {
        return samples.getOrDefault(entity, List.of());
    }

    long records(String entity) {
        return of(entity).isEmpty() ? 0 : of(entity).getLast().records();
    }

    /** The first look at which so many tenths of a type had come. */
    Sample behind(String entity, int tenths) {
        long wanted = records(entity) * tenths / 10;
        return of(entity).stream()
                .filter(sample -> sample.records() >= wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was seen of " + entity + ", only of " + samples.keySet()));
    }

    /** Prints how fast each tenth of a type came, and answers how many times as long the last took as the first. */
    double printTenths(String entity) {
        double[] seconds = new double[10];
        var line = new StringBuilder();
        for (int tenth = 0; tenth < 10; tenth++) {
            Sample from = behind(entity, tenth);
            Sample to = behind(entity, tenth + 1);
            long records = Math.max(1, to.records() - from.records());
            seconds[tenth] = (to.nanos() - from.nanos()) / 1e9 / records;
            line.append(String.format(Locale.ROOT, " %6.0f", 1 / seconds[tenth]));
        }
        double times = seconds[9] / seconds[0];
        System.out.printf(
                Locale.ROOT,
                "  %-23s %7d records, %6.1f s; records a second by tenth:%s; a record of the last takes %.2f times as long%n",
                entity,
                records(entity),
                (behind(entity, 10).nanos() - behind(entity, 0).nanos()) / 1e9,
                line,
                times);
        return times;
    }
}
