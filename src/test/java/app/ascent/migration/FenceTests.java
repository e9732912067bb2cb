package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two executions of one run: the later one owns it, the earlier one writes nothing any more. */
@EngineTest
class FenceTests {

    private final Bench bench;

    FenceTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 12; id++) {
            bench.source.parent(id, "P" + id).child(id, "C" + id, id);
        }
    }

    @Test
    void anExecutionThatWasGivenUpForDeadWritesNothing() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (call == 3) {
                frozen.countDown();
                thawed.await();
            }
        });
        bench.start();
        try (ExecutorService node = Executors.newSingleThreadExecutor()) {
            Future<RunWorker.Ending> old = node.submit(() -> bench.execute());
            assertThat(frozen.await(20, TimeUnit.SECONDS)).isTrue();

            bench.execute();
            var outcome = bench.outcome();
            long writes = bench.targets.writes(bench.organization);
            var staged = stagedAt();
            thawed.countDown();

            assertThat(old.get(20, TimeUnit.SECONDS)).isInstanceOf(RunWorker.Ending.Over.class);
            assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(bench.outcome()).isEqualTo(outcome);
            assertThat(bench.targets.writes(bench.organization)).isEqualTo(writes);
            assertThat(stagedAt()).isEqualTo(staged);
        }
    }

    private List<String> stagedAt() {
        return bench.jdbc
                .sql(
                        """
                        select concat_ws(' ', entity, source_id, pulled_at, processed_at) from migration_staged_record
                        where organization_id = :organization order by entity, source_id
                        """)
                .param("organization", bench.organization.value())
                .query(String.class)
                .list();
    }

    @Test
    void aStaleExecutionCannotEndTheRunOfItsSuccessor() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        CountDownLatch successor = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (call == 1) {
                frozen.countDown();
                thawed.await();
                throw new IllegalStateException("The old execution ends with a fault");
            }
            if (call == 5) {
                successor.countDown();
                release.await();
            }
        });
        bench.start();
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Future<RunWorker.Ending> old = nodes.submit(() -> bench.execute());
            assertThat(frozen.await(20, TimeUnit.SECONDS)).isTrue();
            Future<RunWorker.Ending> next = nodes.submit(() -> bench.execute());
            assertThat(successor.await(20, TimeUnit.SECONDS)).isTrue();
            thawed.countDown();
            old.get(20, TimeUnit.SECONDS);
            assertThat(bench.run().status()).isEqualTo(RunStatus.RUNNING);
            release.countDown();
            next.get(20, TimeUnit.SECONDS);
        }
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(12);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(12);
    }

    @Test
    void executionsSideBySideMakeNoSecondRecord() throws Exception {
        for (int round = 0; round < 5; round++) {
            bench.another().start();
            try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
                long ticket = bench.ticket();
                List<Future<RunWorker.Ending>> executions = List.of(
                        nodes.submit(() -> bench.execute(ticket)),
                        nodes.submit(() -> bench.execute(ticket)),
                        nodes.submit(() -> bench.execute(ticket)));
                for (Future<RunWorker.Ending> each : executions) {
                    assertThat(each.get(30, TimeUnit.SECONDS)).isInstanceOf(RunWorker.Ending.Over.class);
                }
            }
            assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(bench.targets.all(bench.organization)).hasSize(24);
            assertThat(bench.targets.writes(bench.organization)).isEqualTo(24);
            assertThat(bench.progress(PARENTS).created()).isEqualTo(12);
        }
    }
}
