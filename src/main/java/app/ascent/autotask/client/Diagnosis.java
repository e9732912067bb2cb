package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.PermissionDenied;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place that judges an answer by its status and error texts, by what the caller can do about it. The status
 * alone does not tell: Autotask uses 500 for refused rights and bad queries as well as for passing trouble.
 */
public final class Diagnosis {

    /** Without {@code Retry-After}; the thread limit and the hourly quota both clear within about this time. */
    static final Duration USUAL_BREAK = Duration.ofSeconds(60);

    private static final Pattern THRESHOLD =
            text("thread threshold", "threads has been exceeded", "request threshold", "threshold .* exceeded");
    private static final Pattern CREDENTIALS = text("integration\\s?code");
    private static final Pattern PERMISSION = text("adequate permission", "required permission");
    private static final Pattern DETERMINISTIC = text(
            "picklist value",
            "is required",
            "reference value on field",
            "does not exist or is invalid",
            "must assign both",
            "unable to find",
            "maxCountOfRecordsToReturn",
            "zone information could not be determined",
            "exceeds maximum length",
            "invalid query syntax");

    private Diagnosis() {}

    /** Why the answer is no answer, or null when it is one. */
    public static @Nullable AutotaskFailure of(Answer answer) {
        int status = answer.status();
        if (status == 200) {
            // A record may well contain such words: only what stands under "errors" speaks for Autotask.
            return null;
        }
        String body = answer.body().text();
        List<String> errors = ErrorTexts.in(body);
        if (status == 429 || says(THRESHOLD, errors) || THRESHOLD.matcher(body).find()) {
            return new ThresholdReached(USUAL_BREAK);
        }
        if (status == 401 || says(CREDENTIALS, errors)) {
            return new CredentialsRejected();
        }
        if (status == 403 || says(PERMISSION, errors)) {
            return new PermissionDenied("The API user has no right to do this in Autotask.");
        }
        if (says(DETERMINISTIC, errors)) {
            return new UnexpectedAnswer("Autotask refused the request (%d).".formatted(status), null);
        }
        if (status >= 500 || status == 408 || (status > 200 && status < 300)) {
            return new Unavailable("Autotask is not answering (%d).".formatted(status), null);
        }
        return new UnexpectedAnswer("Autotask answered in a way that is not documented (%d).".formatted(status), null);
    }

    /** The same for a 200 that says {@code errors}: a limit reached, otherwise passing trouble. */
    static AutotaskFailure ofErrorsInside(List<String> errors) {
        return says(THRESHOLD, errors)
                ? new ThresholdReached(USUAL_BREAK)
                : new Unavailable("Autotask answered with an error instead of records.", null);
    }

    private static boolean says(Pattern pattern, List<String> errors) {
        return errors.stream().anyMatch(error -> pattern.matcher(error).find());
    }

    private static Pattern text(String... texts) {
        return Pattern.compile(String.join("|", texts), Pattern.CASE_INSENSITIVE);
    }
}
