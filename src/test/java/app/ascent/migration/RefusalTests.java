package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.ascent.migration.RefusalTests.Others;
import app.ascent.migration.Reports.Notice;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A type that cannot be read costs itself, and what needs it. */
@EngineTest
@Import(Others.class)
class RefusalTests {

    private static final EntityType GUARDIANS = new EntityType("guardians");
    private static final EntityType WARDS = new EntityType("wards");
    private static final String NEED = "Wards were not imported: they need guardians, which could not be read.";

    /** Not scanned for, so that other tests have no wards. */
    static class Others {

        @Bean
        EntityMigration<?, ?> guardians(FakeSource source, FakeTargets targets) {
            return new FakeMigration(GUARDIANS, Set.of(), source, targets);
        }

        @Bean
        EntityMigration<?, ?> wards(FakeSource source, FakeTargets targets) {
            return new FakeMigration(WARDS, Set.of(GUARDIANS), source, targets);
        }
    }

    private final Bench bench;
    private final RecordRetries retries;

    RefusalTests(Bench bench, RecordRetries retries) {
        this.bench = bench;
        this.retries = retries;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 9; id++) {
            bench.source.parent(id, "P" + id).child(id, "C" + id, id);
            bench.source.put(GUARDIANS, id, FakeSource.json(id, "G" + id, null, "1", null, null));
            bench.source.put(WARDS, id, FakeSource.json(id, "W" + id, null, "guardians", id, null));
        }
    }

    /** From that page of the type on. */
    private void refuse(EntityType refused, int page) {
        AtomicInteger pages = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(refused) && pages.incrementAndGet() >= page) {
                throw new SourceFailure.Unreadable("access-denied", "The user may not read these.", null);
            }
        });
    }

    @Test
    void letsTheOthersGoOnAndTriesAgainWithTheNextRun() {
        refuse(GUARDIANS, 1);

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);

        assertThat(bench.run().entities())
                .extracting(EntityProgress::entity, EntityProgress::status, EntityProgress::reason)
                .containsExactlyInAnyOrder(
                        tuple("parents", EntityStatus.DONE, null),
                        tuple("children", EntityStatus.DONE, null),
                        tuple("guardians", EntityStatus.FAILED, "The user may not read these."),
                        tuple("wards", EntityStatus.FAILED, NEED));
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(9);
        assertThat(bench.progress(WARDS).pulled()).isZero();
        assertThat(bench.records(null)).isEmpty();
        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .contains(
                        new Notice("guardians", "NOT_READ", "The user may not read these."),
                        new Notice("wards", "NOT_READ", NEED));

        bench.source.incident((call, type) -> {});

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.progress(WARDS).created()).isEqualTo(9);
    }

    /** All records are accounted for, whenever it shows. */
    @Test
    void loadsWhatCameBeforeAndNothingThatNeedsIt() {
        refuse(GUARDIANS, 3);

        bench.runOnce();

        assertThat(bench.progress(GUARDIANS).status()).isEqualTo(EntityStatus.FAILED);
        assertThat(bench.progress(GUARDIANS).created()).isEqualTo(8);
        assertThat(bench.progress(GUARDIANS).pulled()).isEqualTo(8);
        assertThat(bench.progress(WARDS).loaded()).isZero();
        assertThat(bench.progress(WARDS).pulled()).isZero();
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(9);
    }

    /** It is refused in one range; loading has ended with what was there when the other one's page comes. */
    @Test
    void takesNoPageThatComesWhenAllIsLoaded() {
        for (long id = 10; id <= 40; id++) {
            bench.source.put(GUARDIANS, id, FakeSource.json(id, "G" + id, null, "1", null, null));
        }
        CountDownLatch both = new CountDownLatch(2);
        AtomicBoolean refused = new AtomicBoolean();
        AtomicInteger pages = new AtomicInteger();
        bench.divideFrom(20).source.incident((call, type) -> {
            if (type.equals(GUARDIANS) && pages.incrementAndGet() > 3) {
                both.countDown();
                assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
                if (refused.compareAndSet(false, true)) {
                    throw new SourceFailure.Unreadable("access-denied", "The user may not read these.", null);
                }
                await("loaded").atMost(Duration.ofSeconds(20)).until(this::guardiansAreLoaded);
            }
        });

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);

        assertThat(bench.progress(GUARDIANS).status()).isEqualTo(EntityStatus.FAILED);
        assertThat(bench.progress(GUARDIANS).created()).isPositive();
        assertThat(bench.jdbc
                        .sql(
                                "select count(*) from migration_staged_record where organization_id = ? and entity = 'guardians'"
                                        + " and state = 'STAGED'")
                        .param(bench.organization.value())
                        .query(Long.class)
                        .single())
                .as("records without an outcome")
                .isZero();
    }

    private boolean guardiansAreLoaded() {
        return bench.jdbc
                .sql("select done from migration_load_checkpoint where run_id = ? and entity = 'guardians'")
                .param(bench.run().id().value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void keepsItOverAPauseAndAKill() {
        refuse(GUARDIANS, 2);
        bench.start();
        FakeSource.Incident refusing = bench.source.incident();
        bench.source.incident((call, type) -> {
            refusing.at(call, type);
            if (type.equals(CHILDREN) && call > 3) {
                throw new SourceFailure.RetryLater("outage", "Gone.", null, null);
            }
        });
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        bench.pause();
        boolean known = bench.progress(GUARDIANS).reason() != null;
        bench.source.incident(known ? (call, type) -> {} : refusing);

        bench.start();
        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(GUARDIANS).status()).isEqualTo(EntityStatus.FAILED);
        assertThat(bench.progress(WARDS).reason()).isEqualTo(NEED);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(9);
    }

    @Test
    void failsTheRunWhenNothingIsLeftAndResumesAll() {
        AtomicInteger guardians = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(GUARDIANS) && guardians.incrementAndGet() > 1) {
                throw new SourceFailure.Unreadable("access-denied", "The user may not read guardians.", null);
            }
            if (type.equals(PARENTS)) {
                throw new SourceFailure.Unreadable("access-denied", "The user may not read parents.", null);
            }
        });

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.FAILED);
        assertThat(bench.run().reasonCode()).isEqualTo("access-denied");
        assertThat(bench.run().failedEntity()).isIn("guardians", "parents");

        bench.source.incident((call, type) -> {});
        bench.start();
        bench.execute();

        assertThat(bench.run().number()).isEqualTo(1);
        assertThat(bench.run().entities()).allSatisfy(entity -> {
            assertThat(entity.pulled()).isEqualTo(9);
            assertThat(entity.created()).isEqualTo(9);
        });
        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .extracting(Notice::code)
                .doesNotContain("NOT_READ");
    }

    @Test
    void rejectedCredentialsEndTheRunAtOnce() {
        bench.source.incident((call, type) -> {
            if (type.equals(GUARDIANS)) {
                throw new SourceFailure.Denied("credentials-rejected", "No longer accepted.", null);
            }
        });

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.FAILED);
    }

    /** What was compared and linked before is compared and linked anew with what could be read since. */
    @Test
    void comparesAndLinksWhatCameWhenItIsResumed() {
        for (long id = 1; id <= 9; id++) {
            bench.source.parent(id, "P" + id % 5, 10 - id);
        }
        bench.another().runOnce();
        Bench.Outcome undisturbed = bench.outcome();
        AtomicInteger parents = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(GUARDIANS) || type.equals(PARENTS) && parents.incrementAndGet() > 1) {
                throw new SourceFailure.Unreadable("access-denied", "The user may not read these.", null);
            }
        });
        assertThat(bench.another().runOnce().status()).isEqualTo(RunStatus.FAILED);
        bench.source.incident((call, type) -> {});

        bench.start();
        bench.execute();

        assertThat(bench.outcome()).isEqualTo(undisturbed);
    }

    /** Or of what it pulled of them nothing would come where it is cancelled. */
    @Test
    void leavesThemAloneWhenRecordsAreTriedAgain() {
        bench.source.parent(10, "reject");
        refuse(GUARDIANS, 1);
        bench.runOnce();
        retries.one(bench.organization, bench.migration, "parents", new SourceId(10L));
        bench.source.failAt(bench.source.calls() + 1, new SourceFailure.Denied("access-denied", "It may not.", null));
        bench.execute();
        assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);
        bench.source.failAt(bench.source.calls() + 3, new SourceFailure.RetryLater("outage", "Gone.", null, null));
        bench.start();
        bench.execute();
        if (bench.run().status() == RunStatus.WAITING) {
            bench.cancel();
        }

        assertThat(bench.run().entities()).allSatisfy(entity -> assertThat(entity.pulled())
                .isEqualTo(entity.loaded() + entity.skipped() + entity.failed()));
        assertThat(bench.progress(GUARDIANS).reason()).isEqualTo("The user may not read these.");
    }
}
