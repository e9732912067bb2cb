package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that was left out is tried again by the run that left it out, with at most one call. */
@EngineTest
class RecordRetriesTests {

    private final Bench bench;
    private final RecordRetries retries;
    private final Wire wire;

    RecordRetriesTests(Bench bench, RecordRetries retries, DataSource dataSource) {
        this.bench = bench;
        this.retries = retries;
        this.wire = (Wire) dataSource;
    }

    @BeforeEach
    void importWithTrouble() {
        bench.fresh().source.pageSize(4);
        for (long id = 1; id <= 9; id++) {
            bench.source.parent(id, id == 3 || id == 7 ? "reject" : id == 5 ? "boom" : "P" + id, id == 4 ? 3L : null);
            bench.source.child(id, "C" + id, id);
        }
        bench.runOnce();
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(3);
        assertThat(bench.progress(CHILDREN).skipped()).isEqualTo(3);
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @Test
    void leaveWhatAnUndisturbedImportOfTheMendedSourceLeaves() {
        bench.source.parent(3, "P3");
        bench.source.parent(7, "P7");
        int before = bench.source.calls();

        retryReason("INVALID_VALUE");

        assertThat(bench.source.calls() - before).isEqualTo(1);
        assertThat(bench.run().number()).isEqualTo(1);
        Bench.Outcome retried = bench.outcome();
        bench.another().runOnce();
        assertThat(retried.report()).isEqualTo(bench.outcome().report());
        assertThat(retried.entities()).isEqualTo(bench.outcome().entities());
        assertThat(retried.remarks()).isEqualTo(bench.outcome().remarks());
        assertThat(retried.targets()).isEqualTo(bench.outcome().targets());
    }

    @Test
    void mendOneRecordAndTheChildrenThatWaitedForIt() {
        bench.source.parent(3, "P3");

        retries.one(bench.organization, bench.migration, "parents", new SourceId(3));
        bench.execute();

        assertThat(bench.progress(PARENTS).failed()).isEqualTo(2);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(7);
        assertThat(bench.progress(CHILDREN).skipped()).isEqualTo(2);
        assertThat(bench.remarks()).noneMatch(remark -> remark.contains("parents 3") || remark.contains("REFERENCE"));
    }

    @Test
    void needNoCallWhereTheCauseWasOurs() {
        int before = bench.source.calls();

        retryReason("INTERNAL_ERROR");

        assertThat(bench.source.calls()).isEqualTo(before);
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(3);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
    }

    @Test
    void saySoAgainWhenNothingWasMended() {
        Bench.Outcome before = bench.outcome();

        retryReason("INVALID_VALUE");

        assertThat(bench.outcome()).isEqualTo(before);
    }

    /** One of two fails in another way, and the child of each waits on. */
    @Test
    void tellWhatCameOfThem() {
        bench.source.parent(3, "boom");

        retryReason("INVALID_VALUE");

        assertThat(bench.reports.lastRetry(bench.run().id())).hasValueSatisfying(result -> {
            assertThat(result.tried()).isEqualTo(4);
            assertThat(result.same()).isEqualTo(3);
            assertThat(result.otherwise()).isEqualTo(1);
            assertThat(result.loaded()).isZero();
            assertThat(result.pending()).isZero();
        });
        bench.source.parent(7, "P7");
        retryReason("INVALID_VALUE");
        assertThat(bench.reports.lastRetry(bench.run().id())).hasValueSatisfying(result -> {
            assertThat(result.tried()).isEqualTo(2);
            assertThat(result.loaded()).isEqualTo(2);
        });
    }

    @Test
    void keepWhatIsKnownOfARecordThatIsGoneAtTheSource() {
        bench.source.remove(PARENTS, 3);

        retries.one(bench.organization, bench.migration, "parents", new SourceId(3));
        bench.execute();

        assertThat(bench.progress(PARENTS).failed()).isEqualTo(3);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(9);
    }

    @Test
    void waitWithTheSourceAndGoOnByThemselves() {
        bench.source.parent(3, "P3");
        bench.source.failAt(
                bench.source.calls() + 1,
                new SourceFailure.RetryLater("quota", "Waiting.", Duration.ofSeconds(0), null));

        retryReason("INVALID_VALUE");
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        bench.execute();

        assertThat(bench.progress(PARENTS).failed()).isEqualTo(2);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
    }

    @Test
    void endTheSameWhereverTheyAreCutOff() {
        bench.source.parent(3, "P3");
        retryReason("INVALID_VALUE");
        Bench.Outcome undisturbed = bench.outcome();
        for (int event = 3; event < 60; event += 6) {
            bench.source.parent(3, "reject");
            bench.another().runOnce();
            bench.source.parent(3, "P3");
            retries.allOf(bench.organization, bench.migration, "parents", "INVALID_VALUE");
            long ticket = bench.ticket();
            wire.cutAt(event);
            try {
                bench.execute(ticket);
            } catch (RuntimeException cut) {
                assertThat(wire.isCut()).isTrue();
            } finally {
                wire.mend();
            }
            bench.execute(ticket);
            assertThat(bench.outcome().report()).as("cut at %d", event).isEqualTo(undisturbed.report());
            assertThat(bench.outcome().entities()).as("cut at %d", event).isEqualTo(undisturbed.entities());
        }
    }

    /** What came anew and the note that it is still to come go together, or one of them would be believed wrongly. */
    @Test
    void endTheSameWhereverTheyAreCutOffAfterTheCall() {
        bench.source.parent(3, "P3");
        retryReason("INVALID_VALUE");
        Bench.Outcome undisturbed = bench.outcome();
        for (int event = 1; event <= 12; event++) {
            int cut = event;
            bench.source.parent(3, "reject");
            bench.another().runOnce();
            bench.source.parent(3, "P3");
            retries.allOf(bench.organization, bench.migration, "parents", "INVALID_VALUE");
            long ticket = bench.ticket();
            bench.source.incident((call, type) -> wire.cutAt(cut));
            assertThatThrownBy(() -> bench.execute(ticket)).as("cut at %d", event);
            bench.source.incident((call, type) -> {});
            wire.mend();

            bench.execute(ticket);

            assertThat(bench.outcome().report()).as("cut at %d", event).isEqualTo(undisturbed.report());
            assertThat(bench.outcome().entities()).as("cut at %d", event).isEqualTo(undisturbed.entities());
        }
    }

    /** More than are reopened at once, with children that wait for them: whoever asks for it does not wait for all. */
    @Test
    void areReopenedInPartsAndEndTheSameWhereverTheyAreCutOff() {
        bench.fresh().batchSize(500).source.pageSize(500);
        for (long id = 1; id <= 1_500; id++) {
            bench.source.parent(id, "P" + id).child(id, "C" + id, id);
        }
        bench.runOnce();
        List<String> undisturbed = outcomes();
        for (int event : new int[] {2, 5, 9, 14, 20}) {
            for (long id = 1; id <= 1_500; id++) {
                bench.source.parent(id, "reject");
            }
            bench.another().runOnce();
            for (long id = 1; id <= 1_500; id++) {
                bench.source.parent(id, "P" + id);
            }

            assertThat(retries.allOf(bench.organization, bench.migration, "parents", "INVALID_VALUE"))
                    .isEqualTo(1_500);
            assertThat(bench.progress(PARENTS).failed()).isEqualTo(500);
            long ticket = bench.ticket();
            wire.cutAt(event);
            assertThatThrownBy(() -> bench.execute(ticket)).as("cut at %d", event);
            wire.mend();
            bench.execute(ticket);

            assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(outcomes()).as("cut at %d", event).isEqualTo(undisturbed);
        }
    }

    private List<String> outcomes() {
        return bench.jdbc
                .sql(
                        """
                        select concat_ws(' ', entity, outcome, state, count(*)) from migration_staged_record
                        where migration_id = :migration and entity in ('parents', 'children')
                        group by entity, outcome, state order by 1
                        """)
                .param("migration", bench.migration.value())
                .query(String.class)
                .list();
    }

    @Test
    void areNotCountedAsLeftOutWhileTheyAreUnderWay() {
        retries.allOf(bench.organization, bench.migration, "parents", "INVALID_VALUE");

        assertThat(bench.progress(PARENTS).failed())
                .as("the one of another reason")
                .isEqualTo(1);
        assertThat(bench.progress(CHILDREN).skipped()).as("its child").isEqualTo(1);
        assertThat(bench.progress(PARENTS).status()).isEqualTo(EntityStatus.LOADING);
    }

    @Test
    void areRefusedWhileTheRunIsActive() {
        retries.one(bench.organization, bench.migration, "parents", new SourceId(3));

        assertThatThrownBy(() -> retries.one(bench.organization, bench.migration, "parents", new SourceId(7)))
                .isInstanceOf(MigrationRefused.NotInThisState.class)
                .hasMessage("An import is under way. Retry when it has ended.");
        assertThatThrownBy(bench::start).isInstanceOf(MigrationRefused.NotInThisState.class);
    }

    @Test
    void leaveAloneWhatWasNotLeftOut() {
        for (long id : List.of(1L, 99L)) {
            assertThatThrownBy(() -> retries.one(bench.organization, bench.migration, "parents", new SourceId(id)))
                    .isInstanceOf(MigrationRefused.NothingToRetry.class);
        }
        assertThatThrownBy(() -> retries.allOf(bench.organization, bench.migration, "nobodies", "INVALID_VALUE"))
                .isInstanceOf(MigrationRefused.NothingToRetry.class);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
    }

    @Test
    void doNotBringBackWhatAPersonDeleted() {
        bench.targets.delete(bench.organization, CHILDREN, 1);
        bench.runOnce();

        assertThatThrownBy(() -> retries.allOf(bench.organization, bench.migration, null, "DELETED_IN_ASCENT"))
                .isInstanceOf(MigrationRefused.NothingToRetry.class)
                .hasMessageContaining("does not bring it back");
    }

    /** Findings outlive the release that made them. */
    @Test
    void tryWhatWasLeftOutForAReasonOfAnEarlierRelease() {
        calledOtherwise(PARENTS, 3);
        retries.one(bench.organization, bench.migration, "children", new SourceId(3));
        bench.execute();
        assertThat(bench.remarks())
                .as("its child waits on")
                .contains("children 3 SKIPPED PARENT_NOT_IMPORTED Its parent: WITHOUT_A_ROOF")
                .anyMatch(remark -> remark.startsWith("parents 3 FAILED WITHOUT_A_ROOF"));
        bench.source.parent(3, "P3");

        retries.one(bench.organization, bench.migration, "parents", new SourceId(3));
        bench.execute();

        assertThat(bench.progress(PARENTS).failed()).isEqualTo(2);
        assertThat(bench.progress(CHILDREN).skipped()).isEqualTo(2);
    }

    @Test
    void putBackWhatWasLeftOutForAReasonOfAnEarlierReleaseAsItWas() {
        calledOtherwise(PARENTS, 3);
        Bench.Outcome before = bench.outcome();

        retries.allOf(bench.organization, bench.migration, null, "WITHOUT_A_ROOF");
        bench.cancel();

        assertThat(bench.outcome().entities()).isEqualTo(before.entities());
        assertThat(bench.outcome().staged()).isEqualTo(before.staged());
        assertThat(bench.outcome().remarks()).isEqualTo(before.remarks());
    }

    private void calledOtherwise(EntityType type, long id) {
        bench.jdbc
                .sql(
                        """
                        update migration_finding set code = 'WITHOUT_A_ROOF'
                        where organization_id = :organization and entity = :entity and source_id = :id
                        """)
                .param("organization", bench.organization.value())
                .param("entity", type.name())
                .param("id", id)
                .update();
    }

    private void retryReason(String code) {
        retries.allOf(bench.organization, bench.migration, "parents", code);
        bench.execute();
    }
}
