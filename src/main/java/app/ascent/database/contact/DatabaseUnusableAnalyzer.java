package app.ascent.database.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows whoever starts Ascent the sentence instead of a page of stack trace. */
final class DatabaseUnusableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseUnusable cause) {
        @Nullable String action = null; // the sentence names it
        return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
    }
}
