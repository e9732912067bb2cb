package app.ascent.migration.pipeline;

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
 * Counts by which records a run loaded rows of {@link LookupTable#counted() counted} tables were looked up, in the transaction that
 * loads them. A run that is resumed goes on counting, since it loads none twice.
 */
@Component
class LookedUp {

    /** In which two batches that load at once write them, so that they do not wait in a circle. */
    private static final Comparator<Lookup.Key> ORDER =
            Comparator.comparing((Lookup.Key key) -> key.type()).thenComparing(Lookup.Key::value);

    private final JdbcClient jdbc;

    LookedUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RunContext run, EntityType type, List<? extends Read<?>> batch, List<Processed> processed) {
        Set<SourceId> loaded = processed.stream()
                .filter(record -> record.state() == RecordState.LOADED)
                .map(Processed::id)
                .collect(Collectors.toSet());
        Map<Lookup.Key, Long> records = new TreeMap<>(ORDER);
        batch.stream().filter(read -> loaded.contains(read.id())).forEach(read -> read.lookedUp()
                .forEach(key -> records.merge(key, 1L, Long::sum)));
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into migration_looked_up as l (run_id, entity, looked_up, row_id, records)
                        select :run, :entity, n.looked_up, n.id, n.records
                        from unnest(:tables, :ids, :records) as n (looked_up, id, records)
                        on conflict (run_id, looked_up, row_id, entity) do update
                        set records = l.records + excluded.records
                        """)
                .param("run", run.run().value())
                .param("entity", type.name())
                .param(
                        "tables",
                        records.keySet().stream().map(key -> key.type().name()).toArray(String[]::new))
                .param("ids", records.keySet().stream().map(Lookup.Key::value).toArray(Long[]::new))
                .param("records", records.values().toArray(Long[]::new))
                .update();
    }
}
