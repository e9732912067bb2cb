package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
@ExtendWith(OutputCaptureExtension.class)
class OvertakenTests {

    private final Crew crew;
    private final int port;

    OvertakenTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.crew = Crew.of(jdbc, "Fjordlight IT");
        this.port = port;
    }

    /** A deadlock, a transaction that cannot be put in order, a lock that is not to be had. */
    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03"})
    void asksProgramsToTryAgain(String state, CapturedOutput output) {
        Answer answer = new Visitor(port)
                .get(
                        "/api/v1/overtaken?state=" + state,
                        "Authorization",
                        Visitor.basic(crew.owner().email(), Crew.PASSWORD));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("/problems/overtaken", "Nothing was changed", "ry again")
                .doesNotContain("errorId");
        assertThat(output).contains("GET /api/v1/overtaken was overtaken").doesNotContain("deadlock detected\n\tat");
    }

    @Test
    void asksPeopleToTryAgain() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);

        Answer page = visitor.get("/overtaken");
        Answer live = visitor.get("/overtaken", "HX-Request", "true", "HX-Target", "live");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Go back and try again.", "Fjordlight IT");
        assertThat(live.status()).isEqualTo(409);
        assertThat(live.header("HX-Reswap")).contains("none");
    }
}
