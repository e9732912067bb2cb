import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/**
 * Makes short of long waits: a run that sleeps for a minute because its source did is woken after a moment, by the times
 * in the database that any node would wake it by. Nothing else is touched.
 */
final class Waits implements AutoCloseable {

    private static final String[] SHORTEN = {
        """
        update autotask_pause set until = clock_timestamp() + interval '200 ms'
        where until > clock_timestamp() + interval '300 ms'""",
        // Both by the same time, so that a call for the wrong time stays as wrong as it was.
        """
        with early as (
            select r.id, t.task_instance, r.resumes_at - clock_timestamp() - interval '200 ms' as by
            from migration_run r join scheduler_task t on t.task_instance = r.id || ':' || r.ticket and not t.picked
            where r.status = 'WAITING' and r.resumes_at > clock_timestamp() + interval '300 ms'
            for update
        ), called as (
            update scheduler_task t set execution_time = t.execution_time - e.by
            from early e where t.task_instance = e.task_instance
        )
        update migration_run r set resumes_at = r.resumes_at - e.by from early e where r.id = e.id""",
        // After a failure of the database.
        """
        update scheduler_task set execution_time = clock_timestamp() + interval '200 ms'
        where task_name = 'migration-run' and not picked and consecutive_failures > 0
            and execution_time > clock_timestamp() + interval '300 ms'
            and execution_time < clock_timestamp() + interval '6 s'"""
    };

    private final Callable<Connection> database;
    private final Thread thread = Thread.ofPlatform().daemon().name("waits").unstarted(this::shorten);

    Waits(Callable<Connection> database) {
        this.database = database;
        thread.start();
    }

    private void shorten() {
        while (!Thread.interrupted()) {
            try (Connection connection = database.call();
                    Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '200ms'");
                while (true) {
                    Thread.sleep(100);
                    for (String update : SHORTEN) {
                        tryOnce(statement, update);
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                // the database is being killed; it will be back
                pause();
            }
        }
    }

    private static void tryOnce(Statement statement, String update) throws SQLException {
        try {
            statement.executeUpdate(update);
        } catch (SQLException e) {
            if (!"55P03".equals(e.getSQLState())) { // a run under way is locked; it does not sleep
                throw e;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
