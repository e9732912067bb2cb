package app.ascent.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a request that failed because no database answered from one that failed by a fault of its own. */
final class DatabaseAway {

    private DatabaseAway() {}

    /** Whatever else was thrown on the way out, the first thing that could not be had is somewhere behind it. */
    static boolean behind(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && connectionIsGone(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The pool has no state for a connection that was closed under its user; the server has one for all it refuses. */
    @SuppressWarnings("NullAway") // the driver's own type says nothing of null, and it answers with it
    private static boolean connectionIsGone(String state) {
        return state == null
                || state.startsWith("08") // lost, or never there
                || state.startsWith("53") // no room, no connection, no memory
                || state.startsWith("58") // the server's own files
                || state.startsWith("57P"); // it is being stopped, or starts
    }
}
