package app.ascent.database.contact;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** For a database that was there when Ascent began to start, and failed it before it was ready. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String sentence = sentence(state.length() < 2 ? "" : state.substring(0, 2));
        return sentence == null ? null : new FailureAnalysis(sentence.formatted(cause.getMessage()), null, cause);
    }

    /** By the class of the state; what is a mistake of ours is shown with its stack. */
    private static @Nullable String sentence(String stateClass) {
        return switch (stateClass) {
            case "XX", "58" ->
                "The database is damaged or its files cannot be read (%s); restore a backup, see docs/operations.md.";
            case "53" ->
                "The database has run out of room, memory or connections while Ascent started (%s); make room.";
            case "08", "57" -> "The database was lost while Ascent started (%s); start again when it is there.";
            default -> null;
        };
    }
}
