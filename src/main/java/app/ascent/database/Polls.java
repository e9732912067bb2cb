package app.ascent.database;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When this node's scheduler last had an answer to its question for what is due. Its own events tell only of answers with
 * something in them: where several nodes share the work, one that asks as often as the others may get nothing for hours,
 * because another one always asks a moment earlier.
 */
@Component
public class Polls {

    private final Clock clock;
    private volatile Instant answeredAt;

    Polls(Clock clock) {
        this.clock = clock;
        this.answeredAt = clock.instant(); // nobody is silent who has just begun
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** As the scheduler asks PostgreSQL by itself, and noted. */
    JdbcCustomization noted() {
        return new PostgreSqlJdbcCustomization(false, false) {
            @Override
            public List<Execution> lockAndFetchSingleStatement(
                    JdbcTaskRepositoryContext context, Instant now, int limit, boolean byPriority) {
                List<Execution> due = super.lockAndFetchSingleStatement(context, now, limit, byPriority);
                answeredAt = clock.instant();
                return due;
            }
        };
    }
}
