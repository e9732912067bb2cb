package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.Visitor.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

    private static final Pattern ERROR_ID = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}");

    private final JdbcClient jdbc;
    private final int port;

    private Crew crew;

    ProblemsTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void listsEveryRefusedField(CapturedOutput output) {
        Answer answer = post("{\"email\": \"nowhere\", \"name\": \" \", \"password\": \"a password of hers\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("/problems/invalid-input")
                .contains("{\"field\":\"email\",\"message\":\"Enter an email address.\"}")
                .contains("\"field\":\"name\"", "\"field\":\"role\"")
                .doesNotContain("a password of hers");
        assertThat(output).doesNotContain("a password of hers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\": \"KING\"}", "{\"role\": 0}"})
    void namesTheValuesThatAFieldKnows(String body) {
        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("{\"field\":\"role\",\"message\":\"must be one of OWNER, ADMIN, MEMBER\"}")
                .doesNotContain("KING")
                .doesNotContain("app.ascent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'role':           | The body is not valid JSON, at line 1, column ",
                "[]                 | The body is not of the shape this address expects.",
                "''                 | The request needs a body in JSON.",
            })
    void saysWhatIsWrongWithABody(String body, String sentence) {
        Answer answer = post(body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/unreadable-body").contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=501", "size=0", "size=-1", "page=-1", "size=many", "page=99999999999"})
    void refusesAPageThatCannotBe(String query) {
        Answer answer = get("/api/v1/users?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + query.substring(0, 4) + "\"");
    }

    @Test
    void answersFiveHundredAtMost() {
        assertThat(get("/api/v1/users?size=500").body()).contains("\"size\":500");
        assertThat(get("/api/v1/users").body()).contains("\"size\":25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/nowhere", "/api/v1/users/no-id", "/api/v1/users/00000000-0000-7000-8000-000000000000"})
    void knowsNothingAtAnUnknownAddress(String path) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("/problems/not-found").contains("There is nothing at this address.");
    }

    @Test
    void refusesAMethodAndAFormatThatTheAddressDoesNotKnow() {
        Answer method = new Visitor(port).json("DELETE", "/api/v1/users", "", "Authorization", basic());
        Answer format = new Visitor(port)
                .send("POST", "/api/v1/users", "role=OWNER", "Content-Type", "text/plain", "Authorization", basic());

        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow").orElse("")).contains("GET", "POST");
        assertThat(method.body()).contains("/problems/method-not-allowed");
        assertThat(format.status()).isEqualTo(415);
        assertThat(format.body()).contains("/problems/unsupported-media-type");
    }

    @Test
    void givesAProgramTheNumberOfAFaultAndNothingElse(CapturedOutput output) {
        Answer answer = get("/api/v1/broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("Something went wrong on our side. Your data is unchanged.")
                .contains("\"errorId\":\"" + errorId(answer.body()) + "\"")
                .doesNotContain("inner workings");
        assertThat(output).contains("Error " + errorId(answer.body())).contains("the inner workings");
    }

    @Test
    void givesAPersonTheNumberOfAFaultAndNothingElse(CapturedOutput output) {
        Answer answer = signedIn().get("/broken");

        String id = errorId(answer.body().substring(answer.body().indexOf("Error ")));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something went wrong on our side. Your data is unchanged. Error " + id + ".")
                .contains("Fjordlight IT")
                .doesNotContain("inner workings");
        assertThat(output).contains("Error " + id);
    }

    @Test
    void showsAPersonAPageForAnUnknownAddress() {
        Answer answer = signedIn().get("/no/such/page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page").contains("Members");
    }

    private Answer post(String body) {
        return new Visitor(port).json("POST", "/api/v1/users", body.replace('\'', '"'), "Authorization", basic());
    }

    private Answer get(String path) {
        return new Visitor(port).get(path, "Authorization", basic());
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);
        return visitor;
    }

    private String basic() {
        return Visitor.basic(crew.owner().email(), Crew.PASSWORD);
    }

    private static String errorId(String text) {
        Matcher found = ERROR_ID.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
