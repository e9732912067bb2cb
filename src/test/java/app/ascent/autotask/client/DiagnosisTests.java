package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {'errors':['The thread threshold of 3 threads has been exceeded.']}       | ThresholdReached",
                "500 | {'Errors':'External request threshold of 10000 was exceeded'}             | ThresholdReached",
                "500 | {'errors':[{'message':'Request threshold exceeded','code':'Itgenatr005'}]} | ThresholdReached",
                "503 | <p>Your hourly threshold was, alas, exceeded.</p>                         | ThresholdReached",
                "500 | {'errors':['IntegrationCode is invalid']}                                 | CredentialsRejected",
                "500 | {'errors':['The Integration Code is locked']}                             | CredentialsRejected",
                "500 | {'message':'You do not have the adequate permissions'}                    | PermissionDenied",
                "500 | {'errors':['Unable to find projectID']}                                   | UnexpectedAnswer",
                "500 | {'errors':[]}                                                             | Unavailable",
                "503 | <html>                                                                    | Unavailable",
                "301 |                                                                           | WrongAddress",
                "404 | <html>                                                                    | WrongAddress",
                "410 |                                                                           | WrongAddress",
                "405 |                                                                           | UnexpectedAnswer",
            },
            quoteCharacter = '~')
    void judgesByStatusAndWords(int status, @Nullable String body, String kind) {
        assertThat(Diagnosis.of(answer(status, body == null ? "" : body.replace('\'', '"'), null)))
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo(kind);
    }

    /** Texts come from outside; a pattern that looks back would take minutes over these. */
    @ParameterizedTest
    @ValueSource(strings = {"threshold ", "threshold", "exceeded threshold ", "integration\\tcode ", "["})
    void readsAnEndlessComplaintInNoTime(String word) {
        String complaint = word.repeat(3_000_000 / word.length());
        Answer inJson = answer(500, "{\"errors\":[\"" + complaint + "\"]}", null);
        Answer inHtml = answer(500, "<p>" + complaint, null);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Diagnosis.of(inJson)).isNotNull();
            assertThat(Diagnosis.of(inHtml)).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120000",
        "299.997, 299997",
        "2.0, 2000",
        "2.5, 2500",
        ".5, 1000",
        "0, 1000",
        "' 7 ', 7000",
        "99999999999999999999, 3600000",
        "7200.5, 3600000",
        "'Sat, 28 Nov 2026 12:05:00 GMT', 300000",
        "'Sat, 28 Nov 2026 11:00:00 GMT', 1000",
    })
    void knowsHowLongToStayAway(String header, long millis) {
        for (int status : new int[] {429, 503}) {
            Answer answer = answer(status, "", header);

            assertThat(Diagnosis.of(answer)).isInstanceOf(ThresholdReached.class);
            assertThat(answer.retryAfter(NOON)).isEqualTo(Duration.ofMillis(millis));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-5", "1.2.3", ".", "1e3", "12 minutes"})
    void takesNonsenseForNoAnswer(String header) {
        assertThat(answer(429, "", header).retryAfter(NOON)).isNull();
        assertThat(Diagnosis.of(answer(429, "", header))).isInstanceOf(ThresholdReached.class);
        assertThat(Diagnosis.of(answer(503, "", header))).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 401, 403, 404})
    void takesABreakFromThoseOnlyThatAreBusy(int status) {
        assertThat(Diagnosis.of(answer(status, "", "120"))).isNotInstanceOf(ThresholdReached.class);
    }

    private static Answer answer(int status, String body, @Nullable String retryAfter) {
        return new Answer(status, Body.of(body), retryAfter);
    }
}
