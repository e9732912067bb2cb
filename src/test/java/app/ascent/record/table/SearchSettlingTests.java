package app.ascent.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the work on texts when the node that was at it has died. */
@PostgresTest
@Import(SearchTexts.class)
class SearchSettlingTests {

    private final RecurringTask<Void> task;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final Clock node;

    @Autowired
    SearchSettlingTests(SearchTexts texts, DataSource database, JdbcClient jdbc, Clock node) {
        this.task = new SearchSettling().settleSearchTexts(texts, List.of());
        this.database = database;
        this.jdbc = jdbc;
        this.node = node;
    }

    /** A node whose clock is ten minutes ahead of the one that all nodes share. */
    @Test
    void isGoneOnWithAtOnceByANodeWhoseClockIsAhead() {
        SettableClock shared = new SettableClock();
        shared.set(node.instant().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS));
        ManualScheduler scheduler = TestHelper.createManualScheduler(database, List.of(task))
                .clock(shared)
                .tableName("scheduler_task")
                .build();
        diedAt(shared.now().minus(Duration.ofHours(1)));

        scheduler.runDeadExecutionDetection();
        scheduler.runAnyDueExecutions();

        assertThat(lastSuccess()).isEqualTo(shared.now());
    }

    private void diedAt(Instant time) {
        jdbc.sql(
                        """
                        insert into scheduler_task
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values (:name, :instance, :time, true, 'a node that died', :time, 1)
                        """)
                .param("name", task.getName())
                .param("instance", RecurringTask.INSTANCE)
                .param("time", Timestamp.from(time))
                .update();
    }

    private Instant lastSuccess() {
        return jdbc.sql("select coalesce(last_success, 'epoch') from scheduler_task where task_name = :name")
                .param("name", task.getName())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
