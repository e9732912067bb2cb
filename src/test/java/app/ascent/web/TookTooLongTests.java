package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.Visitor.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
@ExtendWith(OutputCaptureExtension.class)
class TookTooLongTests {

    private final Crew crew;
    private final int port;

    TookTooLongTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.crew = Crew.of(jdbc, "Fjordlight IT");
        this.port = port;
    }

    @Test
    @Timeout(60)
    void endsWhatTakesTooLongWithASentence(CapturedOutput output) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);

        var program = later(() -> new Visitor(port)
                .get(
                        "/api/v1/endless",
                        "Authorization",
                        Visitor.basic(crew.owner().email(), Crew.PASSWORD)));
        var page = later(() -> visitor.get("/endless"));
        var search = later(() -> visitor.get("/endless?search=garcia"));
        var list = later(() -> visitor.get("/endless?search=garcia", "HX-Request", "true", "HX-Target", "list"));
        var live = later(() -> visitor.get("/endless", "HX-Request", "true", "HX-Target", "live"));

        assertThat(program.join().status()).isEqualTo(503);
        assertThat(program.join().header("Content-Type")).contains("application/problem+json");
        assertThat(program.join().body()).contains("/problems/took-too-long").doesNotContain("errorId");
        assertThat(page.join().status()).isEqualTo(503);
        assertThat(page.join().body())
                .contains("Try again in a moment. Your data is unchanged.")
                .contains("Fjordlight IT")
                .doesNotContain("Type another word");
        assertThat(search.join().body()).contains("Type another word, or a longer one.");
        assertThat(list.join().body())
                .as("goes where the rows would be, and nothing else does")
                .contains("Type another word, or a longer one.")
                .doesNotContain("<html", "Fjordlight IT");
        assertThat(list.join().header("HX-Reswap")).contains("innerHTML");
        assertThat(live.join().header("HX-Reswap")).contains("none");
        assertThat(output)
                .contains("GET /endless took too long")
                .doesNotContain("garcia")
                .doesNotContain("pg_sleep");
    }

    private static CompletableFuture<Answer> later(Supplier<Answer> request) {
        return CompletableFuture.supplyAsync(request, task -> Thread.ofVirtual().start(task));
    }
}
