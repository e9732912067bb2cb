package app.ascent.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator the sentence about the host, instead of a page of stack trace. */
class UnreadableHostAnalyzer extends AbstractFailureAnalyzer<UnreadableHost> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnreadableHost cause) {
        @Nullable String action = null; // the sentence names it
        return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
    }
}
