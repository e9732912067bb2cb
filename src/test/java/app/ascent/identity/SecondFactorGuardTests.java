package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.TickingClock;
import app.ascent.identity.totp.Totp;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The ways round the second step: by an open session, a token, another member, or the same code at the same moment. */
class SecondFactorGuardTests extends CrewAtWork {

    private static final String PAGE = "/settings/two-step";
    private static final Pattern TOKEN = Pattern.compile("(ascent_[A-Za-z0-9_-]+)");

    private final TransactionOperations transactions;

    SecondFactorGuardTests(
            JdbcClient jdbc, TransactionOperations transactions, TickingClock clock, @LocalServerPort int port) {
        super(jdbc, clock, port);
        this.transactions = transactions;
    }

    @Test
    void turnsNothingOnForAnOpenSessionThatDoesNotKnowThePassword() {
        Visitor visitor = signedIn(Role.MEMBER);
        String secret = AuthenticatorApp.begin(visitor);

        Answer answer = visitor.post(
                PAGE + "/confirm", Map.of("password", "not the password", "code", Totp.code(secret, clock.instant())));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Check your current password");
        assertThat(new Visitor(port).signIn(email(Role.MEMBER), Crew.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void makesNoRecoveryCodesForAnOpenSessionThatKnowsHalf() {
        Visitor visitor = signedIn(Role.MEMBER);
        AuthenticatorApp app = setUp(visitor);

        Answer withoutPassword =
                visitor.post(PAGE + "/codes", Map.of("password", "not the password", "code", next(app)));
        Answer withoutCode = visitor.post(PAGE + "/codes", Map.of("password", Crew.PASSWORD, "code", "000000"));

        assertThat(withoutPassword.status()).isEqualTo(422);
        assertThat(withoutCode.status()).isEqualTo(422);
        assertThat(code(begun(), app.recoveryCodes().getLast()).location()).isEqualTo("/");
    }

    /** Whoever looked over a shoulder while it was turned on has that code, too. */
    @Test
    void takesTheCodeThatTurnedItOnForNoSignIn() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));

        assertThat(code(begun(), app.code()).status()).isEqualTo(401);
    }

    /** Both have read that it was not used yet when the first of them writes. */
    @Test
    void letsOneInOfTwoWhoSendTheSameCodeAtOnce() {
        AuthenticatorApp app = setUp(signedIn(Role.MEMBER));
        List<Visitor> visitors = List.of(begun(), begun());
        List<String> tokens = visitors.stream().map(Visitor::token).toList();
        String code = next(app);

        List<CompletableFuture<Answer>> answers = transactions.execute(status -> {
            jdbc.sql("select 1 from identity_second_factor where user_id = :id for update")
                    .param("id", crew.member().id().value())
                    .query(Integer.class)
                    .single();
            var sent = List.of(0, 1).stream()
                    .map(i -> CompletableFuture.supplyAsync(
                            () -> visitors.get(i).post("/login", tokens.get(i), Map.of("code", code))))
                    .toList();
            await().until(() -> waiting() == 2);
            return sent;
        });

        assertThat(answers).extracting(answer -> answer.join().status()).containsExactlyInAnyOrder(302, 401);
    }

    /** It was made before the organization wanted more, and asks for no code. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users", "/api/v1/clients", "/api/v1/me/sessions"})
    void letsNoTokenOfAnOwnerInWhoIsToSetItUpFirst(String path) {
        Visitor owner = signedIn(Role.OWNER);
        String token = token(owner);
        assertThat(program(Role.OWNER, token, path).status()).isEqualTo(200);

        owner.post("/settings/members/two-step", Map.of("required", "true"));

        assertThat(program(Role.OWNER, token, path).status()).isEqualTo(403);
        assertThat(program(Role.OWNER, token, path).body()).contains("second-factor-required");

        setUp(owner);

        assertThat(program(Role.OWNER, token, path).status()).isEqualTo(200);
    }

    /** Somebody who is not to be trusted may hold one. */
    @Test
    void removesTokensWhenSomebodyElseSetsThePassword() {
        String token = token(signedIn(Role.MEMBER));
        assertThat(program(Role.MEMBER, token, "/api/v1/clients").status()).isEqualTo(200);

        signedIn(Role.ADMIN)
                .post("/settings/members/" + crew.member().id() + "/password", Map.of("password", "the next long one"));

        assertThat(program(Role.MEMBER, token, "/api/v1/clients").status()).isEqualTo(401);
    }

    @Test
    void takesNoTokenOfADeactivatedUser() {
        String token = token(signedIn(Role.MEMBER));

        signedIn(Role.OWNER)
                .post("/settings/members/" + crew.member().id() + "/status", Map.of("status", "DEACTIVATED"));

        assertThat(program(Role.MEMBER, token, "/api/v1/clients").status()).isEqualTo(401);
    }

    @Test
    void letsNobodyTakeItFromThemselvesAndOnlyAnOwnerFromOthers() {
        Visitor owner = signedIn(Role.OWNER);
        setUp(owner);
        setUp(signedIn(Role.MEMBER));
        String own = "/" + crew.owner().id();
        String members = "/" + crew.member().id();

        assertThat(owner.post("/settings/members" + own + "/two-step-reset", Map.of())
                        .location())
                .isEqualTo(PAGE);
        assertThat(reset(owner, own).status()).isEqualTo(403);
        assertThat(reset(signedIn(Role.ADMIN), members).status()).isEqualTo(403);
        assertThat(new Visitor(port).signIn(email(Role.OWNER), Crew.PASSWORD).location())
                .isEqualTo("/login/code");

        assertThat(reset(owner, members).status()).isEqualTo(204);
        assertThat(new Visitor(port).signIn(email(Role.MEMBER), Crew.PASSWORD).location())
                .isEqualTo("/");
    }

    private Answer reset(Visitor visitor, String user) {
        return visitor.json("DELETE", "/api/v1/users" + user + "/second-factor", null, "X-CSRF-TOKEN", visitor.token());
    }

    private String token(Visitor visitor) {
        Answer created =
                visitor.post("/settings/security/tokens", Map.of("name", "Reports", "password", Crew.PASSWORD));
        Matcher token = TOKEN.matcher(created.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Answer program(Role role, String password, String path) {
        return new Visitor(port).get(path, "Authorization", Visitor.basic(email(role), password));
    }

    private int waiting() {
        return jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                          and query like '%update identity_second_factor%'
                        """)
                .query(Integer.class)
                .single();
    }

    private AuthenticatorApp setUp(Visitor visitor) {
        return AuthenticatorApp.setUp(visitor, Crew.PASSWORD, clock);
    }

    private String next(AuthenticatorApp app) {
        clock.advance(Duration.ofSeconds(30));
        return app.code();
    }

    private Visitor begun() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(email(Role.MEMBER), Crew.PASSWORD).location()).isEqualTo("/login/code");
        return visitor;
    }

    private static Answer code(Visitor visitor, String code) {
        return visitor.post("/login", Map.of("code", code));
    }

    private String email(Role role) {
        return crew.as(role).email();
    }
}
