package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.totp.Totp;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's app, and the recovery codes that came with it. */
record AuthenticatorApp(String secret, List<String> recoveryCodes, Clock clock) {

    static final Pattern RECOVERY_CODE = Pattern.compile("((?:[A-Z2-9]{4}-){5}[A-Z2-9]{4})");

    private static final String PAGE = "/settings/two-step";
    private static final Pattern KEY = Pattern.compile("([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})");

    /** Turns two-step sign-in on for whoever is signed in. */
    static AuthenticatorApp setUp(Visitor visitor, String password, Clock clock) {
        String secret = begin(visitor);
        Answer answer = visitor.post(
                PAGE + "/confirm", Map.of("password", password, "code", Totp.code(secret, clock.instant())));
        assertThat(answer.status()).isEqualTo(200);
        List<String> codes = RECOVERY_CODE
                .matcher(answer.body())
                .results()
                .map(MatchResult::group)
                .toList();
        return new AuthenticatorApp(secret, codes, clock);
    }

    /** The key that the page shows before anything is turned on. */
    static String begin(Visitor visitor) {
        visitor.post(PAGE + "/begin", Map.of());
        Matcher key = KEY.matcher(visitor.get(PAGE).body());
        assertThat(key.find()).isTrue();
        return key.group(1).replace(" ", "");
    }

    /** What the app shows now. */
    String code() {
        return Totp.code(secret, clock.instant());
    }
}
