package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.migration.spi.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pull that is cut into ranges of ids and into waves ends as one that is not. */
@EngineTest
class SegmentTests {

    private final Bench bench;

    SegmentTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 40; id++) {
            bench.source.parent(10 * id, id % 9 == 0 ? "Same" : "P" + id, 10 * (id % 40 + 1));
            bench.source.child(id, "C" + id, 10 * id);
        }
    }

    @Test
    void pullsTwoRangesAndEndsAsWithOne() {
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();

        bench.another().divideFrom(20).runOnce();

        assertThat(segments()).contains("parents 0 0", "parents 0 1", "children 0 0", "children 0 1");
        assertThat(bench.outcome()).isEqualTo(whole);
        assertThat(bench.source.guesses()).isLessThanOrEqualTo(6);
    }

    /** Words of the source, which is the only one to understand them. */
    @Test
    void goesOnFromWhatTheSourceSaid() {
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        bench.another();
        AtomicInteger pages = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS) && pages.incrementAndGet() == 4) {
                throw new SourceFailure.RetryLater("outage", "Gone.", null, null);
            }
        });

        bench.runOnce();
        assertThat(cursorOfParents()).isEqualTo(FakeSource.BEHIND + 120);
        bench.source.incident((call, type) -> {});
        bench.start();
        bench.execute();

        assertThat(bench.outcome()).isEqualTo(whole);
    }

    @Test
    void doesNotCutWhatIsSmall() {
        bench.divideFrom(100).runOnce();

        assertThat(segments()).containsExactly("children 0 0", "parents 0 0");
        assertThat(bench.source.guesses()).isZero();
    }

    /** Ids begin small, leap, and are dense from there on: the end of a page tells how dense. */
    @Test
    void findsAMiddleBehindALeapOfIds() {
        bench.fresh().divideFrom(20);
        for (long id = 0; id < 4; id++) {
            bench.source.parent(id * 100_000_000, "A" + id);
        }
        for (long id = 1; id <= 60; id++) {
            bench.source.parent(500_000_000 + 7 * id, "B" + id);
        }

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(64);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(64);
    }

    /** Were the upper range to fill all the room there is, the lower one, which loading waits for, would wait for ever. */
    @Test
    void loadsTheLowerRangeWhileTheUpperOneIsFarAhead() {
        CountDownLatch upperCame = new CountDownLatch(3);
        bench.divideFrom(20).leadPages(2).source.incident((call, type) -> {
            if (type.equals(PARENTS)) {
                upperCame.countDown();
            }
        });
        bench.start();

        var execution = CompletableFuture.supplyAsync(bench::execute);

        await("the end").atMost(Duration.ofSeconds(30)).until(execution::isDone);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(40);
        assertThat(upperCame.getCount()).isZero();
    }

    @Test
    void asksForBothRangesAtOnce() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        bench.divideFrom(20).source.incident((call, type) -> {
            if (type.equals(PARENTS) && call > 8) {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                both.countDown();
                assertThat(both.await(10, TimeUnit.SECONDS) || both.getCount() < 2)
                        .isTrue();
                inFlight.decrementAndGet();
            }
        });

        bench.runOnce();

        assertThat(most).hasValue(2);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(40);
    }

    @Test
    void takesInWhatComesAndGoesWhileItIsRead() {
        bench.divideFrom(20).source.incident((call, type) -> {
            if (call == 9) {
                bench.source.parent(1, "New and low").parent(405, "New and last");
                bench.source.remove(PARENTS, 200);
                bench.source.remove(PARENTS, 210);
            }
        });

        bench.runOnce();

        assertThat(bench.progress(PARENTS).status()).isEqualTo(EntityStatus.DONE);
        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name)
                .contains("New and last");
        assertThat(bench.progress(PARENTS).pulled())
                .isEqualTo(bench.progress(PARENTS).loaded());
    }

    @Test
    void goesOnWithBothRangesWhereverItWasStopped() {
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        for (int call = 2; call <= 22; call += 4) {
            bench.another().divideFrom(20);
            bench.source.failAt(
                    bench.source.calls() + call, new SourceFailure.RetryLater("outage", "Gone.", null, null));
            bench.runOnce();
            bench.source.incident((number, type) -> {});
            if (bench.run().status() == RunStatus.WAITING) {
                bench.start();
                bench.execute();
            }

            assertThat(bench.outcome()).as("stopped at call " + call).isEqualTo(whole);
        }
    }

    /** Children come by two: first those that are open, then all. */
    @Test
    void bringsWhatIsOpenFirstAndTheRestOnce() {
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        open(30, 35, 40);

        bench.another();
        bench.source.first(CHILDREN, "open");
        bench.runOnce();

        assertThat(segments()).containsExactly("children 0 0", "children 1 0", "parents 0 0");
        assertThat(bench.progress(CHILDREN).pulled()).isEqualTo(40);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(40);
        assertThat(bench.run().status()).isEqualTo(whole.status());
        assertThat(firstCreated(CHILDREN.name(), 3)).containsExactly(30L, 35L, 40L);
    }

    /** One is closed, and another one opened, between the two waves. */
    @Test
    void losesNoRecordThatMovesFromOneFilterToTheOther() {
        open(30, 35, 40);
        bench.source.first(CHILDREN, "open");
        bench.source.incident((call, type) -> {
            if (type.equals(CHILDREN) && bench.run().entities().getLast().loaded() == 3) {
                open(12);
                bench.source.child(35, "C35 closed", 350L);
            }
        });

        bench.runOnce();

        assertThat(bench.progress(CHILDREN).pulled()).isEqualTo(40);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(40);
        assertThat(bench.targets.all(bench.organization))
                .filteredOn(target -> target.entity().equals("children"))
                .extracting(FakeTargets.Target::name)
                .contains("C35 closed", "C12 open")
                .doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithItsWavesWhereverItWasStopped() {
        open(30, 35, 40);
        bench.source.first(CHILDREN, "open").first(PARENTS, "n1");
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        for (int call = 1; call <= 26; call += 5) {
            bench.another();
            bench.source.failAt(
                    bench.source.calls() + call, new SourceFailure.RetryLater("outage", "Gone.", null, null));
            bench.runOnce();
            bench.source.incident((number, type) -> {});
            if (bench.run().status() == RunStatus.WAITING) {
                bench.start();
                bench.execute();
            }

            assertThat(bench.outcome()).as("stopped at call " + call).isEqualTo(whole);
        }
    }

    private void open(long... children) {
        for (long id : children) {
            bench.source.put(CHILDREN, id, FakeSource.json(id, "C" + id + " open", "open", null, 10 * id, null));
        }
    }

    private List<Long> firstCreated(String entity, int records) {
        return bench.jdbc
                .sql("select source_id from fake_target where organization_id = :organization and entity = :entity"
                        + " order by id limit :records")
                .param("organization", bench.organization.value())
                .param("entity", entity)
                .param("records", records)
                .query(Long.class)
                .list();
    }

    private @Nullable String cursorOfParents() {
        return bench.jdbc
                .sql(
                        """
                        select s.cursor from migration_pull_segment s join migration_run r on r.id = s.run_id
                        where r.migration_id = :migration and s.entity = 'parents'
                        """)
                .param("migration", bench.migration.value())
                .query(String.class)
                .single();
    }

    private List<String> segments() {
        return bench.jdbc
                .sql(
                        """
                        select concat_ws(' ', s.entity, s.wave, s.ordinal) from migration_pull_segment s
                        join migration_run r on r.id = s.run_id
                        where r.migration_id = :migration and s.entity in ('parents', 'children')
                        order by 1
                        """)
                .param("migration", bench.migration.value())
                .query(String.class)
                .list();
    }
}
