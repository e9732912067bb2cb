package app.ascent;

import static org.awaitility.Awaitility.await;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What imports of the practice tenant leave behind; the users stay. */
@TestComponent
public class PracticeTables {

    private final JdbcClient jdbc;

    PracticeTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As if nobody had ever imported anything. */
    public void empty() {
        List<String> tables = jdbc.sql(
                        """
                        select tablename from pg_tables where schemaname = current_schema()
                            and tablename ~ '^(migration|crm|contract|asset|project|desk_ticket|desk_category|desk_time|conversation|attachment|file|autotask|audit|importing)(_|$)'
                        """)
                .query(String.class)
                .list();
        // What still works in the background may lock some of these tables in another order.
        await().ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .untilAsserted(() -> jdbc.sql("truncate " + String.join(", ", tables) + " cascade")
                        .update());
    }
}
