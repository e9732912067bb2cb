package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migration that is removed is gone for everybody at once, and goes whole whatever happens to the one who removes it. */
@EngineTest
class RemovalTests {

    private static final List<String> TABLES = List.of(
            "migration_migration",
            "migration_run",
            "migration_finding",
            "migration_staged_record",
            "migration_payload",
            "migration_page",
            "migration_id_map",
            "migration_change",
            "migration_value_count",
            "migration_value_decision");

    private final Bench bench;
    private final RemovedRows rows;
    private final JdbcClient jdbc;
    private final Wire wire;

    RemovalTests(Bench bench, RemovedRows rows, JdbcClient jdbc, DataSource dataSource) {
        this.bench = bench;
        this.rows = rows;
        this.jdbc = jdbc;
        this.wire = (Wire) dataSource;
    }

    @BeforeEach
    void importTwice() {
        bench.fresh();
        bench.source.parent(1, "One");
        bench.source.parent(2, "reject");
        bench.source.colour(1, "Red");
        bench.source.child(1, "C1", 1L, null);
        bench.source.adorned(3, 1).colour(1, "Red").badge(5, "brave", 3);
        bench.runOnce();
        bench.source.parent(1, "One", 1L);
        bench.source.child(1, "C1 again", 1L, null);
        bench.runOnce();
        assertThat(left()).containsExactlyElementsOf(TABLES);
        assertThat(holding()).contains("migration_staged_owner", "migration_picklist");
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @Test
    void leavesNothing() {
        bench.migrations.delete(bench.organization, bench.migration);

        assertThat(left()).isEmpty();
        assertThat(holding()).isEmpty();
        assertThat(bench.targets.all(bench.organization)).isNotEmpty();
    }

    /** All tables that have anything of the migration, those included of which this test has never heard. */
    private List<String> holding() {
        return jdbc
                .sql(
                        """
                        select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
                        where a.attname = 'migration_id' and c.relkind in ('r', 'p') and not c.relispartition
                            and c.relnamespace = 'public'::regnamespace
                        order by 1
                        """)
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("select exists (select from %s where migration_id = ?)".formatted(table))
                        .param(bench.migration.value())
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void goesOnWhereverItWasInterrupted() {
        List<List<String>> seen = new ArrayList<>();
        int event = 5;
        boolean reached = true;
        while (reached) {
            bench.another();
            bench.runOnce();
            wire.cutAt(++event);
            delete();
            reached = wire.isCut();
            wire.mend();
            boolean asked = isHidden();
            if (asked && reached) {
                seen.add(left());
                assertGoneForEverybody();

                assertThat(rows.removeSome(bench.migration)).isTrue();
                assertThat(left()).isEmpty();
            }
        }
        assertThat(seen)
                .hasSizeGreaterThan(10)
                .anyMatch(left -> left.size() > 3)
                .anyMatch(left -> left.size() == 2);
    }

    private void delete() {
        try {
            bench.migrations.delete(bench.organization, bench.migration);
        } catch (RuntimeException cut) {
            assertThat(wire.isCut()).isTrue();
        }
    }

    /** What comes behind that is the removal itself. */
    private boolean isHidden() {
        return jdbc.sql("select removed_at is not null from migration_migration where id = ?")
                .param(bench.migration.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    private void assertGoneForEverybody() {
        assertThat(bench.migrations.find(bench.organization, bench.migration)).isEmpty();
        assertThat(bench.migrations.list(bench.organization, PageRequest.of(0, 10)))
                .isEmpty();
        assertThatThrownBy(() -> bench.start()).isInstanceOf(MigrationRefused.Unknown.class);
        assertThatThrownBy(() -> bench.migrations.delete(bench.organization, bench.migration))
                .isInstanceOf(MigrationRefused.Unknown.class);
        if (left().contains("migration_migration")) {
            assertThatThrownBy(() -> bench.migrations.create(
                            bench.organization, Bench.OWNER, new Source("FAKE", Bench.DATABASE, UUID.randomUUID())))
                    .isInstanceOf(MigrationRefused.NotInThisState.class)
                    .hasMessageContaining("still being deleted");
        }
    }

    @Test
    void isLeftToTheSchedulerAsWellFromTheBeginning() {
        bench.migrations.delete(bench.organization, bench.migration);

        assertThat(jdbc.sql(
                                "select count(*) from scheduler_task where task_name = 'migration-removal' and task_instance = ?")
                        .param(bench.migration.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesNothingOfAMigrationThatNobodyRemoves() {
        assertThat(rows.removeSome(bench.migration)).isTrue();

        assertThat(left()).containsExactlyElementsOf(TABLES);
    }

    private List<String> left() {
        return TABLES.stream()
                .filter(table -> jdbc.sql("select exists (select from %s where organization_id = ?)".formatted(table))
                        .param(bench.organization.value())
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
