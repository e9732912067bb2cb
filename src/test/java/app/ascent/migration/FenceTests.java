package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Two executions of one run: the later one owns it, the earlier one writes nothing any more. */
@EngineTest
class FenceTests {

    private final Bench bench;
    private final HikariDataSource pool;

    FenceTests(Bench bench, DataSource dataSource) {
        this.bench = bench;
        this.pool = (HikariDataSource) Objects.requireNonNull(((Wire) dataSource).getTargetDataSource());
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

    /** The database counts a transaction as busy, not as idle, while it waits for the rest of what a node sends. */
    @Test
    void aNodeThatFrozeInTheMiddleOfSendingDoesNotHoldUpItsSuccessor() throws Exception {
        bench.start();
        Connection frozen = pool.getConnection();
        CopyIn unfinished = holdAndBeginToSend(frozen);
        // Whoever is given up for dead has not been heard of for longer.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        try (ExecutorService node = Executors.newSingleThreadExecutor()) {
            Future<RunWorker.Ending> successor = node.submit(() -> bench.execute());
            try {
                assertThat(successor)
                        .as("the execution that takes the run from the frozen one")
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isInstanceOf(RunWorker.Ending.Over.class);
            } finally {
                if (!successor.isDone()) {
                    frozen.abort(Runnable::run); // or the test would wait for the successor for ever
                }
            }
        }

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThatThrownBy(unfinished::cancelCopy)
                .as("the database has hung up")
                .isInstanceOf(SQLException.class);
        pool.evictConnection(frozen);
    }

    private CopyIn holdAndBeginToSend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute("set local idle_in_transaction_session_timeout = '1s'");
            statement.execute("create temporary table half_sent (line text)");
            statement.execute(
                    """
                    select pg_advisory_xact_lock_shared(hashtext('migration_run'), hashtext(id::text))
                    from migration_run where id = '%s' for share"""
                            .formatted(bench.run().id()));
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy half_sent from stdin");
        }
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
