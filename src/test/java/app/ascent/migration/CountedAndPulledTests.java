package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.Reports.Notice;
import app.ascent.migration.spi.SourceFailure;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source counts and what it sends are compared, and it is asked once more before a run believes that less is all. */
@EngineTest
class CountedAndPulledTests {

    private final Bench bench;

    CountedAndPulledTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void begin() {
        bench.fresh();
        for (int id = 1; id <= 10; id++) {
            bench.source.parent(id, "Parent " + id);
        }
    }

    @Test
    void asksOnceMoreAfterEachPageThatWasCalledTheLastTooEarly() {
        bench.source.endEarly();

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(10);
        assertThat(bench.progress(PARENTS).loaded()).isEqualTo(10);
        // Three pages of parents and none of children: nothing was asked twice.
        assertThat(bench.source.calls()).isEqualTo(4);
    }

    @Test
    void saysThatFewerCameThanWereCounted() {
        bench.source.withhold(PARENTS, 3);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(notices())
                .containsExactly(
                        new Notice("parents", "FEWER", "13 were counted and 10 came."),
                        new Notice("children", "LOOK", "Look at these."));
        assertThat(bench.progress(PARENTS).expected()).isEqualTo(13);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(10);
    }

    /** As one whose pages have addresses: behind the last one there is nothing to ask for. */
    @Test
    void believesASourceThatHasNothingToGoOnFrom() {
        bench.source.withhold(PARENTS, 3);
        bench.source.knowItsEnd();

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(notices()).contains(new Notice("parents", "FEWER", "13 were counted and 10 came."));
        assertThat(bench.source.calls()).isEqualTo(4);
    }

    @Test
    void saysSoOfATypeThatSentNothingAtAll() {
        bench.source.withhold(CHILDREN, 2);

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(notices())
                .containsExactly(
                        new Notice("children", "FEWER", "2 were counted and 0 came."),
                        new Notice("children", "LOOK", "Look at these."));
    }

    @Test
    void saysTheSameAfterAnInterruptionAtAnyCall() {
        bench.source.withhold(PARENTS, 3);
        bench.source.endEarly();
        for (int call = 1; call <= 5; call++) {
            int last = bench.source.calls() + call;
            bench.source.failAt(last, new SourceFailure.RetryLater("outage", "Gone.", null, null));
            bench.start();
            bench.execute();
            bench.source.incident((number, type) -> {});
            if (bench.run().status() == RunStatus.WAITING) {
                bench.start();
                bench.execute();
            }

            assertThat(bench.run().status()).as("after call " + call).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
            assertThat(notices()).contains(new Notice("parents", "FEWER", "13 were counted and 10 came."));
            assertThat(bench.progress(PARENTS).loaded()).isEqualTo(10);
        }
    }

    /** The fourth and the tenth end a page: asked for what is behind the one before, the source sends them once more. */
    @Test
    void countsRowsOfWhichNobodyCanTellWhatTheyAreOnceAndGoesOn() {
        bench.source.forgetIds(PARENTS, 2L, 4L, 10L);

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(7);
        assertThat(bench.progress(PARENTS).loaded()).isEqualTo(7);
        assertThat(notices())
                .containsExactly(
                        new Notice("parents", "UNREADABLE", "3 rows are nobody's."),
                        new Notice("children", "LOOK", "Look at these."));
    }

    @Test
    void tellsThemFromRecordsThatDidNotComeAtAll() {
        bench.source.forgetIds(PARENTS, 2L, 10L);
        bench.source.withhold(PARENTS, 2);
        bench.source.endEarly();

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(notices())
                .containsExactly(
                        new Notice("parents", "FEWER", "12 were counted and 10 came."),
                        new Notice("parents", "UNREADABLE", "2 rows are nobody's."),
                        new Notice("children", "LOOK", "Look at these."));
    }

    @Test
    void tellsOfThemThoughTheyWereNotCounted() {
        bench.source.forgetIds(PARENTS, 5L);
        bench.source.withhold(PARENTS, -1);

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(notices()).extracting(Notice::code).containsExactly("UNREADABLE", "LOOK");
    }

    @Test
    void saysNothingWhenMoreCameThanWereCounted() {
        bench.source.withhold(PARENTS, -2);

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(notices()).extracting(Notice::code).containsExactly("LOOK");
    }

    private List<Notice> notices() {
        return bench.reports.report(bench.organization, bench.migration).notices();
    }
}
