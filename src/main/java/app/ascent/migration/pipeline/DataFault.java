package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceFailure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that a record brought about from those of the database, by the class of the SQL state. */
public final class DataFault {

    /** A limit of the database itself that a value goes beyond, such as the size of what an index takes. */
    private static final String TOO_LARGE = "54";

    private DataFault() {}

    /** Whether the database, not the data, is the trouble, and trying again is likely to help. */
    public static boolean passing(Throwable failure) {
        String state = sqlState(failure);
        if (state != null && state.startsWith(TOO_LARGE)) {
            return false; // though Spring counts it among failures of the database
        }
        if (failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || closed(failure)) {
            return true;
        }
        return state != null
                && switch (state.substring(0, 2)) {
                    // connection, rollback (deadlock), resources, locks, operator, system
                    case "08", "40", "53", "55", "57", "58" -> true;
                    // the time-outs of a transaction; the other states of this class are mistakes of ours
                    case "25" -> state.equals("25P03") || state.equals("25P04");
                    default -> false;
                };
    }

    /** Whether one record of the batch may be the cause, so that it is worth looking for it. */
    static boolean mayLieInARecord(RuntimeException failure) {
        if (failure instanceof RunTakenOver || failure instanceof RunStopped || failure instanceof SourceFailure) {
            return false;
        }
        String state = sqlState(failure);
        // A statement that is wrong is wrong for every record.
        return !passing(failure) && (state == null || !state.startsWith("42"));
    }

    /** The reason for one record, without a word of SQL. */
    static Finding finding(RuntimeException failure) {
        String state = sqlState(failure);
        if (state == null || !(state.startsWith("22") || state.startsWith("23") || state.startsWith(TOO_LARGE))) {
            return new Finding(Reason.INTERNAL_ERROR, null, null, null, null, null);
        }
        return new Finding(Reason.INVALID_VALUE, null, null, null, null, sentence(state));
    }

    private static String sentence(String state) {
        return switch (state) {
            case "22001" -> "A text is too long.";
            case "54000" -> "A value is larger than can be stored.";
            case "22003" -> "A number is too large.";
            case "22007", "22008" -> "A date or time is not valid.";
            case "22021", "22P05" -> "A text holds a character that cannot be stored.";
            case "23502" -> "A value that Ascent needs is missing.";
            case "23503" -> "It points to a record that is not in Ascent.";
            case "23505" -> "Another record already has a value that must be unique.";
            case "23514" -> "A value lies outside of what Ascent allows.";
            default -> "A value could not be stored.";
        };
    }

    /**
     * What is left to see when a connection was lost in a transaction: its rollback fails as well, and hides what came
     * before. The pool says so without a state, which the database never does.
     */
    private static boolean closed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() == null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() == 5) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
