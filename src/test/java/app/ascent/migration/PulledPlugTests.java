package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.SourceFailure;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopped anywhere and resumed equals run once: the records, the report and every counter. */
@EngineTest
class PulledPlugTests {

    private final Bench bench;
    private final Wire wire;
    private Bench.Outcome undisturbed;

    PulledPlugTests(Bench bench, DataSource dataSource) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 7; id++) {
            bench.source.parent(id, id > 5 ? "Same" : "P" + id, id == 3 ? Long.valueOf(99) : Long.valueOf(id % 7 + 1));
        }
        bench.source.parent(8, "boom");
        bench.source.parent(9, "A name that is longer than the table allows");
        bench.source.put(PARENTS, 10, FakeSource.json(10, "Ten", "n", "7", null, null));
        bench.source.stray(PARENTS, 2, FakeSource.json(2, "P2", "late", "1", null, null));
        for (long id = 1; id <= 6; id++) {
            bench.source.child(id, "C" + id, id + 4, "same@example.com");
        }
        for (long id = 11; id <= 13; id++) {
            bench.source.adorned(id, id % 3).colour(id % 3, "Colour " + id);
            bench.source.badge(id * 2, "even", id).badge(id * 2 + 1, "odd", id == 12 ? "\"12\"" : id);
        }
        bench.runOnce();
        assertThat(bench.targets.all(bench.organization))
                .filteredOn(target -> target.sourceId() == 12)
                .extracting(FakeTargets.Target::note)
                .containsExactly("Colour 12 even odd");
        undisturbed = bench.outcome();
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @Test
    void comesToTheSameEndWhereverThePlugIsPulled() {
        boolean reached = true;
        int event = 0;
        while (reached) {
            // Each event once at first, then in odd steps: threads make their order vary anyway.
            event += event < 30 ? 1 : 5;
            bench.another().start();
            long ticket = bench.ticket();

            wire.cutAt(event);
            reached = wire.cuts(() -> bench.execute(ticket));
            wire.mend();
            bench.execute(ticket);

            assertSame("pulled at event " + event);
        }
        assertThat(event).isGreaterThan(150);
    }

    @Test
    void comesToTheSameEndWhicheverCallFails() {
        for (int call = 1; call <= 5; call++) {
            bench.another();
            int failing = bench.source.calls() + call;
            bench.source.failAt(failing, new SourceFailure.Denied("credentials-rejected", "No longer accepted.", null));
            bench.runOnce();
            assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);
            bench.source.incident((number, type) -> {});

            bench.start();
            bench.execute();

            assertThat(bench.run().number()).isEqualTo(1);
            assertSame("failed at call " + call);
        }
    }

    @Test
    void comesToTheSameEndWhicheverCallForALookUpFails() {
        bench.source.pageSize(2);
        for (int call = 1; call <= 4; call++) {
            bench.another();
            int failing = bench.source.rowCalls() + call;
            bench.source.rowIncident((number, type) -> {
                if (number == failing) {
                    throw new SourceFailure.Denied("credentials-rejected", "No longer accepted.", null);
                }
            });
            bench.runOnce();
            assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);
            bench.source.rowIncident((number, type) -> {});

            bench.start();
            bench.execute();

            assertSame("failed at call " + call);
        }
    }

    /** Part by part, so that a difference can be read. */
    private void assertSame(String when) {
        Bench.Outcome outcome = bench.outcome();
        assertThat(outcome.status()).as(when).isEqualTo(undisturbed.status());
        assertThat(outcome.entities()).as(when).isEqualTo(undisturbed.entities());
        assertThat(outcome.remarks()).as(when).isEqualTo(undisturbed.remarks());
        assertThat(outcome.staged()).as(when).isEqualTo(undisturbed.staged());
        assertThat(outcome.idMap()).as(when).isEqualTo(undisturbed.idMap());
        assertThat(outcome).as(when).isEqualTo(undisturbed);
    }
}
