package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.migration.spi.SourceFailure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** How far back an import goes: what it leaves out is counted, and nothing that belongs to it is missed. */
@EngineTest
@Import({RefusalTests.Others.class, HistoryScopeTests.Toys.class})
class HistoryScopeTests {

    private static final EntityType GUARDIANS = new EntityType("guardians");
    private static final EntityType WARDS = new EntityType("wards");
    private static final EntityType TOYS = new EntityType("toys");

    /** Not scanned for, so that other tests have none. */
    static class Toys {

        @Bean
        EntityMigration<?, ?> toys(FakeSource source, FakeTargets targets) {
            return new FakeMigration(TOYS, Set.of(WARDS), source, targets);
        }
    }

    private final Bench bench;

    HistoryScopeTests(Bench bench) {
        this.bench = bench;
    }

    /** Three that are open, two to which something happened of late, and four that are over; a child each. */
    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 9; id++) {
            bench.source.put(PARENTS, id, FakeSource.json(id, "P" + id, note(id), "1", id % 9 + 1, null));
            bench.source.put(CHILDREN, id, FakeSource.json(id, "C" + id, note(10 - id), null, id, null));
        }
    }

    private static String note(long id) {
        return id % 3 == 0 ? "open" : id % 3 == 1 && id < 7 ? FakeSource.RECENT : "over";
    }

    private void reach(History history) {
        bench.migrations.take(
                bench.organization,
                Bench.OWNER,
                bench.migration,
                new Scope(
                        history,
                        history == History.SINCE ? LocalDate.of(2024, 1, 1) : null,
                        history == History.SINCE ? ZoneOffset.UTC : null,
                        Set.of()));
    }

    /** expected, pulled, loaded, skipped and failed together, left out. */
    private List<Long> figures(EntityType type) {
        EntityProgress progress = bench.progress(type);
        Long expected = progress.expected();
        return List.of(
                expected == null ? -1 : expected,
                progress.pulled(),
                progress.loaded(),
                progress.skipped() + progress.failed(),
                progress.leftOut());
    }

    @Test
    void takesAllThatThereIs() {
        bench.source.first(CHILDREN, "open");

        bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(9L, 9L, 9L, 0L, 0L);
    }

    @Test
    void takesWhatIsOpenAndWhatIsRecentAndCountsTheRest() {
        bench.source.first(CHILDREN, "open");
        reach(History.SINCE);

        RunView run = bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(figures(PARENTS)).containsExactly(9L, 9L, 9L, 0L, 0L);
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .extracting(Reports.Notice::code)
                .doesNotContain("FEWER");
    }

    @Test
    void takesWhatIsOpenAlone() {
        bench.source.first(CHILDREN, "open");
        reach(History.NONE);

        bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(3L, 3L, 3L, 0L, 6L);
    }

    @Test
    void bringsTheRestWhenItReachesFurther() {
        bench.source.first(CHILDREN, "open");
        reach(History.NONE);
        bench.runOnce();
        reach(History.ALL);

        bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(9L, 9L, 9L, 0L, 0L);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(6);
    }

    @Test
    void leavesWhatItNoLongerReachesAsItIs() {
        bench.source.first(CHILDREN, "open");
        bench.runOnce();
        List<FakeTargets.Target> before = bench.targets.all(bench.organization);
        reach(History.NONE);

        bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(3L, 3L, 3L, 0L, 6L);
        assertThat(bench.targets.all(bench.organization)).isEqualTo(before);
    }

    /** They cannot be counted at the source by what they belong to: they come, and are left out. */
    @Test
    void leavesOutWhatBelongsToRecordsThatItDoesNotReach() {
        bench.source.first(PARENTS, "open");
        reach(History.SINCE);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(figures(PARENTS)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(figures(CHILDREN)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(bench.remarks()).isEmpty();
        assertThat(bench.records(Reports.Outcome.LOADED)).hasSize(10);
    }

    /** A note belongs to a task, and that to a project which is left out. */
    @Test
    void leavesOutWhatBelongsToThatInTurn() {
        for (long id = 1; id <= 9; id++) {
            bench.source.put(GUARDIANS, id, FakeSource.json(id, "G" + id, note(id), "1", null, null));
            bench.source.put(WARDS, id, FakeSource.json(id, "W" + id, null, "guardians", id, null));
            bench.source.put(TOYS, id, FakeSource.json(id, "T" + id, null, "wards", id, null));
        }
        bench.source.first(GUARDIANS, "open");
        reach(History.SINCE);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(figures(WARDS)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(figures(TOYS)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(bench.remarks()).isEmpty();
    }

    @Test
    void bringsThatToo() {
        bench.source.first(PARENTS, "open");
        reach(History.NONE);
        bench.runOnce();
        reach(History.ALL);

        bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(9L, 9L, 9L, 0L, 0L);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(6);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(6);
    }

    /** Children come at once, and their parents one wave behind the other. */
    @Test
    void waitsForParentsThatComeWithALaterWave() {
        bench.source.first(PARENTS, "open");

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(figures(CHILDREN)).containsExactly(9L, 9L, 9L, 0L, 0L);
    }

    @Test
    void endsAsWithoutAStopWhereverItWasStopped() {
        bench.source.first(PARENTS, "open").first(CHILDREN, "open");
        reach(History.SINCE);
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        for (int call = 1; call <= 9; call += 2) {
            bench.another();
            reach(History.SINCE);
            bench.runWithAnOutage(call);

            assertThat(bench.outcome()).as("stopped at call " + call).isEqualTo(whole);
        }
    }

    /** Nothing is read, so that what the last reading did not reach is not reached now either. */
    @Test
    void remapsWhatTheLastReadingReached() {
        bench.source.first(PARENTS, "open");
        reach(History.SINCE);
        bench.runOnce();
        reach(History.ALL);

        RunView run = bench.remap();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.scope().history()).isEqualTo(History.SINCE);
        assertThat(figures(CHILDREN)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(bench.remarks()).isEmpty();
    }

    @Test
    void doesNotSayThatWhatItDidNotReachIsGone() {
        bench.source.first(CHILDREN, "open");
        bench.runOnce();
        reach(History.NONE);
        bench.runOnce();

        bench.remap();

        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .extracting(Reports.Notice::message)
                .contains("6 records were left out when they were last read, or no longer there."
                        + " What became of them in Ascent stays as it is.");
    }

    @Test
    void failsATypeThatCannotBeFilteredAndBringsTheOthers() {
        bench.source.first(CHILDREN, "open");
        reach(History.NONE);
        bench.source.incident((call, type) -> {
            if (type.equals(CHILDREN)) {
                throw new SourceFailure.Unreadable("unknown-field", "There is no such field.", null);
            }
        });

        bench.runOnce();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(CHILDREN).reason()).isEqualTo("There is no such field.");
        assertThat(figures(PARENTS)).containsExactly(9L, 9L, 9L, 0L, 0L);
    }

    /** A cancelled import has no say in how far back the records reach that lie here. */
    @Test
    void remapsWhatTheLastWholeReadingReached() {
        bench.source.first(PARENTS, "open");
        reach(History.SINCE);
        bench.runOnce();
        reach(History.ALL);
        bench.start();
        bench.cancel();

        RunView run = bench.remap();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(figures(CHILDREN)).containsExactly(5L, 5L, 5L, 0L, 4L);
        assertThat(bench.remarks()).isEmpty();
    }

    /** It came, so that the scope does not leave it out: what belongs to it is skipped, and says why. */
    @Test
    void tellsOfWhatBelongsToARecordThatCameAndThatAPersonDeleted() {
        bench.source.first(PARENTS, "open");
        reach(History.SINCE);
        bench.runOnce();
        bench.targets.delete(bench.organization, CHILDREN, 3);
        bench.targets.delete(bench.organization, PARENTS, 3);
        bench.source.child(10, "C10", 3L);

        bench.runOnce();

        assertThat(figures(CHILDREN)).containsExactly(6L, 6L, 4L, 2L, 4L);
    }
}
