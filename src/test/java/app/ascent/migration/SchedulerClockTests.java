package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The time by which nodes tell the dead from the living. */
@EngineTest
class SchedulerClockTests {

    private final JdbcClient jdbc;
    private final Wire wire;

    SchedulerClockTests(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.wire = (Wire) dataSource;
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    /** A database ten minutes behind this node is the same as a node ten minutes ahead. */
    private final class DatabaseBehind extends DatabaseTime {

        DatabaseBehind() {
            super(jdbc);
        }

        @Override
        Instant now() {
            return super.now().minus(10, ChronoUnit.MINUTES);
        }
    }

    @Test
    void isTheDatabasesWhateverTheNodesOwnClockSays() {
        SchedulerClock clock = new SchedulerClock(new DatabaseBehind());

        Instant node = Clock.systemUTC().instant();

        assertThat(clock.now()).isCloseTo(node.minus(10, ChronoUnit.MINUTES), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void goesOnWhileTheDatabaseIsAway() {
        SchedulerClock clock = new SchedulerClock(new DatabaseTime(jdbc));
        Instant before = clock.now();

        wire.cutAt(1);

        assertThat(clock.now()).isBetween(before, before.plusSeconds(10));
    }

    @Test
    void doesNotGuessBeforeItHasReadTheTimeOnce() {
        SchedulerClock clock = new SchedulerClock(new DatabaseTime(jdbc));
        wire.cutAt(1);

        assertThatThrownBy(clock::now).isInstanceOf(DataAccessException.class);
    }
}
