package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.Visitor.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
class SecurityTests {

    private final JdbcClient jdbc;
    private final int port;

    private Crew crew;

    SecurityTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @ParameterizedTest
    @CsvSource({
        "/settings/members,       200, 200, 403",
        "/settings/members/new,   200, 200, 403",
        "/settings/password,      200, 200, 200",
        "/admin/audit-logs,       200, 200, 403",
        "/,                       200, 200, 200",
        "/api/v1/users,           200, 200, 403",
        "/v3/api-docs,            200, 200, 200",
        "/swagger-ui/index.html,  200, 200, 200",
        "/actuator/prometheus,    200, 403, 403",
        "/actuator/health,        200, 200, 200",
    })
    void opensToARoleWhatItMayOpen(String path, int owner, int admin, int member) {
        assertThat(signedIn(Role.OWNER).get(path).status()).isEqualTo(owner);
        assertThat(signedIn(Role.ADMIN).get(path).status()).isEqualTo(admin);
        assertThat(signedIn(Role.MEMBER).get(path).status()).isEqualTo(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/settings/members", "/settings/password", "/admin/audit-logs", "/swagger-ui.html"})
    void sendsAStrangerToSignIn(String path) {
        Answer answer = new Visitor(port).get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users", "/v3/api-docs", "/actuator/prometheus", "/api/v1/nowhere"})
    void tellsAStrangersProgramHowToSignIn(String path) {
        Answer answer = new Visitor(port).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Basic realm=\"Ascent\"");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("/problems/not-signed-in");
    }

    @Test
    void sendsTheFragmentsOfAnEndedSessionToSignInAsAWhole() {
        Answer answer = new Visitor(port).get("/settings/members", "HX-Request", "true");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).contains("/login");
    }

    @Test
    void leadsOnToThePageThatWasAskedFor() {
        Visitor visitor = new Visitor(port);
        visitor.get("/admin/audit-logs?entity=User");

        Answer answer = visitor.signIn(crew.owner().email(), Crew.PASSWORD);

        assertThat(answer.location()).startsWith("/admin/audit-logs?entity=User");
    }

    @Test
    void refusesABodyThatWouldFillTheMemory() {
        String huge = "{\"name\": \"%s\"}".formatted("x".repeat(1_000_000));

        Answer answer = new Visitor(port).json("POST", "/api/v1/clients", huge, "Authorization", basic(Role.OWNER));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    /** A session that kept the request would keep the password in its header. */
    @Test
    void remembersAddressesInTheBrowserAndNothingOfARequestInTheDatabase() {
        long before = sessions("true");

        Answer answer = new Visitor(port).get("/settings/members", "Authorization", basic(Role.OWNER));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(sessions("true")).isEqualTo(before);
    }

    @Test
    void remembersForLongOnlyWhoSignedIn() {
        long before = sessions("true");
        new Visitor(port).get("/login");
        new Visitor(port).signIn(crew.owner().email(), "a wrong one");
        long passersBy = sessions("true") - before;

        signedIn(Role.MEMBER);

        assertThat(passersBy).isZero();
        assertThat(sessions("max_inactive_interval = 28800 and principal_name is not null"))
                .isPositive();
        assertThat(sessions("max_inactive_interval = 28800 and principal_name is null"))
                .isZero();
    }

    private long sessions(String condition) {
        return jdbc.sql("select count(*) from web_session where " + condition)
                .query(Long.class)
                .single();
    }

    @Test
    void saysWhoMayOpenAPage() {
        assertThat(signedIn(Role.MEMBER).get("/settings/members").body())
                .contains("Only Owners and Admins of Fjordlight IT can open Members.");
        assertThat(signedIn(Role.ADMIN).get("/admin/autotask-migration").body())
                .contains("Only the Owner of Fjordlight IT can open Autotask Migration.");
    }

    @Test
    void refusesAProgramWithAProblem() {
        Answer answer = new Visitor(port).get("/api/v1/users", "Authorization", basic(Role.MEMBER));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/not-allowed");
    }

    @Test
    void needsNoTokenFromAProgram() {
        Answer answer = new Visitor(port).json("POST", "/api/v1/users", newUser(), "Authorization", basic(Role.OWNER));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(new Visitor(port)
                        .get(answer.location(), "Authorization", basic(Role.OWNER))
                        .body())
                .contains("\"MEMBER\"");
    }

    @Test
    void keepsNoSessionForAProgram() {
        Visitor program = new Visitor(port);

        program.get("/api/v1/users", "Authorization", basic(Role.OWNER));

        assertThat(program.session()).isEmpty();
        assertThat(program.get("/api/v1/users").status()).isEqualTo(401);
    }

    @Test
    void refusesASessionWithoutItsToken() {
        Visitor visitor = signedIn(Role.OWNER);

        Answer refused = visitor.json("POST", "/api/v1/users", newUser());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/csrf-token-missing");
        assertThat(users()).isEqualTo(3);
    }

    @Test
    void acceptsASessionWithItsToken() {
        Visitor visitor = signedIn(Role.OWNER);

        Answer answer = visitor.json("POST", "/api/v1/users", newUser(), "X-CSRF-TOKEN", visitor.token());

        assertThat(answer.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesBasicThatABrowserSendsForAnotherSite(String site) {
        Answer answer = new Visitor(port)
                .json("POST", "/api/v1/users", newUser(), "Authorization", basic(Role.OWNER), "Sec-Fetch-Site", site);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(users()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "http://localhost"})
    void refusesBasicThatAnOlderBrowserSendsForAnotherSite(String origin) {
        Answer answer = new Visitor(port)
                .json("POST", "/api/v1/users", newUser(), "Authorization", basic(Role.OWNER), "Origin", origin);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(users()).isEqualTo(3);
    }

    @Test
    void acceptsBasicFromAPageOfOurOwn() {
        Answer answer = new Visitor(port)
                .get("/api/v1/users", "Authorization", basic(Role.OWNER), "Origin", "http://localhost:" + port);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void doesNotLetAnEmptyBasicHeaderStandInForTheToken() {
        Visitor visitor = signedIn(Role.OWNER);

        Answer answer = visitor.json("POST", "/api/v1/users", newUser(), "Authorization", "Basic Og==");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(users()).isEqualTo(3);
    }

    @Test
    void leadsAFormOfAnEndedSessionToSignIn() {
        Visitor visitor = signedIn(Role.OWNER);
        String token = visitor.token();
        jdbc.sql("delete from web_session").update();

        Answer answer = visitor.post("/settings/password", token, Map.of());

        assertThat(answer.location()).isEqualTo("/login");
    }

    @Test
    void changesTheSessionAtSignIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.member().email(), Crew.PASSWORD);
        String before = visitor.session();

        visitor.signIn(crew.owner().email(), Crew.PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void endsTheSessionAtSignOut() {
        Visitor visitor = signedIn(Role.OWNER);

        Answer answer = visitor.post("/logout", Map.of());

        assertThat(answer.location()).isEqualTo("/login?signed-out");
        assertThat(visitor.get("/login?signed-out").body()).contains("You are signed out.");
        assertThat(visitor.get("/settings/password").location()).isEqualTo("/login");
    }

    @Test
    void tellsTheBrowserWhatAPageMayDo() {
        Answer answer = new Visitor(port).get("/login");

        assertThat(answer.header("Content-Security-Policy"))
                .contains(
                        "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; object-src 'none';"
                                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        assertThat(answer.header("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void letsSwaggerAloneStyleInline() {
        assertThat(signedIn(Role.OWNER)
                        .get("/swagger-ui/index.html")
                        .header("Content-Security-Policy")
                        .orElseThrow())
                .contains("style-src 'self' 'unsafe-inline'")
                .contains("script-src 'self';");
    }

    @Test
    void letsFilesBeCached() {
        assertThat(new Visitor(port)
                        .get("/shell/ascent.css")
                        .header("Cache-Control")
                        .orElse(""))
                .doesNotContain("no-store");
    }

    private Visitor signedIn(Role role) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(crew.as(role).email(), Crew.PASSWORD).location())
                .isEqualTo("/");
        return visitor;
    }

    private String basic(Role role) {
        return Visitor.basic(crew.as(role).email(), Crew.PASSWORD);
    }

    private String newUser() {
        return """
               {"email": "new-%s", "name": "Nora New", "role": "MEMBER", "password": "a password of hers"}
               """
                .formatted(crew.member().email());
    }

    private int users() {
        return jdbc.sql("select count(*) from identity_user where organization_id = :organization")
                .param("organization", crew.organization().value())
                .query(Integer.class)
                .single();
    }
}
