package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.TickingClock;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecondFactorTests extends CrewAtWork {

    private static final String PAGE = "/settings/two-step";
    private static final Pattern TOKEN = Pattern.compile("(ascent_[A-Za-z0-9_-]+)");

    SecondFactorTests(JdbcClient jdbc, TickingClock clock, @LocalServerPort int port) {
        super(jdbc, clock, port);
    }

    @Test
    void asksForACodeAfterThePasswordAndLetsNobodyInBefore() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        Visitor visitor = new Visitor(port);

        Answer first = visitor.signIn(email(), Crew.PASSWORD);

        assertThat(first.location()).isEqualTo("/login/code");
        assertThat(visitor.get("/settings/security").location()).isEqualTo("/login");
        assertThat(visitor.get("/api/v1/me/sessions").status()).isEqualTo(401);
        assertThat(visitor.get("/login/code").body())
                .contains("Enter your code")
                .doesNotContain(Crew.PASSWORD);
        String before = visitor.session();

        assertThat(code(visitor, next(app)).location()).startsWith("/settings/security");

        assertThat(visitor.session()).isNotEqualTo(before);
        assertThat(visitor.get("/settings/security").status()).isEqualTo(200);
    }

    @Test
    void endsOtherSessionsAndKeepsThisOneWhenItIsTurnedOnOrOff() {
        Visitor here = signedIn(Role.MEMBER);
        Visitor elsewhere = signedIn(Role.MEMBER);

        AuthenticatorApp app = setUp(here);

        assertThat(elsewhere.get("/settings/security").location()).isEqualTo("/login");
        assertThat(here.get("/settings/security").body()).contains("10 recovery codes are left.");

        assertThat(here.post(PAGE + "/off", Map.of("password", "not the password", "code", next(app)))
                        .status())
                .isEqualTo(422);
        assertThat(here.post(PAGE + "/off", Map.of("password", Crew.PASSWORD, "code", "000000"))
                        .body())
                .contains("Check the code");
        assertThat(here.post(PAGE + "/off", Map.of("password", Crew.PASSWORD, "code", next(app)))
                        .location())
                .isEqualTo("/settings/security");
        assertThat(signIn(Crew.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void takesNoCodeTwiceAndNoneThatIsOld() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        String code = next(app);
        assertThat(code(begun(), code).location()).isEqualTo("/");

        assertThat(code(begun(), code).body()).contains("This code is wrong, or was used before.");

        String old = next(app);
        clock.advance(Duration.ofSeconds(61));
        assertThat(code(begun(), old).status()).isEqualTo(401);
        assertThat(code(begun(), app.code().substring(0, 3) + " " + app.code().substring(3))
                        .location())
                .isEqualTo("/");
    }

    @Test
    void countsWrongCodesAsWrongTriesAndIsNotForgivenByThePassword() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        String source = "2001:db8:77:1::1";
        Visitor guesser = Visitor.from(source, port);
        for (int i = 0; i < 5; i++) {
            guesser.signIn(email(), Crew.PASSWORD);
            assertThat(code(guesser, "00000" + i).status()).isEqualTo(401);
        }

        assertThat(guesser.signIn(email(), Crew.PASSWORD).body()).contains("Sign-in is locked until");
        assertThat(code(guesser, next(app)).location()).isNotEqualTo("/");
    }

    @Test
    void wantsThePasswordAnewWhenTheCodeComesLateOrThePasswordWasReplaced() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        Visitor late = begun();
        clock.advance(Duration.ofMinutes(10));
        assertThat(code(late, next(app)).body()).contains("Sign in again with your password.");

        Visitor overtaken = begun();
        signedIn(Role.OWNER)
                .post("/settings/members/" + crew.member().id() + "/password", Map.of("password", "the next long one"));

        assertThat(code(overtaken, next(app)).body()).contains("Sign in again with your password.");
        assertThat(code(new Visitor(port), next(app)).status()).isEqualTo(401);
    }

    @Test
    void letsEachRecoveryCodeInOnce() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        String recovery = app.recoveryCodes().getFirst().toLowerCase().replace('-', ' ');
        assertThat(app.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();

        Visitor visitor = begun();
        assertThat(code(visitor, recovery).location()).isEqualTo("/");

        assertThat(code(begun(), recovery).status()).isEqualTo(401);
        assertThat(visitor.get(PAGE).body()).contains("9 recovery codes are left.");

        Answer renewed = visitor.post(PAGE + "/codes", Map.of("password", Crew.PASSWORD, "code", next(app)));
        assertThat(AuthenticatorApp.RECOVERY_CODE.matcher(renewed.body()).results())
                .hasSize(10);
        assertThat(code(begun(), app.recoveryCodes().get(1)).status()).isEqualTo(401);
    }

    @Test
    void keepsNeitherSecretNorCodesReadable() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));

        List<String> stored = jdbc.sql(
                        """
                        select secret from identity_second_factor
                        union all select code_hash from identity_recovery_code
                        union all select encode(attribute_bytes, 'escape') from web_session_attributes
                        """)
                .query(String.class)
                .list();

        assertThat(String.join(" ", stored))
                .doesNotContain(app.secret(), app.recoveryCodes().getFirst());
    }

    @Test
    void refusesAProgramThePasswordAndTakesAToken() {
        Visitor here = signedIn(Role.OWNER);
        setUp(here);
        assertThat(program(Crew.PASSWORD).status()).isEqualTo(401);
        assertThat(program(Crew.PASSWORD).body()).contains("Send an API token in place of the password");

        Answer refused =
                here.post("/settings/security/tokens", Map.of("name", "Reports", "password", "not the password"));
        Answer created = here.post("/settings/security/tokens", Map.of("name", "Reports", "password", Crew.PASSWORD));
        Matcher token = TOKEN.matcher(created.body());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(token.find()).isTrue();
        assertThat(program(token.group(1)).status()).isEqualTo(200);
        assertThat(here.get("/settings/security").body()).contains("Reports").doesNotContain(token.group(1));
        assertThat(new Visitor(port)
                        .signIn(crew.owner().email(), token.group(1))
                        .status())
                .isEqualTo(401);

        String id = jdbc.sql("select id::text from identity_api_token where user_id = :id")
                .param("id", crew.owner().id().value())
                .query(String.class)
                .single();
        here.post("/settings/security/tokens/" + id + "/remove", Map.of());
        assertThat(program(token.group(1)).status()).isEqualTo(401);
    }

    @Test
    void takesATokenUntilItsEndAndThenSaysWhenThatWas() {
        Visitor here = signedIn(Role.OWNER);
        Answer created = here.post(
                "/settings/security/tokens", Map.of("name", "Reports", "days", "30", "password", Crew.PASSWORD));
        Matcher token = TOKEN.matcher(created.body());
        assertThat(token.find()).isTrue();

        clock.advance(Duration.ofDays(30).minusMinutes(1));
        assertThat(program(token.group(1)).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(2));
        Answer refused = program(token.group(1));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).contains("This API token ended on ", "Make a new one");
        assertThat(signedIn(Role.OWNER).get("/settings/security").body())
                .containsPattern("Ended \\d{1,2} \\w{3} \\d{4}");
        assertThat(jdbc.sql("select count(*) from audit_entry where changes::text like '%API token that has ended%'"
                                + " and organization_id = :organization")
                        .param("organization", crew.organization().value())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "31", "99999999999", "for ever"})
    void makesNoTokenOfAnotherLife(String days) {
        Answer refused = signedIn(Role.OWNER)
                .post("/settings/security/tokens", Map.of("name", "Reports", "days", days, "password", Crew.PASSWORD));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose one.").doesNotContain("ascent_");
    }

    @Test
    void knowsAnAddressThatWasCopiedWithInvisibleCharacters() {
        String address = crew.owner().email();
        String copied = "\u200b\u00a0" + address.charAt(0) + "\u2060" + address.substring(1) + "\ufeff";

        assertThat(new Visitor(port).signIn(copied, Crew.PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void takesATokenOfItsUserAlone() {
        Visitor here = signedIn(Role.MEMBER);
        Answer created = here.post("/settings/security/tokens", Map.of("name", "Reports", "password", Crew.PASSWORD));
        Matcher token = TOKEN.matcher(created.body());
        assertThat(token.find()).isTrue();

        assertThat(program(token.group(1)).status()).isEqualTo(401);
    }

    @Test
    void leadsAnOwnerToItWhenTheOrganizationWantsIt() {
        Visitor owner = signedIn(Role.OWNER);
        assertThat(signedIn(Role.ADMIN)
                        .post("/settings/members/two-step", Map.of("required", "true"))
                        .status())
                .isEqualTo(403);

        owner.post("/settings/members/two-step", Map.of("required", "true"));

        assertThat(owner.get("/").location()).isEqualTo(PAGE);
        assertThat(owner.get("/settings/members").location()).isEqualTo(PAGE);
        assertThat(owner.get("/api/v1/users").body()).contains("second-factor-required");
        assertThat(owner.get("/", "HX-Request", "true").header("HX-Redirect")).contains(PAGE);
        assertThat(program(Crew.PASSWORD).status()).isEqualTo(401);
        assertThat(owner.get(PAGE).body()).contains("Fjordlight IT wants its Owners");
        assertThat(signedIn(Role.ADMIN).get("/settings/members").status()).isEqualTo(200);

        AuthenticatorApp app = setUp(owner);

        assertThat(owner.get("/settings/members").body()).contains("Leave it to each Owner");
        assertThat(owner.post(PAGE + "/off", Map.of("password", Crew.PASSWORD, "code", next(app)))
                        .status())
                .isEqualTo(422);
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select changes::text from audit_entry where organization_id = :organization")
                                .param("organization", crew.organization().value())
                                .query(String.class)
                                .list())
                .anyMatch(changes -> changes.contains("Two-step sign-in of Owners"))
                .anyMatch(changes -> changes.contains("\"Two-step sign-in\"")));
    }

    @Test
    void letsAnOwnerTurnItOffForAMember() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        Visitor member = begun();
        code(member, next(app));
        String path = "/settings/members/" + crew.member().id() + "/two-step-reset";
        assertThat(signedIn(Role.ADMIN).post(path, Map.of()).status()).isEqualTo(403);

        signedIn(Role.OWNER).post(path, Map.of());

        assertThat(member.get("/settings/security").location()).isEqualTo("/login");
        assertThat(signIn(Crew.PASSWORD).location()).isEqualTo("/");
    }

    private AuthenticatorApp setUp(Visitor visitor) {
        return AuthenticatorApp.setUp(visitor, Crew.PASSWORD, clock);
    }

    /** No code is good twice. */
    private String next(AuthenticatorApp app) {
        clock.advance(Duration.ofSeconds(30));
        return app.code();
    }

    private Visitor begun() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(email(), Crew.PASSWORD).location()).isEqualTo("/login/code");
        return visitor;
    }

    private static Answer code(Visitor visitor, String code) {
        return visitor.post("/login", Map.of("code", code));
    }

    private Answer signIn(String password) {
        return new Visitor(port).signIn(email(), password);
    }

    private Answer program(String password) {
        return new Visitor(port)
                .get(
                        "/api/v1/users",
                        "Authorization",
                        Visitor.basic(crew.owner().email(), password));
    }

    private String email() {
        return crew.member().email();
    }
}
