package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.web.Visitor.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody typed comes back with a word about its length, however long it is. Only the server itself can refuse it. */
@VisitedApplication
class FormSizeTests {

    private static final String TOO_LONG = "This is too long";

    private final JdbcClient jdbc;
    private final int port;

    private Crew crew;
    private String project = "";

    FormSizeTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
        String client = create("clients", "{\"name\": \"Ahlberg\"}");
        project = create("projects", "{\"name\": \"Office move\", \"clientId\": \"%s\"}".formatted(client));
    }

    private String create(String kind, String body) {
        String owner = Visitor.basic(crew.owner().email(), Crew.PASSWORD);
        Answer created = new Visitor(port).json("POST", "/api/v1/" + kind, body, "Authorization", owner);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.location().replaceFirst(".*/", "");
    }

    /** The last one has 18 MB as browsers write it. */
    @ParameterizedTest
    @CsvSource({"x, 1100000", "ü, 600000", "漢, 1000000", "漢, 2000000"})
    void givesALongTextBackWithTheWordsOfItsField(String letter, int count) {
        Answer answer = note(signedIn(), letter.repeat(count) + "the end");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Shorten this to 100,000 characters or fewer.")
                .contains(letter + "the end");
    }

    /** So long that the server ends the connection unless it is told to read on, before a browser has seen the page. */
    @ParameterizedTest
    @ValueSource(ints = {21_000_000, 40_000_000})
    void saysWhatToDoWithWhatIsLongerStill(int length) {
        Answer answer = note(signedIn(), "x".repeat(length));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LONG, "Go back", "Fjordlight IT").doesNotContain("This was refused");
    }

    @Test
    void readsLittleOfWhoIsNotSignedIn() {
        Visitor stranger = new Visitor(port);

        Answer signIn = stranger.signIn("x".repeat(1_100_000), Crew.PASSWORD);
        Answer note = note(stranger, "x".repeat(1_100_000));

        assertThat(signIn.status()).isEqualTo(413);
        assertThat(note.status()).isEqualTo(413);
        assertThat(note.body()).contains(TOO_LONG);
    }

    /** Browsers say how much comes. A stranger who does not could send as much as a member may. */
    @Test
    void readsNoFormOfAStrangerThatDoesNotSayItsLength() throws IOException {
        String request =
                """
                POST /login HTTP/1.1
                Host: localhost
                Content-Type: application/x-www-form-urlencoded
                Transfer-Encoding: chunked
                Connection: close

                5
                a=bcd
                0

                """;
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();

            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 411");
        }
    }

    private Answer note(Visitor visitor, String text) {
        return visitor.post("/conversation/projects/" + project, Map.of("body", text));
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.owner().email(), Crew.PASSWORD);
        return visitor;
    }
}
