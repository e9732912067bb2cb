package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.migration.RunWorker.Ending;
import app.ascent.migration.spi.SourceFailure;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A retry that ends or is cancelled is no end of its run, which came to its own before. */
@EngineTest
class CancelledRetryTests {

    private final Bench bench;
    private final RecordRetries retries;
    private final Audit audit;
    private final Wire wire;

    CancelledRetryTests(Bench bench, RecordRetries retries, Audit audit, DataSource dataSource) {
        this.bench = bench;
        this.retries = retries;
        this.audit = audit;
        this.wire = (Wire) dataSource;
    }

    @BeforeEach
    void importWithTrouble() {
        bench.fresh().source.pageSize(4);
        trouble();
        bench.runOnce();
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @Test
    void leavesTheRunAsItEnded() {
        Bench.Outcome before = bench.outcome();
        RunView ended = bench.run();
        retry();

        assertThat(bench.migrations.cancel(bench.organization, Bench.OWNER, bench.migration))
                .hasValue(1);

        assertThat(bench.outcome()).isEqualTo(before);
        assertThat(bench.run()).isEqualTo(ended);
        assertThat(bench.execute()).as("nothing is left to do").isInstanceOf(Ending.Over.class);
        assertThat(bench.reports.lastRetry(bench.run().id()))
                .as("nothing came of it")
                .isEmpty();
    }

    @Test
    void leavesItSoWhetherTheRetryWaitsStoppedOrWasPaused() {
        Bench.Outcome before = bench.outcome();
        retry();
        bench.source.failAt(
                bench.source.calls() + 1,
                new SourceFailure.RetryLater("quota", "Waiting.", Duration.ofMinutes(5), null));
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        bench.cancel();
        assertThat(bench.outcome()).isEqualTo(before);

        retry();
        bench.source.failAt(bench.source.calls() + 1, new SourceFailure.Denied("access-denied", "It may not.", null));
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);
        saidInTheAuditLog("Retry of records of run 1 stopped: It may not.");
        bench.cancel();
        assertThat(bench.outcome()).isEqualTo(before);

        retry();
        bench.pause();
        bench.cancel();
        assertThat(bench.outcome()).isEqualTo(before);
    }

    @Test
    void addsUpWhereverItIsCutOffAndCanBeTriedAnew() {
        mendSource();
        retry();
        bench.execute();
        Bench.Outcome undisturbed = bench.outcome();
        for (int event = 5; event < 60; event += 9) {
            trouble();
            bench.another().runOnce();
            mendSource();
            retry();
            wire.cutAt(event);
            try {
                bench.execute();
            } catch (RuntimeException cut) {
                assertThat(wire.isCut()).isTrue();
            } finally {
                wire.mend();
            }
            if (bench.run().status() != RunStatus.COMPLETED_WITH_ISSUES) {
                bench.cancel();
            }
            if (bench.run().status() == RunStatus.QUEUED) {
                bench.execute();
            }

            assertThat(bench.run().status()).as("cut at %d", event).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
            assertThat(bench.run().entities()).as("cut at %d", event).allSatisfy(each -> assertThat(
                            each.loaded() + each.skipped() + each.failed())
                    .isEqualTo(each.pulled()));
            if (bench.progress(PARENTS).failed() == 3) {
                retry();
                bench.execute();
                assertThat(bench.outcome().report()).as("cut at %d", event).isEqualTo(undisturbed.report());
            }
        }
    }

    /** What was loaded until then is linked and compared, as if nothing else had been tried. */
    @Test
    void linksWhatItCameTo() {
        bench.source.parent(3, "P8", 9L).parent(7, "P7");
        retry();
        bench.batchSize(1);
        long ticket = bench.ticket();
        wire.cutBehind(1, "update migration_load_checkpoint");
        assertThat(wire.cuts(() -> bench.execute(ticket))).isTrue();
        wire.mend();
        assertThat(bench.progress(PARENTS).loaded()).isEqualTo(7);

        bench.cancel();
        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.remarks()).contains("parents 3 WARNED SAME_NAME The other one has the ID 8.");
        assertThat(bench.targets.all(bench.organization))
                .filteredOn(target -> target.entity().equals("parents") && target.sourceId() == 3)
                .singleElement()
                .satisfies(target -> assertThat(target.above()).isEqualTo(9));
    }

    @Test
    void endsAtOnceWhereItFailedAndWouldFailOnceMore() {
        mendSource();
        retry();
        bench.jdbc
                .sql(
                        "delete from migration_staged_record where organization_id = ? and entity = 'parents' and source_id = 1")
                .param(bench.organization.value())
                .update();
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);

        bench.cancel();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
    }

    @Test
    void stillCancelsARunThatNeverEnded() {
        bench.start();

        assertThat(bench.migrations.cancel(bench.organization, Bench.OWNER, bench.migration))
                .isEmpty();

        assertThat(bench.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThatThrownBy(bench::cancel).isInstanceOf(MigrationRefused.NotInThisState.class);
    }

    @Test
    void saysInTheAuditLogThatTheRetryEndedAndNotTheRun() {
        mendSource();
        retry();

        bench.execute();

        saidInTheAuditLog("Retry of 4 records of run 1 ended: 4 loaded, 0 left out again");
    }

    private void saidInTheAuditLog(String what) {
        verify(audit)
                .recordBySystem(
                        eq(bench.organization),
                        eq(Action.UPDATE),
                        any(),
                        argThat(values -> what.equals(values.get(Audit.HAPPENED))));
    }

    private void retry() {
        retries.allOf(bench.organization, bench.migration, "parents", "INVALID_VALUE");
    }

    private void mendSource() {
        bench.source.parent(3, "P3");
        bench.source.parent(7, "P7");
    }

    private void trouble() {
        for (long id = 1; id <= 9; id++) {
            bench.source.parent(id, id == 3 || id == 7 ? "reject" : id == 5 ? "boom" : "P" + id, id == 4 ? 3L : null);
            bench.source.child(id, "C" + id, id);
        }
    }
}
