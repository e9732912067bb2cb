package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The source answers while what it sent before is written. */
@EngineTest
class NextPageTests {

    private final Bench bench;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    NextPageTests(Bench bench, JdbcClient jdbc, TransactionOperations transactions) {
        this.bench = bench;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh().source.pageSize(1);
        for (int id = 1; id <= 9; id++) {
            bench.source.parent(id, "Parent " + id).child(100 + id, "Child " + id, (long) id);
        }
        bench.start();
    }

    @Test
    void asksForTheNextPageOfEachTypeWhileOneIsWrittenAndForNoFurtherOne() {
        CompletableFuture<RunWorker.Ending> ending = transactions.execute(status -> {
            jdbc.sql("lock table migration_page in exclusive mode").update();
            var execution = CompletableFuture.supplyAsync(bench::execute);
            await("two pages of each of two types").until(() -> bench.source.calls() == 4);
            await("that nothing more is asked for")
                    .during(Duration.ofMillis(300))
                    .until(() -> bench.source.calls() == 4);
            return execution;
        });

        assertThat(ending.join()).isNotNull();
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.source.calls()).isEqualTo(18);
    }

    /** Twenty questions of 300 ms each, one after the other, would be seconds in which nothing is loaded. */
    @Test
    void asksAboutAllTypesAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        bench.source.question((call, type) -> {
            both.countDown();
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        });

        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void keepsAPageWhoseSuccessorFails() {
        var parents = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(FakeMigration.PARENTS) && parents.incrementAndGet() == 2) {
                throw new IllegalStateException("A fault");
            }
        });

        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(bench.progress(FakeMigration.PARENTS).pulled()).isEqualTo(1);
    }
}
