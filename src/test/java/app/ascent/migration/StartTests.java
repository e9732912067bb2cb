package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

/** Which runs begin, go on, and stop, by whom and when. */
@EngineTest
class StartTests {

    private final Bench bench;

    StartTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh().source.pageSize(1);
        for (long id = 1; id <= 10; id++) {
            bench.source.parent(id, "P" + id);
        }
        bench.source.child(70, "Ann", 1L);
    }

    /** Does something at a call, on a thread of its own: the worker may interrupt the one that calls. */
    private void atCall(int number, Runnable action) {
        bench.source.incident((call, type) -> {
            if (call == number) {
                Thread person = Thread.ofPlatform().start(action);
                while (person.isAlive()) {
                    try {
                        person.join();
                    } catch (InterruptedException e) {
                        Thread.onSpinWait();
                    }
                }
            }
        });
    }

    @Test
    void refusesASecondMigrationOfADatabase() {
        assertThatThrownBy(() -> bench.migrations.create(
                        bench.organization, Bench.OWNER, new Source("FAKE", Bench.DATABASE, UUID.randomUUID())))
                .isInstanceOfSatisfying(MigrationRefused.AlreadyExists.class, refusal -> assertThat(refusal.existing())
                        .isEqualTo(bench.migration));
    }

    @Test
    void createsOneMigrationWhenTwoCreateItAtOnce() throws Exception {
        bench.migrations.delete(bench.organization, bench.migration);
        Callable<Boolean> create = () -> {
            try {
                bench.migrations.create(
                        bench.organization, Bench.OWNER, new Source("FAKE", Bench.DATABASE, UUID.randomUUID()));
                return true;
            } catch (MigrationRefused.AlreadyExists refused) {
                return false;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            long created = 0;
            for (Future<Boolean> each : threads.invokeAll(List.of(create, create, create, create))) {
                created += each.get() ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
    }

    @Test
    void knowsNoMigrationOfAnotherOrganization() {
        bench.runOnce();
        OrganizationId stranger = new OrganizationId(UUID.randomUUID());

        assertThat(bench.migrations.find(stranger, bench.migration)).isEmpty();
        assertThat(bench.migrations.list(stranger, PageRequest.of(0, 9))).isEmpty();
        assertThat(bench.migrations.runs(stranger, bench.migration, PageRequest.of(0, 9)))
                .isEmpty();
        assertThat(bench.migrations.run(stranger, bench.migration, bench.run().id()))
                .isEmpty();
        for (Runnable call : List.<Runnable>of(
                () -> bench.migrations.start(stranger, Bench.OWNER, bench.migration, Conflicts.KEEP_ASCENT),
                () -> bench.migrations.pause(stranger, Bench.OWNER, bench.migration),
                () -> bench.migrations.cancel(stranger, Bench.OWNER, bench.migration),
                () -> bench.migrations.delete(stranger, bench.migration),
                () -> bench.reports.report(stranger, bench.migration),
                () -> bench.reports.issues(
                        stranger,
                        bench.migration,
                        new Reports.RecordFilter(null, null, null, null),
                        PageRequest.of(0, 9)))) {
            assertThatThrownBy(call::run).isInstanceOf(MigrationRefused.Unknown.class);
        }
    }

    @Test
    void isCreatedUntilItIsStarted() {
        assertThat(bench.migrations
                        .find(bench.organization, bench.migration)
                        .orElseThrow()
                        .status())
                .isEqualTo(RunStatus.CREATED);
        assertThatThrownBy(bench::pause).isInstanceOf(MigrationRefused.NotInThisState.class);
        assertThatThrownBy(bench::cancel).isInstanceOf(MigrationRefused.NotInThisState.class);
        assertThat(bench.reports.report(bench.organization, bench.migration).entities())
                .isEmpty();
    }

    @Test
    void refusesWhatDoesNotGoWithAQueuedRun() {
        bench.start();

        assertThat(bench.run().status()).isEqualTo(RunStatus.QUEUED);
        assertThatThrownBy(bench::start)
                .isInstanceOfSatisfying(MigrationRefused.NotInThisState.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(RunStatus.QUEUED));
        assertThatThrownBy(() -> bench.migrations.delete(bench.organization, bench.migration))
                .isInstanceOf(MigrationRefused.NotInThisState.class);
    }

    @Test
    void beginsExactlyOneRunWhenTwoStartAtOnce() throws Exception {
        Callable<Boolean> start = () -> {
            try {
                bench.start();
                return true;
            } catch (MigrationRefused.NotInThisState refused) {
                return false;
            }
        };
        for (int round = 0; round < 10; round++) {
            bench.another();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                long begun = 0;
                for (Future<Boolean> each : threads.invokeAll(List.of(start, start, start, start))) {
                    begun += each.get() ? 1 : 0;
                }
                assertThat(begun).isEqualTo(1);
            }
            assertThat(bench.migrations
                            .runs(bench.organization, bench.migration, PageRequest.of(0, 9))
                            .getTotalElements())
                    .isEqualTo(1);
        }
    }

    @Test
    void goesOnAfterAPauseWhereItStopped() {
        atCall(3, bench::pause);
        bench.start();

        assertThat(bench.execute()).isInstanceOf(RunWorker.Ending.Over.class);

        RunView paused = bench.run();
        assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(paused.changedBy()).isEqualTo(Bench.OWNER);
        assertThat(paused.changedAt()).isNotNull();
        assertThat(bench.progress(PARENTS).pulled()).isLessThan(10);
        int calls = bench.source.calls();

        bench.start(Conflicts.AUTOTASK_WINS);
        bench.execute();

        RunView run = bench.run();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.number()).isEqualTo(1);
        assertThat(run.conflicts()).isEqualTo(Conflicts.KEEP_ASCENT);
        assertThat(run.changedBy()).isNull();
        assertThat(bench.source.calls() - calls).isLessThan(13);
        assertThat(bench.targets.all(bench.organization)).hasSize(11);
    }

    @Test
    void writesNothingAfterACancel() {
        atCall(3, bench::cancel);
        bench.runOnce();

        RunView cancelled = bench.run();
        assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(cancelled.finishedAt()).isNotNull();
        long pulled =
                bench.progress(PARENTS).pulled() + bench.progress(CHILDREN).pulled();
        assertThat(pulled).isLessThan(13);

        bench.source.incident((call, type) -> {});
        bench.runOnce();

        assertThat(bench.run().number()).isEqualTo(2);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.targets.all(bench.organization)).hasSize(11);
        assertThat(bench.migrations
                        .runs(bench.organization, bench.migration, PageRequest.of(0, 9))
                        .map(RunView::status))
                .containsExactly(RunStatus.COMPLETED, RunStatus.CANCELLED);
    }

    @Test
    void ignoresAnExecutionOfAnEarlierStart() {
        bench.start();
        long ticket = bench.ticket();
        bench.pause();
        assertThat(bench.execute(ticket)).isInstanceOf(RunWorker.Ending.Over.class);
        assertThat(bench.run().status()).isEqualTo(RunStatus.PAUSED);
        bench.start();

        assertThat(bench.execute(ticket)).isInstanceOf(RunWorker.Ending.Over.class);

        assertThat(bench.run().status()).isEqualTo(RunStatus.QUEUED);
        assertThat(bench.source.calls()).isZero();
    }

    @Test
    void triesAWaitingRunAgainAtOnce() {
        bench.source.failAt(
                1, new SourceFailure.RetryLater("quota", "The quota is used up.", Duration.ofMinutes(40), null));
        bench.start();
        assertThat(bench.execute()).isInstanceOf(RunWorker.Ending.Again.class);
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);

        bench.start();

        RunView queued = bench.run();
        assertThat(queued.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(queued.resumesAt()).isNull();
        assertThat(queued.reasonCode()).isNull();
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void deletesAPausedMigrationUnderAWorkerThatIsStillBusy() {
        atCall(2, () -> {
            bench.pause();
            bench.migrations.delete(bench.organization, bench.migration);
        });
        bench.start();
        var run = bench.run().id();
        long ticket = bench.ticket();

        assertThat(bench.executeRun(run, ticket)).isInstanceOf(RunWorker.Ending.Over.class);

        assertThat(bench.jdbc
                        .sql("select count(*) from migration_staged_record where organization_id = :organization")
                        .param("organization", bench.organization.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
