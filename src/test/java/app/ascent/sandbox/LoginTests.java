package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials: which are accepted, and that a refusal never says which of them is wrong. */
class LoginTests extends SandboxTest {

    private HttpResponse<String> callWith(String header, String value) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(CREDENTIALS);
        headers.put(header, value);
        return call("GET", API + "/Version", null, headers);
    }

    private static void assertUnauthorized(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Length")).hasValue("0");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic Realm=\"127.0.0.1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserName", "Secret", "ApiIntegrationCode"})
    void refusesAnyMistakeAlike(String header) throws IOException {
        assertUnauthorized(callWith(header, "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserName", "Secret", "ApiIntegrationCode"})
    void refusesMissingHeadersAlike(String header) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(CREDENTIALS);
        headers.remove(header);

        assertUnauthorized(call("GET", API + "/Version", null, headers));
    }

    @Test
    void acceptsHeaderNamesInAnyCase() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        CREDENTIALS.forEach((name, value) -> headers.put(name.toUpperCase(Locale.ROOT), value));

        assertThat(call("GET", API + "/Version", null, headers).statusCode()).isEqualTo(200);
    }

    @Test
    void hasAnIntegrationCodeOfTheLengthAutotaskGives() {
        assertThat(CREDENTIALS.get("ApiIntegrationCode")).hasSize(27);
    }

    @Test
    void locksTheUserAfterFiveMistakesInARow() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertUnauthorized(callWith("Secret", "wrong " + i));
        }

        assertUnauthorized(get(API + "/Version"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(get(API + "/Version").statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsMistakesOnceAPasswordWasRight() throws IOException {
        for (int i = 0; i < 8; i++) {
            assertUnauthorized(callWith("Secret", "wrong"));
            assertThat(get(API + "/Version").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void locksNobodyForTheMistakesOfStrangers() throws IOException {
        for (int i = 0; i < 6; i++) {
            assertUnauthorized(callWith("UserName", "stranger@sandbox.example"));
        }

        assertThat(get(API + "/Version").statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheIntegrationCodeAsOldReleasesDo() throws IOException {
        faults.use(Map.of("variants", "OLD_INTEGRATION_CODE"));

        var response = callWith("ApiIntegrationCode", "wrong");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(error(response)).isEqualTo("IntegrationCode is invalid");
        assertUnauthorized(callWith("Secret", "wrong"));
    }
}
