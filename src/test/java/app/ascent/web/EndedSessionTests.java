package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.Visitor.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of what somebody was doing when the session ended. */
@VisitedApplication
class EndedSessionTests {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final String TYPED = "Typed for a long time";

    private final JdbcClient jdbc;
    private final int port;

    private Crew crew;

    EndedSessionTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void givesAFormItsInputBackAfterSignIn() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.putAll(Map.of("name", TYPED, "notes", "two\nlines & <more>", "_taxExempt", "on", "taxExempt", "true"));
        endAllSessions();

        Answer refused = send(visitor, "/clients", form);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains("Your session had ended", "not saved yet")
                .doesNotContain(TYPED, "??");
        assertThat(stored(TYPED)).as("for somebody who is not signed in").isFalse();

        Answer again = signIn(visitor, refused, Role.MEMBER);
        assertThat(again.location()).isEqualTo("/clients/new");
        String page = visitor.get("/clients/new").body();
        assertThat(page)
                .contains("value=\"" + TYPED + "\"", "two\nlines &amp; &lt;more&gt;", "You are signed in again")
                .contains("name=\"taxExempt\" checked=\"checked\"");
        assertThat(visitor.get("/clients/new").body()).as("once").doesNotContain(TYPED);
        assertThat(visitor.get("/clients?search=typed").body()).doesNotContain(TYPED + "</a>");
    }

    @Test
    void keepsTheInputThroughAWrongPassword() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.put("name", TYPED);
        endAllSessions();
        Map<String, String> signIn = hidden(send(visitor, "/clients", form).body());
        signIn.putAll(Map.of("email", crew.member().email(), "password", "a wrong one"));

        Answer refused = send(visitor, "/login", signIn);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(signIn(visitor, refused, Role.MEMBER).location()).isEqualTo("/clients/new");
    }

    @Test
    void showsNobodyElsesInput() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.put("name", TYPED);
        endAllSessions();

        Answer other = signIn(visitor, send(visitor, "/clients", form), Role.ADMIN);

        assertThat(other.location()).isEqualTo("/");
        assertThat(visitor.get("/clients/new").body()).doesNotContain(TYPED);
        assertThat(stored(TYPED)).isFalse();
    }

    @Test
    void keepsNoSecret() {
        Visitor visitor = signedIn(Role.OWNER);
        Map<String, String> form = opened(visitor, "/settings/members/new");
        form.putAll(
                Map.of("name", TYPED, "email", "new@x.example", "role", "ADMIN", "password", "the password of hers"));
        endAllSessions();

        Answer refused = send(visitor, "/settings/members", form);

        String kept =
                new String(Base64.getUrlDecoder().decode(hidden(refused.body()).get("kept")), StandardCharsets.UTF_8);
        assertThat(kept).contains(TYPED, "new@x.example").doesNotContain("the password of hers", "_csrf");
        assertThat(signIn(visitor, refused, Role.OWNER).location()).isEqualTo("/settings/members/new");
        assertThat(visitor.get("/settings/members/new").body())
                .contains("value=\"" + TYPED + "\"", "value=\"new@x.example\"")
                .containsPattern("value=\"ADMIN\" selected");
    }

    @Test
    void keepsNothingThatAnotherSiteSent() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.put("name", TYPED);
        endAllSessions();

        Answer crossSite = visitor.send(
                "POST",
                "/clients",
                encoded(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "cross-site");
        Answer unsaid =
                visitor.send("POST", "/clients", encoded(form), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(crossSite.location()).isEqualTo("/login");
        assertThat(unsaid.location()).isEqualTo("/login");
    }

    @Test
    void givesTheFormBackToWhoeverSignedInAgainInAnotherTab() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.put("name", TYPED);
        endAllSessions();
        visitor.signIn(crew.member().email(), Crew.PASSWORD);

        Answer late = send(visitor, "/clients", form);

        assertThat(late.location()).isEqualTo("/clients/new");
        assertThat(visitor.get("/clients/new").body()).contains("value=\"" + TYPED + "\"");
    }

    @Test
    void refusesTheFormOfSomebodyElseWhoWasSignedInBefore() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.put("name", TYPED);
        endAllSessions();
        visitor.signIn(crew.owner().email(), Crew.PASSWORD);

        assertThat(send(visitor, "/clients", form).status()).isEqualTo(403);
        assertThat(visitor.get("/clients/new").body()).doesNotContain(TYPED);
    }

    @Test
    void keepsTheInputWhenAResetEndsTheSession() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients/new");
        form.put("name", TYPED);
        jdbc.sql("update identity_user set session_version = session_version + 1 where id = ?")
                .param(crew.member().id().value())
                .update();

        Answer again = signIn(visitor, send(visitor, "/clients", form), Role.MEMBER);

        assertThat(again.location()).isEqualTo("/clients/new");
        assertThat(visitor.get("/clients/new").body()).contains("value=\"" + TYPED + "\"");
    }

    @Test
    void returnsToWhereAButtonWasPressed() {
        Visitor visitor = signedIn(Role.MEMBER);
        Map<String, String> form = opened(visitor, "/clients?search=x");
        endAllSessions();

        Answer refused = visitor.send(
                "POST",
                "/theme",
                encoded(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Referer",
                "http://localhost:" + port + "/clients?search=x");
        Answer page = visitor.get(refused.location());

        assertThat(refused.location()).isEqualTo("/login?ended&back=%2Fclients%3Fsearch%3Dx");
        assertThat(page.body()).contains("Your session had ended", "Nothing was changed");
        assertThat(signIn(visitor, page, Role.MEMBER).location()).isEqualTo("/clients?search=x");
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/x", "/\\evil.example", "https://evil.example/", "javascript:alert(1)"})
    void returnsToNoOtherSite(String back) {
        Visitor visitor = new Visitor(port);
        Map<String, String> form = hidden(visitor.get("/login").body());
        form.putAll(Map.of("email", crew.owner().email(), "password", Crew.PASSWORD, "back", back));

        assertThat(send(visitor, "/login", form).location()).isEqualTo("/");
    }

    @Test
    void leadsAFragmentToSignInAndBackToItsPage() {
        Answer answer = new Visitor(port)
                .get(
                        "/clients?search=y",
                        "HX-Request",
                        "true",
                        "HX-Current-URL",
                        "http://localhost:" + port + "/clients?search=x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("HX-Redirect")).contains("/login?ended&back=%2Fclients%3Fsearch%3Dx");
        assertThat(new Visitor(port)
                        .get("/clients", "HX-Request", "true", "HX-Current-URL", "https://evil.example/clients")
                        .header("HX-Redirect"))
                .contains("/login");
    }

    private Visitor signedIn(Role role) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(crew.as(role).email(), Crew.PASSWORD).location())
                .isEqualTo("/");
        return visitor;
    }

    /** With what the page before it carries along, as a browser does. */
    private Answer signIn(Visitor visitor, Answer page, Role role) {
        Map<String, String> form = hidden(page.body());
        form.putAll(Map.of("email", crew.as(role).email(), "password", Crew.PASSWORD));
        return send(visitor, "/login", form);
    }

    private static Map<String, String> opened(Visitor visitor, String page) {
        return hidden(visitor.get(page).body());
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return fields;
    }

    private static Answer send(Visitor visitor, String path, Map<String, String> form) {
        return visitor.send(
                "POST",
                path,
                encoded(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> Stream.of(field.getKey(), field.getValue())
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
    }

    private void endAllSessions() {
        jdbc.sql("delete from web_session").update();
    }

    private boolean stored(String text) {
        return jdbc.sql("select attribute_bytes from web_session_attributes").query(byte[].class).list().stream()
                .anyMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(text));
    }
}
