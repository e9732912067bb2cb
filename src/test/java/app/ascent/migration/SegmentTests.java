package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pull that is cut into ranges of ids and into waves ends as one that is not. */
@EngineTest
class SegmentTests {

    private final Bench bench;
    private final Wire wire;

    SegmentTests(Bench bench, DataSource dataSource) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
    }

    @AfterEach
    void mend() {
        wire.mend();
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
        takeTime();

        bench.another().divideFrom(20).runOnce();

        assertThat(segments()).contains("parents 0 0", "parents 0 1", "children 0 0", "children 0 1");
        assertThat(bench.outcome()).isEqualTo(whole);
    }

    static Stream<Arguments> layouts() {
        return Stream.of(
                arguments("even", (LongUnaryOperator) n -> 7 * n),
                arguments("dense, then far away", (LongUnaryOperator) n -> n < 8 ? n : 1_000_000_000 + 7 * n),
                arguments("sparse, then dense", (LongUnaryOperator) n -> n < 8 ? 100_000 * n : 800_000 + n),
                arguments("most at the end", (LongUnaryOperator) n -> n < 30 ? 1_000 * n : 5_000_000 + n),
                arguments("in heaps", (LongUnaryOperator) n -> n / 10 * 1_000_000 + n % 10));
    }

    /** Pages are handed out two by two; who finds no other one in time was asked for alone. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void sharesWhatIsLeftToTheEndHoweverIdsLie(String layout, LongUnaryOperator ids) {
        bench.fresh();
        for (long n = 0; n < 160; n++) {
            bench.source.parent(ids.applyAsLong(n), "P" + n);
        }
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        Exchanger<EntityType> pairs = new Exchanger<>();
        AtomicInteger alone = new AtomicInteger();
        Semaphore endpoint = new Semaphore(2);
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS)) {
                assertThat(endpoint.tryAcquire()).as("no third one").isTrue();
                try {
                    pairs.exchange(type, 150, TimeUnit.MILLISECONDS);
                } catch (TimeoutException nobody) {
                    alone.incrementAndGet();
                } finally {
                    endpoint.release();
                }
            }
        });

        bench.another().divideFrom(20).runOnce();

        assertThat(bench.outcome()).isEqualTo(whole);
        assertThat(alone).hasValueLessThanOrEqualTo(12);
        assertThat(segments()).hasSizeBetween(3, 14);
    }

    /** A page that was asked for before a cut holds rows that come again with the range above it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void countsNoRowWithoutAnIdTwice(String layout, LongUnaryOperator ids) {
        bench.fresh();
        List<Long> forgotten = new ArrayList<>();
        for (long n = 0; n < 160; n++) {
            bench.source.parent(ids.applyAsLong(n), "P" + n);
            if (n % 3 == 1) {
                forgotten.add(ids.applyAsLong(n));
            }
        }
        bench.source.forgetIds(PARENTS, forgotten.toArray(Long[]::new));
        takeTime();

        bench.divideFrom(20).runOnce();

        assertThat(segments()).hasSizeGreaterThan(1);
        Long told = bench.jdbc
                .sql("select unreadable from migration_pull_checkpoint c join migration_run r on r.id = c.run_id"
                        + " where r.migration_id = :migration and c.entity = 'parents'")
                .param("migration", bench.migration.value())
                .query(Long.class)
                .single();
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(160 - forgotten.size());
        assertThat(told)
                .as("but one between two ranges may go untold")
                .isBetween((long) forgotten.size() - segments().size(), (long) forgotten.size());
    }

    /** Each range is asked once more when it is told to be at its end too early. */
    @Test
    void bringsAllOfRangesThatEndTooEarly() {
        bench.source.endEarly();

        bench.divideFrom(20).runOnce();

        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(40);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(40);
    }

    @Test
    void saysThatFewerCameInAllRanges() {
        bench.source.withhold(PARENTS, 30);

        bench.divideFrom(20).runOnce();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(PARENTS).loaded()).isEqualTo(40);
        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .extracting(notice -> notice.message())
                .contains("70 were counted and 40 came.");
    }

    @Test
    void comesToTheSameEndWhereverThePlugIsPulled() {
        bench.runOnce();
        Bench.Outcome whole = bench.outcome();
        boolean reached = true;
        for (int event = 20; reached; event += 67) {
            bench.another().divideFrom(20).start();
            long ticket = bench.ticket();
            wire.cutAt(event);
            reached = wire.cuts(() -> bench.execute(ticket));
            wire.mend();
            bench.execute(ticket);

            assertThat(bench.outcome()).as("pulled at event " + event).isEqualTo(whole);
        }
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
            bench.runWithAnOutage(call);

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
            bench.runWithAnOutage(call);

            assertThat(bench.outcome()).as("stopped at call " + call).isEqualTo(whole);
        }
    }

    /** A page waits a moment for another one, so that a second thread is there before the first one has everything. */
    private void takeTime() {
        Exchanger<EntityType> pairs = new Exchanger<>();
        bench.source.incident((call, type) -> {
            try {
                pairs.exchange(type, 60, TimeUnit.MILLISECONDS);
            } catch (TimeoutException nobody) {
                // It was asked for alone.
            }
        });
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
