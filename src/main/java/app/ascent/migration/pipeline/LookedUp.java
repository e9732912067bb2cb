package app.ascent.migration.pipeline;

import app.ascent.migration.LookedUpRecords;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.Processed;
import app.ascent.migration.staging.RecordState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts by which records a run loaded rows of {@link LookupTable#counted() counted} tables were looked up, and what these add to them, in the transaction that
 * loads them. A run that is resumed goes on counting, since it loads none twice.
 */
@Component
class LookedUp {

    /** A row, and what is counted of it. */
    private record Counter(Lookup.Key key, String measure) {}

    /** In which two batches that load at once write them, so that they do not wait in a circle. */
    private static final Comparator<Counter> ORDER = Comparator.comparing((Counter counter) -> counter.key.type())
            .thenComparing(counter -> counter.key.value())
            .thenComparing(Counter::measure);

    private final JdbcClient jdbc;

    LookedUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RunContext run, EntityType type, List<? extends Read<?>> batch, List<Processed> processed) {
        Set<SourceId> loaded = processed.stream()
                .filter(record -> record.state() == RecordState.LOADED)
                .map(Processed::id)
                .collect(Collectors.toSet());
        Map<Counter, Long> amounts = new TreeMap<>(ORDER);
        batch.stream().filter(read -> loaded.contains(read.id())).forEach(read -> {
            read.lookedUp().forEach(key -> amounts.merge(new Counter(key, LookedUpRecords.RECORDS), 1L, Long::sum));
            read.measures()
                    .forEach(measured -> amounts.merge(
                            new Counter(measured.key(), measured.measure()), measured.amount(), Long::sum));
        });
        if (amounts.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_looked_up as l (run_id, entity, looked_up, row_id, measure, amount)
                        select :run, :entity, n.looked_up, n.id, n.measure, n.amount
                        from unnest(:tables, :ids, :measures, :amounts) as n (looked_up, id, measure, amount)
                        on conflict (run_id, looked_up, row_id, entity, measure) do update
                        set amount = l.amount + excluded.amount
                        """)
                .param("run", run.run().value())
                .param("entity", type.name())
                .param(
                        "tables",
                        amounts.keySet().stream()
                                .map(counter -> counter.key.type().name())
                                .toArray(String[]::new))
                .param(
                        "ids",
                        amounts.keySet().stream()
                                .map(counter -> counter.key.value())
                                .toArray(Long[]::new))
                .param(
                        "measures",
                        amounts.keySet().stream().map(Counter::measure).toArray(String[]::new))
                .param("amounts", amounts.values().toArray(Long[]::new))
                .update();
    }
}
