package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.Partitions;
import app.ascent.migration.staging.StagedRecords;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each entity type has its own part of the tables that hold what was staged. */
@EngineTest
class PartitionsTests {

    private final Bench bench;
    private final Partitions partitions;
    private final StagedRecords staging;
    private final JdbcClient jdbc;

    PartitionsTests(Bench bench, Partitions partitions, StagedRecords staging, JdbcClient jdbc) {
        this.bench = bench;
        this.partitions = partitions;
        this.staging = staging;
        this.jdbc = jdbc;
    }

    @Test
    void holdTheRecordsOfTheTypesThatAnApplicationKnows() {
        bench.fresh().source.parent(1, "One");
        bench.source.child(1, "C1", 1L, null);

        bench.runOnce();

        assertThat(placesOf("migration_staged_record"))
                .containsExactly(
                        "children migration_staged_record_children 35", "parents migration_staged_record_parents 35");
        assertThat(placesOf("migration_page"))
                .containsExactly("children migration_page_children 100", "parents migration_page_parents 100");
    }

    private List<String> placesOf(String table) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', s.entity, c.relname, substring(c.reloptions::text from '\\d+'))
                        from %s s join pg_class c on c.oid = s.tableoid
                        where s.organization_id = ? order by 1
                        """
                                .formatted(table))
                .param(bench.organization.value())
                .query(String.class)
                .list();
    }

    /** The place of a row is one within its partition: both types have a record at the same one. */
    @Test
    void keepApartWhatLiesAtTheSamePlace() {
        bench.fresh();
        for (long id = 1; id <= 40; id++) {
            bench.source.parent(id, "P" + id);
            bench.source.child(id, "C" + id, 1L, null);
        }
        bench.runOnce();

        assertThat(bench.progress(PARENTS).created()).isEqualTo(40);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(40);
    }

    @Test
    void areMadeOnceByHoweverManyNodesThatStartAtOnce() throws Exception {
        List<EntityType> types = List.of(
                new EntityType("timeEntries"),
                new EntityType("contractLines:ContractServices"),
                new EntityType("contractLines:ContractServiceBundles"),
                new EntityType("contract_lines:contract_services"),
                new EntityType("ticketsOfAVeryLongName:TicketAdditionalConfigurationItemsA"),
                new EntityType("ticketsOfAVeryLongName:TicketAdditionalConfigurationItemsB"));

        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            Callable<Boolean> start = () -> {
                partitions.prepare(types);
                return true;
            };
            for (Future<Boolean> node : nodes.invokeAll(List.of(start, start, start))) {
                assertThat(node.get()).isTrue();
            }
        }

        assertThat(partitionsFor(types)).hasSize(types.size());
        assertThat(partitionsFor(List.of(new EntityType("timeEntries"))))
                .containsExactly("migration_staged_record_time_entries");
    }

    /** There is no place for whatever else comes, in which it would be forgotten. */
    @Test
    void areNotMadeForATypeThatNobodyKnows() {
        bench.fresh().runOnce();
        RunContext run = new RunContext(
                bench.organization,
                bench.migration,
                bench.run().id(),
                new Source("FAKE", Bench.DATABASE, UUID.randomUUID()),
                Conflicts.KEEP_ASCENT);
        List<SourceRow> rows = List.of(new SourceRow(new SourceId(1), "{}"));

        assertThatThrownBy(() -> staging.put(run, new EntityType("strangers"), rows))
                .hasMessageContaining("no partition of relation");
    }

    private List<String> partitionsFor(List<EntityType> types) {
        return jdbc.sql(
                        """
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'migration_staged_record'::regclass
                            and pg_get_expr(c.relpartbound, c.oid) in (:bounds)
                        """)
                .param(
                        "bounds",
                        types.stream()
                                .map(type -> "FOR VALUES IN ('" + type.name() + "')")
                                .toList())
                .query(String.class)
                .list();
    }
}
