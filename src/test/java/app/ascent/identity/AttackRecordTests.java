package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TickingClock;
import app.ascent.web.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever may be an attack can be read afterwards: by the organization it was about, and by whoever watches the log. */
@ExtendWith(OutputCaptureExtension.class)
class AttackRecordTests extends CrewAtWork {

    private static final Pattern TOKEN = Pattern.compile("(ascent_[A-Za-z0-9_-]+)");
    private static final String WRONG = "not the password";

    AttackRecordTests(JdbcClient jdbc, TickingClock clock, @LocalServerPort int port) {
        super(jdbc, clock, port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@fjordlight.example", "root", "a b@fjordlight.example"})
    void logsTriesAtAddressesThatNobodyHas(String email, CapturedOutput log) {
        Visitor.from("203.0.113." + email.length(), port).signIn(email, WRONG);

        assertThat(log)
                .contains("from 203.0.113." + email.length() + ", user unknown: Sign-in with an unknown address");
    }

    @Test
    void logsWrongPasswordsAndTheLockOnce(CapturedOutput log) {
        for (int tried = 0; tried < 5; tried++) {
            new Visitor(port).signIn(email(Role.MEMBER), WRONG);
        }

        String user = ", user " + crew.member().id() + ": Sign-in with a wrong password";
        assertThat(log).containsOnlyOnce(user + "; it is locked now").contains(user + "\n");
        assertThat(lines(log, user)).isLessThan(5);
    }

    /** Or the second thief would hide behind the first. */
    @Test
    void tellsTheSameOfEachPlace(CapturedOutput log) {
        Visitor.from("203.0.113.91", port).signIn(email(Role.MEMBER), WRONG);
        Visitor.from("203.0.113.92", port).signIn(email(Role.MEMBER), WRONG);

        assertThat(refusals()).hasSize(2);
        assertThat(log)
                .contains("from 203.0.113.91, user " + crew.member().id())
                .contains("from 203.0.113.92, user " + crew.member().id());
    }

    @Test
    void logsRefusedAccess(CapturedOutput log) {
        Visitor member = signedIn(Role.MEMBER);
        member.get("/admin/audit-logs");
        member.get("/admin/audit-logs");

        assertThat(log)
                .containsOnlyOnce("user " + crew.member().id()
                        + ": Asked for what the role does not allow: GET /admin/audit-logs");
    }

    @Test
    void writesDownWhoeverGuessesThePasswordOfAnOpenSession() {
        Visitor member = signedIn(Role.MEMBER);

        member.post("/settings/security/tokens", Map.of("name", "Reports", "password", WRONG));
        clock.advance(Duration.ofMinutes(11));
        member.post("/settings/password", Map.of("current", WRONG, "password", "the next long one"));

        assertThat(refusals()).hasSize(2).allSatisfy(entry -> assertThat(entry)
                .contains("Confirmation with a wrong password"));
    }

    @Test
    void writesDownWrongCodesAtSignInAndInAnOpenSession() {
        Visitor member = signedIn(Role.MEMBER);
        AuthenticatorApp.setUp(member, Crew.PASSWORD, clock);
        member.post("/settings/two-step/codes", Map.of("password", Crew.PASSWORD, "code", "000000"));
        Visitor another = new Visitor(port);
        another.signIn(email(Role.MEMBER), Crew.PASSWORD);
        another.post("/login", Map.of("code", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"));

        assertThat(refusals())
                .hasSize(2)
                .anySatisfy(entry -> assertThat(entry).contains("Confirmation with a wrong code"))
                .anySatisfy(entry -> assertThat(entry).contains("Sign-in with a wrong code"));
    }

    @Test
    void writesDownWhoComesBackAfterTheAccountWasClosed() {
        jdbc.sql("update identity_user set status = 'DEACTIVATED' where id = :id")
                .param("id", crew.member().id().value())
                .update();

        new Visitor(port).signIn(email(Role.MEMBER), Crew.PASSWORD);

        assertThat(refusals()).singleElement().satisfies(entry -> assertThat(entry)
                .contains("Sign-in to a deactivated account"));
    }

    @Test
    void writesDownWhatProgramsShowed() {
        Visitor member = signedIn(Role.MEMBER);
        Matcher token = TOKEN.matcher(
                member.post("/settings/security/tokens", Map.of("name", "Reports", "password", Crew.PASSWORD))
                        .body());
        assertThat(token.find()).isTrue();
        AuthenticatorApp.setUp(member, Crew.PASSWORD, clock);

        program(token.group());
        program(token.group() + "x");
        program(Crew.PASSWORD);

        assertThat(entries("LOGIN")).anySatisfy(entry -> assertThat(entry).contains("Signed in as a program"));
        assertThat(refusals())
                .hasSize(2)
                .anySatisfy(entry -> assertThat(entry).contains("Sign-in with a wrong password"))
                .anySatisfy(entry -> assertThat(entry).contains("Sign-in by a program with the password alone"));
    }

    @Test
    void writesDownRefusedFormsOfOtherSites() {
        Visitor member = signedIn(Role.MEMBER);

        member.json("POST", "/api/v1/clients", "{}");

        assertThat(refusals()).singleElement().satisfies(entry -> assertThat(entry)
                .contains("Sent what no page of Ascent had made: POST /api/v1/clients")
                .doesNotContain("role"));
    }

    @Test
    void writesDownAdminsWhoReachForWhatIsAnOwners() {
        Visitor admin = signedIn(Role.ADMIN);
        String owner = crew.owner().id().toString();

        admin.post("/settings/members/" + owner + "/role", Map.of("role", "MEMBER"));
        admin.post(
                "/settings/members",
                Map.of(
                        "name",
                        "Eve",
                        "email",
                        "eve-" + UUID.randomUUID() + "@fjordlight.example",
                        "role",
                        "OWNER",
                        "password",
                        "the next long one"));
        admin.json("PATCH", "/api/v1/users/" + owner, "{\"status\":\"DEACTIVATED\"}", "X-CSRF-TOKEN", admin.token());

        assertThat(refusals()).hasSize(3).allSatisfy(entry -> assertThat(entry)
                .contains("Asked for what the role does not allow"));
    }

    /** A Member who asks for very much must not keep the wrong passwords of others out of the audit log. */
    @Test
    void letsNobodyCrowdOutTheRefusalsOfOthers() {
        Visitor member = signedIn(Role.MEMBER);
        for (int asked = 0; asked < 150; asked++) {
            member.get("/admin/audit-logs/" + new UUID(0, asked));
        }
        new Visitor(port).signIn(email(Role.OWNER), WRONG);

        assertThat(refusals()).hasSizeBetween(50, 120).anySatisfy(entry -> assertThat(entry)
                .contains("wrong password"));
    }

    @Test
    void logsWrongTokensOfScrapers(CapturedOutput log) {
        Visitor.from("203.0.113.77", port).get("/actuator/prometheus", "Authorization", "Bearer guess");

        assertThat(log).contains("from 203.0.113.77").contains("Asked for the figures with a wrong token");
    }

    private void program(String password) {
        new Visitor(port).get("/api/v1/clients", "Authorization", Visitor.basic(email(Role.MEMBER), password));
    }

    private static long lines(CapturedOutput log, String part) {
        return log.toString().lines().filter(line -> line.contains(part)).count();
    }

    private List<String> refusals() {
        return entries("REFUSE");
    }

    private List<String> entries(String action) {
        return jdbc.sql(
                        "select changes::text from audit_entry where organization_id = :organization and action = :action")
                .param("organization", crew.organization().value())
                .param("action", action)
                .query(String.class)
                .list();
    }

    private String email(Role role) {
        return crew.as(role).email();
    }
}
