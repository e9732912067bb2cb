package app.ascent.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import app.ascent.database.contact.DatabaseUnusable;
import app.ascent.database.contact.DatabaseWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;

class SupervisorTests {

    private final EmbeddedDatabase database = mock(EmbeddedDatabase.class);
    private final DatabaseWatch watch = mock(DatabaseWatch.class);
    private final ApplicationContext context = mock(ApplicationContext.class);
    private final List<AvailabilityState> told = new CopyOnWriteArrayList<>();

    /** Stands for the life of a server. */
    private final CountDownLatch lives = new CountDownLatch(1);

    private @Nullable Supervisor supervisor;

    @BeforeEach
    void listen() throws InterruptedException {
        doAnswer(call -> told.add(((AvailabilityChangeEvent<?>) call.getArgument(0)).getState()))
                .when(context)
                .publishEvent(any(AvailabilityChangeEvent.class));
        doNothing()
                .doAnswer(call -> {
                    lives.await();
                    return null;
                })
                .when(database)
                .awaitEnd();
    }

    @AfterEach
    void leave() {
        if (supervisor != null) {
            supervisor.close();
        }
    }

    @Test
    void startsAServerThatEndedAgainAndTellsWhoeverWaitsForIt() throws InterruptedException {
        supervisor = Supervisor.over(database, watch, context);

        await().atMost(Duration.ofSeconds(5)).until(() -> told.contains(LivenessState.CORRECT));

        assertThat(told).containsExactly(LivenessState.CORRECT);
        var order = inOrder(watch, database);
        order.verify(watch).lost(contains("ended"));
        order.verify(database).startAgain();
    }

    /** Whoever makes room has nothing else to do; and who watches the process may start it anew. */
    @Test
    void triesAgainUntilItStartsAndIsNotWellMeanwhile() throws InterruptedException {
        doThrow(new DatabaseUnusable("There is no room left."))
                .doThrow(new DatabaseUnusable("There is no room left."))
                .doNothing()
                .when(database)
                .startAgain();

        supervisor = Supervisor.over(database, watch, context);

        await().atMost(Duration.ofSeconds(10)).until(() -> told.contains(LivenessState.CORRECT));
        assertThat(told).containsExactly(LivenessState.BROKEN, LivenessState.BROKEN, LivenessState.CORRECT);
        verify(database, times(3)).startAgain();
        verify(watch, times(2)).lost("There is no room left.");
    }

    @Test
    void startsNothingOnceAscentLeaves() throws InterruptedException {
        supervisor = Supervisor.over(database, watch, context);
        await().atMost(Duration.ofSeconds(5)).until(() -> told.contains(LivenessState.CORRECT));

        supervisor.close();
        lives.countDown();

        verify(database, after(700).times(1)).startAgain();
    }

    @Test
    void waitsLongerEachTimeUpToALimit() {
        assertThat(Stream.iterate(Duration.ofMillis(500), Supervisor::longer).limit(8))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L, 15_000L);
    }
}
