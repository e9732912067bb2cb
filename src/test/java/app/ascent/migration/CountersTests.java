package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Source;
import app.ascent.migration.staging.StagedRecords;
import app.ascent.migration.staging.Tally;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At every checkpoint, the counters are what counting the records themselves gives. */
@EngineTest
class CountersTests {

    private final Bench bench;
    private final Wire wire;
    private final StagedRecords staging;
    private final JdbcClient jdbc;

    CountersTests(Bench bench, DataSource dataSource, StagedRecords staging, JdbcClient jdbc) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
        this.staging = staging;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh().batchSize(2).source.pageSize(3);
        for (long id = 1; id <= 14; id++) {
            String name = id == 3 ? "boom" : id == 5 ? "skip" : "P" + id;
            bench.source.put(PARENTS, id, FakeSource.json(id, name, "n", id % 4 == 0 ? "9" : "1", null, null));
            bench.source.child(id, "C" + id, id);
        }
        bench.source.stray(PARENTS, 4, FakeSource.json(4, "P4", "again", "1", null, null));
        bench.source.stray(PARENTS, 3, FakeSource.json(3, "P3", "again", "1", null, null));
        bench.source.stray(PARENTS, 6, FakeSource.json(6, "skip", "again", "1", null, null));
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @Test
    void equalARecountWhereverTheRunWasCutOff() {
        for (int event = 40; event < 260; event += 7) {
            bench.another().start();
            long ticket = bench.ticket();
            wire.cutAt(event);
            try {
                bench.execute(ticket);
            } catch (RuntimeException cut) {
                assertThat(wire.isCut()).isTrue();
            } finally {
                wire.mend();
            }
            assertCountersMatch("cut at event " + event);
            bench.execute(ticket);
            assertCountersMatch("at the end");
            EntityProgress parents = bench.progress(PARENTS);
            assertThat(parents.pulled()).isEqualTo(parents.loaded() + parents.skipped() + parents.failed());
        }
    }

    @Test
    void refuseToEndARunThatLostARecord() {
        var parents = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS) && parents.incrementAndGet() == 4) {
                jdbc.sql("delete from migration_staged_record where organization_id = :organization and source_id = 1")
                        .param("organization", bench.organization.value())
                        .update();
            }
        });

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reasonCode()).isEqualTo("fault");
    }

    private void assertCountersMatch(String when) {
        for (EntityType type : new EntityType[] {PARENTS, CHILDREN}) {
            EntityProgress counted = bench.progress(type);
            RunContext context = new RunContext(
                    bench.organization,
                    bench.migration,
                    bench.run().id(),
                    new Source("FAKE", Bench.DATABASE, new UUID(0, 0)),
                    Conflicts.KEEP_ASCENT);
            Tally recount =
                    staging.recount(context, type, Long.MIN_VALUE).tally().plus(staging.recountWarned(context, type));
            assertThat(new Tally(
                            counted.created(),
                            counted.updated(),
                            counted.unchanged(),
                            counted.linked(),
                            counted.skipped(),
                            counted.failed(),
                            counted.leftOut(),
                            counted.warnings()))
                    .as(type + " " + when)
                    .isEqualTo(recount);
            assertThat(counted.pulled()).as(type + " " + when).isEqualTo(staged(type));
        }
    }

    private long staged(EntityType type) {
        return bench.jdbc
                .sql("select count(*) from migration_staged_record where run_id = :run and entity = :entity")
                .param("run", bench.run().id().value())
                .param("entity", type.name())
                .query(Long.class)
                .single();
    }
}
