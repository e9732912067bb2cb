package app.ascent.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator whose keys are wrong the sentence that says so, instead of a page of stack trace. */
class VaultSealedAnalyzer extends AbstractFailureAnalyzer<VaultSealed> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, VaultSealed cause) {
        @Nullable String action = null; // the sentence names it
        return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
    }
}
