package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.database.Polls;
import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class SchedulerHealthTests {

    private static final int HANDS = 10;

    private final Polls polls;
    private final JdbcClient jdbc;
    private final Scheduler scheduler = mock();

    SchedulerHealthTests(Polls polls, JdbcClient jdbc) {
        this.polls = polls;
        this.jdbc = jdbc;
        SchedulerState state = mock();
        when(state.isStarted()).thenReturn(true);
        when(scheduler.getSchedulerState()).thenReturn(state);
    }

    @Test
    void isDownWhenASchedulerThatCouldTakeSomethingHasNotAskedForLong() {
        busyWith(HANDS - 1);

        assertThat(statusAfter(SchedulerHealthIndicator.LONGEST_SILENCE)).isEqualTo(Status.UP);
        assertThat(statusAfter(SchedulerHealthIndicator.LONGEST_SILENCE.plusSeconds(1)))
                .isEqualTo(Status.DOWN);
    }

    /** It does not ask before one of them is free. */
    @Test
    void isUpWithAllHandsFull() {
        busyWith(HANDS);

        assertThat(statusAfter(Duration.ofHours(1))).isEqualTo(Status.UP);
    }

    private void busyWith(int executions) {
        CurrentlyExecuting execution = mock();
        when(scheduler.getCurrentlyExecuting()).thenReturn(Collections.nCopies(executions, execution));
    }

    private Status statusAfter(Duration silence) {
        Instant now = polls.answeredAt().plus(silence);
        return new SchedulerHealthIndicator(
                        new StaticListableBeanFactory(Map.of("scheduler", scheduler)).getBeanProvider(Scheduler.class),
                        polls,
                        HANDS,
                        jdbc,
                        Clock.fixed(now, ZoneOffset.UTC))
                .health()
                .getStatus();
    }
}
