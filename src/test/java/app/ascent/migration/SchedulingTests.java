package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.migration.spi.SourceFailure;
import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Runs on nodes: each node is a scheduler of its own over the same database. */
@EngineTest
class SchedulingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bench bench;
    private final Wire wire;
    private final List<Task<?>> tasks;
    private final List<Scheduler> nodes = new ArrayList<>();

    SchedulingTests(Bench bench, DataSource dataSource, List<Task<?>> tasks) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
        this.tasks = tasks;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        // what other tests queued and executed themselves
        bench.jdbc.sql("delete from scheduler_task").update();
        for (long id = 1; id <= 12; id++) {
            bench.source.parent(id, "P" + id).child(id, "C" + id, id);
        }
    }

    @AfterEach
    void stopNodes() {
        wire.mend();
        nodes.forEach(Scheduler::stop);
    }

    private Scheduler node(String name) {
        return node(name, new SystemClock());
    }

    private Scheduler node(String name, Clock clock) {
        Scheduler node = Scheduler.create(wire, tasks)
                .tableName("scheduler_task")
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(clock)
                .threads(2)
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(Duration.ofMillis(500))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        nodes.add(node);
        node.start();
        return node;
    }

    private void awaitStatus(RunStatus status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(bench.run().status()).isEqualTo(status));
    }

    @Test
    void executesARunThatWasStarted() {
        node("one");

        bench.start();

        awaitStatus(RunStatus.COMPLETED);
        await().atMost(PATIENCE).until(() -> queued() == 0);
        assertThat(bench.targets.all(bench.organization)).hasSize(24);
    }

    @Test
    void takesOverARunWhoseNodeDied() {
        bench.start();
        bench.jdbc
                .sql(
                        """
                        update scheduler_task
                        set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 minute', version = version + 1
                        where task_instance = :name
                        """)
                .param("name", bench.run().id() + ":" + bench.ticket())
                .update();
        bench.jdbc
                .sql("update migration_run set status = 'RUNNING', fence = 1, running_since = now() where id = :run")
                .param("run", bench.run().id().value())
                .update();

        node("heir");

        awaitStatus(RunStatus.COMPLETED);
        assertThat(bench.stored().fence()).isEqualTo(2);
    }

    @Test
    void leavesWithItsRunBeforeAnythingElseIsStopped() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (call == 4) {
                busy.countDown();
                new CountDownLatch(1).await();
            }
        });
        Scheduler first = node("first");
        bench.start();
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        new Departure(new StaticListableBeanFactory(Map.of("first", first)).getBeanProvider(Scheduler.class)).stop();

        await().atMost(Duration.ofSeconds(2))
                .until(() -> first.getCurrentlyExecuting().isEmpty());
        first.triggerCheckForDueExecutions();
        assertThat(first.getSchedulerState().isShuttingDown()).isFalse();
        assertThat(bench.stored().fence()).isEqualTo(1);
        assertThat(queued()).isEqualTo(1);
        node("second");
        awaitStatus(RunStatus.COMPLETED);
        assertThat(bench.stored().fence()).isEqualTo(2);
    }

    @Test
    void revivesARunByTheClockThatNodesShareAndNotByItsOwn() {
        bench.start();
        bench.jdbc
                .sql(
                        """
                        update scheduler_task
                        set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 hour', version = version + 1
                        where task_instance = :name
                        """)
                .param("name", bench.run().id() + ":" + bench.ticket())
                .update();

        node("ahead of the others", () -> Instant.now().minus(Duration.ofMinutes(10)));

        awaitStatus(RunStatus.COMPLETED);
    }

    @Test
    void handsARunOverWhenItsNodeShutsDown() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (call == 4) {
                busy.countDown();
                new CountDownLatch(1).await();
            }
        });
        Scheduler first = node("first");
        bench.start();
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

        first.stop();

        assertThat(bench.run().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(queued()).isEqualTo(1);
        node("second");
        awaitStatus(RunStatus.COMPLETED);
        assertThat(bench.targets.writes(bench.organization)).isEqualTo(24);
    }

    @Test
    void triesAgainSoonAfterTheDatabaseWasLost() {
        CountDownLatch cut = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (call == 3) {
                wire.cutAt(1);
                cut.countDown();
            }
        });
        node("one");
        bench.start();
        await().atMost(PATIENCE).until(() -> cut.getCount() == 0);

        wire.mend();

        awaitStatus(RunStatus.COMPLETED);
        assertThat(bench.targets.writes(bench.organization)).isEqualTo(24);
    }

    @Test
    void pausesARunWhoseSourceDoesNotAnswer() {
        CountDownLatch silent = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS)) {
                silent.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            }
        });
        node("one");
        bench.start();
        await().atMost(PATIENCE).until(() -> silent.getCount() == 0);

        bench.pause();

        await().atMost(PATIENCE).until(() -> interrupted.getCount() == 0 && queued() == 0);
        assertThat(bench.run().status()).isEqualTo(RunStatus.PAUSED);
    }

    @Test
    void executesAWaitingRunOnceThoughItWasStartedAgainBeforeItsTime() {
        bench.source.failAt(1, new SourceFailure.RetryLater("quota", "Used up.", Duration.ofSeconds(4), null));
        node("one");
        node("two");
        bench.start();
        awaitStatus(RunStatus.WAITING);

        bench.start();

        awaitStatus(RunStatus.COMPLETED);
        await().atMost(PATIENCE).until(() -> queued() == 0);
        assertThat(bench.stored().fence()).isEqualTo(2);
        assertThat(bench.targets.writes(bench.organization)).isEqualTo(24);
    }

    private long queued() {
        return bench.jdbc
                .sql("select count(*) from scheduler_task where task_instance like :name")
                .param("name", bench.run().id() + ":%")
                .query(Long.class)
                .single();
    }
}
