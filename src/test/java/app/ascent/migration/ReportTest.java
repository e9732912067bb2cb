package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;

import org.junit.jupiter.api.BeforeEach;

/** A source of which some records are skipped, some fail, and some are remarked on. */
abstract class ReportTest {

    final Bench bench;

    ReportTest(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        bench.source
                .parent(0, "Own")
                .parent(1, "Same")
                .parent(2, "Same")
                .put(PARENTS, 3, FakeSource.json(3, "Three", "n", "2", null, null))
                .put(PARENTS, 4, FakeSource.json(4, "Same", "n", null, null, null))
                .parent(5, "reject")
                .parent(6, "boom")
                .child(60, "Ann", 5L)
                .child(61, "Bob", 1L)
                .child(62, "skip", 1L);
    }
}
