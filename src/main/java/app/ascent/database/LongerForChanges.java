package app.ascent.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Gives what people change more time than what they read: a pause waits for the batch that is being written, and whoever
 * deletes a migration deletes a million rows.
 */
@Component
class LongerForChanges implements TransactionExecutionListener {

    private final JdbcOperations jdbc;
    private final String limit;

    LongerForChanges(JdbcOperations jdbc, TimeLimits limits) {
        this.jdbc = jdbc;
        this.limit = limits.changeLimit().toMillis() + "ms";
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !transaction.isReadOnly() && Lane.current() == Lane.PEOPLE) {
            jdbc.queryForObject("select set_config('statement_timeout', ?, true)", String.class, limit);
        }
    }
}
