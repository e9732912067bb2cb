package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.migration.spi.SourceFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** What a run does when its source does not answer, or answers that something is wrong. */
@EngineTest
class OutageTests {

    private final Bench bench;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Audit audit;

    OutageTests(Bench bench, Clock clock, JdbcClient jdbc, Audit audit) {
        this.bench = bench;
        this.clock = clock;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh().source.pageSize(1);
        bench.source.parent(1, "One").parent(2, "Two");
    }

    @Test
    void waitsAsLongAsTheSourceAsks() {
        answer(new SourceFailure.RetryLater("quota", "The quota is used up.", Duration.ofMinutes(40), null));
        bench.start();

        RunWorker.Ending ending = bench.execute();

        assertThat(ending).isInstanceOfSatisfying(RunWorker.Ending.Again.class, again -> assertThat(again.at())
                .isCloseTo(clock.instant().plus(Duration.ofMinutes(40)), within(30, ChronoUnit.SECONDS)));
        RunView run = bench.run();
        assertThat(run.status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.reasonCode()).isEqualTo("quota");
        assertThat(run.reason()).isEqualTo("The quota is used up.");
        assertThat(run.outageSince()).isNull();
        assertThat(Duration.between(run.waitingSince(), run.resumesAt())).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void doesNotGoOnBeforeItsTime() {
        answer(new SourceFailure.RetryLater("rate-limited", "A break.", Duration.ofMinutes(5), null));
        bench.start();
        bench.execute();
        int calls = bench.source.calls();

        RunWorker.Ending early = bench.execute();

        assertThat(early).isInstanceOf(RunWorker.Ending.Again.class);
        assertThat(bench.source.calls()).isEqualTo(calls);
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        letItBeTime();
        bench.source.incident((call, type) -> {});
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void triesAgainAfterPausesThatGrow() {
        answer(outage());
        bench.start();
        List<Long> minutes = new ArrayList<>();

        for (int attempt = 1; attempt <= 7; attempt++) {
            bench.execute();
            RunView run = bench.run();
            assertThat(run.status()).isEqualTo(RunStatus.WAITING);
            assertThat(run.outageSince()).isNotNull();
            minutes.add(Duration.between(run.waitingSince(), run.resumesAt()).toMinutes());
            letItBeTime();
        }

        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L);
    }

    @Test
    void beginsWithShortPausesAgainAfterAPageCame() {
        answer(outage());
        bench.start();
        for (int attempt = 1; attempt <= 3; attempt++) {
            bench.execute();
            letItBeTime();
        }
        AtomicInteger pages = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS) && pages.incrementAndGet() > 1) {
                throw outage();
            }
        });

        bench.execute();

        RunView run = bench.run();
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(1);
        assertThat(Duration.between(run.waitingSince(), run.resumesAt()).toMinutes())
                .isEqualTo(1);
    }

    @Test
    void doesNotCountAPauseAsSilence() {
        answer(outage());
        bench.start();
        bench.execute();
        silentFor("30 hours");
        bench.pause();

        bench.start();
        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
    }

    @Test
    void givesUpAfterADayOfSilenceAndGoesOnWhenAskedTo() {
        answer(outage());
        bench.start();
        bench.execute();
        silentFor("23 hours 57 minutes");
        letItBeTime();
        bench.execute();
        RunView last = bench.run();
        assertThat(last.status()).isEqualTo(RunStatus.WAITING);
        assertThat(Duration.between(last.waitingSince(), last.resumesAt())).isLessThan(Duration.ofMinutes(4));

        silentFor("24 hours");
        letItBeTime();
        bench.execute();

        RunView failed = bench.run();
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.reasonCode()).isEqualTo("outage-timeout");
        // A look-up may have been the first that got no answer: then no type is to blame.
        assertThat(failed.entities().stream()
                        .filter(type -> type.status() == EntityStatus.FAILED)
                        .map(EntityProgress::entity))
                .containsExactlyElementsOf(
                        Stream.ofNullable(failed.failedEntity()).toList());

        bench.start();
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        bench.source.incident((call, type) -> {});
        bench.start();
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.run().outageSince()).isNull();
    }

    @Test
    void stopsAtOnceWhenAPersonMustAct() {
        answer(new SourceFailure.Denied("credentials-rejected", "The credentials are no longer accepted.", null));

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reasonCode()).isEqualTo("credentials-rejected");
        assertThat(run.reason()).isEqualTo("The credentials are no longer accepted.");
        assertThat(run.errorId()).isNull();
        assertThat(run.finishedAt()).isNotNull();
    }

    @Test
    void isWrittenToTheAuditLogByTheSystemWhenItFails() {
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS) || type.equals(CHILDREN)) {
                throw new SourceFailure.Denied("access-denied", "The API user may not read parents.", null);
            }
        });

        bench.runOnce();

        verify(audit)
                .recordBySystem(
                        bench.organization,
                        Action.UPDATE,
                        new AuditedRecord("Integration", bench.migration.toString(), null),
                        Map.of(
                                Audit.HAPPENED,
                                "Run 1 failed: The API user may not read parents.",
                                "Record type",
                                StringUtils.capitalize(
                                        String.valueOf(bench.run().failedEntity())))); // whichever was first
    }

    @Test
    void stopsThoughTheAuditLogCannotBeWritten() {
        answer(new SourceFailure.Denied("credentials-rejected", "The credentials are no longer accepted.", null));
        doThrow(new IllegalStateException("The log is full")).when(audit).recordBySystem(any(), any(), any(), any());
        bench.start();

        assertThatThrownBy(bench::execute).hasMessage("The log is full");

        assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void leavesNoTypeUnderWayWhenItFails() {
        for (long id = 1; id <= 3; id++) {
            bench.source.child(id, "C" + id, id);
        }
        AtomicInteger pagesOfParents = new AtomicInteger();
        AtomicInteger pagesOfChildren = new AtomicInteger();
        CountDownLatch bothBegun = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (type.equals(CHILDREN) && pagesOfChildren.incrementAndGet() == 2) {
                bothBegun.countDown();
            }
            if (type.equals(PARENTS) && pagesOfParents.incrementAndGet() == 2) {
                bothBegun.await();
                throw new SourceFailure.Denied("access-denied", "No right to read.", null);
            }
        });
        bench.start();
        bench.execute();

        RunView failed = bench.run();
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.failedEntity()).isEqualTo("parents");
        assertThat(failed.entities()).extracting(EntityProgress::status).containsOnly(EntityStatus.FAILED);

        bench.start();
        assertThat(bench.run().entities()).extracting(EntityProgress::status).doesNotContain(EntityStatus.FAILED);
        bench.execute();
        assertThat(bench.run().entities()).extracting(EntityProgress::status).containsOnly(EntityStatus.DONE);
    }

    @Test
    void stopsWithAnErrorIdAtAFaultOfOurs() {
        answer(new IllegalStateException("Something nobody thought of"));

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reasonCode()).isEqualTo("fault");
        assertThat(run.errorId()).matches("[0-9a-f]{4}-[0-9a-f]{4}");
        assertThat(run.reason()).contains(run.errorId()).doesNotContain("nobody thought");
    }

    @Test
    void stopsAtAFaultAfterTheLastRecord() {
        doThrow(new IllegalStateException("The log is full"))
                .doNothing()
                .when(audit)
                .recordBySystem(any(), any(), any(), any());

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reasonCode()).isEqualTo("fault");
        assertThat(run.entities()).extracting(EntityProgress::status).containsOnly(EntityStatus.DONE);
        reset(audit);
        bench.start();
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void doesNotTurnForEverOnPagesThatLeadNowhere() {
        bench.source.parent(3, "Three");
        bench.source.pageSize(0);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reasonCode()).isEqualTo("unexpected-answer");
    }

    private void answer(RuntimeException failure) {
        bench.source.incident((call, type) -> {
            throw failure;
        });
    }

    private static SourceFailure.RetryLater outage() {
        @Nullable Throwable cause = null;
        return new SourceFailure.RetryLater("outage", "The source does not answer.", null, cause);
    }

    private void letItBeTime() {
        jdbc.sql("update migration_run set resumes_at = now() where organization_id = :organization")
                .param("organization", bench.organization.value())
                .update();
    }

    private void silentFor(String time) {
        jdbc.sql("update migration_run_usage set outage_since = now() - cast(:time as interval) where run_id = :run")
                .param("time", time)
                .param("run", bench.run().id().value())
                .update();
    }
}
