package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two stage at once, and whoever waits for that can leave. */
@Timeout(30)
class StagingTurnsTests {

    private final StagingTurns turns = new StagingTurns();
    private final Stop stop = new Stop();
    private final Work work = new Work(mock(), 0, stop, Map.of(), mock(), mock());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch staged = new CountDownLatch(1);
    private final AtomicInteger staging = new AtomicInteger();

    @AfterEach
    void end() {
        staged.countDown();
        threads.close();
    }

    private Future<Integer> stage(AtomicReference<Thread> by) {
        return threads.submit(() -> {
            by.set(Thread.currentThread());
            return turns.take(work, () -> {
                int now = staging.incrementAndGet();
                try {
                    staged.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("Nobody interrupts what is staged", e);
                }
                return now;
            });
        });
    }

    private Future<Integer> stageAsTheThird() {
        stage(new AtomicReference<>());
        stage(new AtomicReference<>());
        await().until(() -> staging.get() == 2);
        AtomicReference<Thread> by = new AtomicReference<>();
        Future<Integer> third = stage(by);
        await().until(() -> by.get() != null && by.get().getState() == Thread.State.WAITING);
        return third;
    }

    @Test
    void letsAThirdWaitForOneOfTwo() throws Exception {
        Future<Integer> third = stageAsTheThird();
        assertThat(staging).hasValue(2);

        staged.countDown();

        assertThat(third.get()).isEqualTo(3);
    }

    @Test
    void letsWhoeverWaitsLeaveAndWhoeverStagesFinish() {
        Future<Integer> third = stageAsTheThird();

        stop.request();

        assertThatThrownBy(third::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(staging).hasValue(2);
    }

    @Test
    void hasItsTurnsBackFromWhatFails() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(work, () -> {
                        throw new IllegalStateException("a fault");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(turns.<String>take(work, () -> "staged")).isEqualTo("staged");
    }
}
