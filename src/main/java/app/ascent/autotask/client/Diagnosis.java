package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.PermissionDenied;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one place that judges an answer by its status and error texts, by what the caller can do about it. The status
 * alone does not tell: Autotask uses 500 for refused rights and bad queries as well as for passing trouble.
 *
 * <p>Texts come from outside and may be of any length and make: what is looked for in them are plain words, which costs
 * one look at each character.
 */
public final class Diagnosis {

    /** Without {@code Retry-After}; the thread limit and the hourly quota both clear within about this time. */
    static final Duration USUAL_BREAK = Duration.ofSeconds(60);

    /** As much of a page that is no JSON. */
    private static final int BEGINNING = 4_000;

    private static final List<String> THRESHOLD =
            List.of("thread threshold", "threads has been exceeded", "request threshold", "itgenatr005");
    private static final List<String> CREDENTIALS = List.of("integrationcode", "integration code");
    private static final List<String> PERMISSION = List.of("adequate permission", "required permission");
    private static final List<String> DETERMINISTIC = List.of(
            "picklist value",
            "is required",
            "reference value on field",
            "does not exist or is invalid",
            "must assign both",
            "unable to find",
            "maxcountofrecordstoreturn",
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
        List<String> errors = ErrorTexts.in(answer.body());
        if (status == 429
                || (status == 503 && answer.asksForABreak())
                || limited(errors)
                || limited(List.of(answer.body().head(BEGINNING)))) {
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
            return new Unavailable("Autotask answered with an error of its own (%d).".formatted(status), null);
        }
        if (status == 404 || status == 410 || (status >= 300 && status < 400)) {
            return new WrongAddress(status);
        }
        return new UnexpectedAnswer("Autotask answered in a way that is not documented (%d).".formatted(status), null);
    }

    /** The same for a 200 that says {@code errors}: a limit reached, otherwise passing trouble. */
    public static AutotaskFailure ofErrorsInside(List<String> errors) {
        return limited(errors)
                ? new ThresholdReached(USUAL_BREAK)
                : new Unavailable("Autotask answered with an error instead of records.", null);
    }

    private static boolean limited(List<String> errors) {
        return says(THRESHOLD, errors)
                || errors.stream().map(Diagnosis::folded).anyMatch(error -> {
                    int threshold = error.indexOf("threshold ");
                    return threshold >= 0 && error.indexOf(" exceeded", threshold) >= 0;
                });
    }

    private static boolean says(List<String> phrases, List<String> errors) {
        return errors.stream().map(Diagnosis::folded).anyMatch(error -> phrases.stream()
                .anyMatch(error::contains));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
