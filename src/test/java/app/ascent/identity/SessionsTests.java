package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.AscentApplication;
import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
class SessionsTests {

    private static final String NEXT = "another long one";

    private final JdbcClient jdbc;
    private final Environment environment;
    private final int port;

    private Crew crew;

    SessionsTests(JdbcClient jdbc, Environment environment, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.environment = environment;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void goesOnAtAnotherNode() {
        Visitor visitor = signedIn(Role.OWNER, Crew.PASSWORD);

        try (var node = new SpringApplicationBuilder(AscentApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"),
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--ascent.encryption-key=" + environment.getProperty("ascent.encryption-key"),
                        "--ascent.data-dir=" + environment.getProperty("ascent.data-dir"))) {
            int second = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            assertThat(visitor.at(second).get("/settings/members").body()).contains("Max Moe");
        }
    }

    @Test
    void leadsToSignInWhenAnotherReleaseWroteIt() {
        Visitor visitor = signedIn(Role.OWNER, Crew.PASSWORD);
        jdbc.sql("update web_session_attributes set attribute_bytes = '\\xaced00057e' ::bytea")
                .update();

        assertThat(visitor.get("/settings/password").location()).isEqualTo("/login");
        assertThat(visitor.signIn(crew.owner().email(), Crew.PASSWORD).status()).isEqualTo(302);
        assertThat(visitor.get("/settings/members").status()).isEqualTo(200);
    }

    @Test
    void takesANewRoleOnTheNextRequest() {
        Visitor admin = signedIn(Role.ADMIN, Crew.PASSWORD);
        assertThat(admin.get("/settings/members").status()).isEqualTo(200);

        act(Role.OWNER, crew.admin(), "role", Map.of("role", "MEMBER"));

        assertThat(admin.get("/settings/members").status()).isEqualTo(403);
        assertThat(admin.get("/settings/password").status()).isEqualTo(200);
    }

    @Test
    void givesANewRightOnTheNextRequest() {
        Visitor member = signedIn(Role.MEMBER, Crew.PASSWORD);
        assertThat(member.get("/settings/members").status()).isEqualTo(403);

        act(Role.OWNER, crew.member(), "role", Map.of("role", "ADMIN"));

        assertThat(member.get("/settings/members").status()).isEqualTo(200);
    }

    @Test
    void endsForADeactivatedUserAndStaysEnded() {
        Visitor member = signedIn(Role.MEMBER, Crew.PASSWORD);
        Visitor idle = signedIn(Role.MEMBER, Crew.PASSWORD);

        act(Role.OWNER, crew.member(), "status", Map.of("status", "DEACTIVATED"));

        assertThat(member.get("/settings/password").location()).isEqualTo("/login");

        act(Role.OWNER, crew.member(), "status", Map.of("status", "ACTIVE"));

        assertThat(idle.get("/settings/password").location()).isEqualTo("/login");
    }

    @Test
    void endsWhenThePasswordIsReset() {
        Visitor member = signedIn(Role.MEMBER, Crew.PASSWORD);

        act(Role.ADMIN, crew.member(), "password", Map.of("password", NEXT));

        assertThat(member.get("/settings/password").location()).isEqualTo("/login");
        assertThat(new Visitor(port)
                        .signIn(crew.member().email(), Crew.PASSWORD)
                        .status())
                .isEqualTo(401);
        signedIn(Role.MEMBER, NEXT);
    }

    @Test
    void endsForAllOthersWhenAPersonChangesThePassword() {
        Visitor here = signedIn(Role.MEMBER, Crew.PASSWORD);
        Visitor elsewhere = signedIn(Role.MEMBER, Crew.PASSWORD);
        String before = here.session();

        var answer = here.post("/settings/password", Map.of("current", Crew.PASSWORD, "password", NEXT));

        assertThat(answer.location()).isEqualTo("/settings/password");
        assertThat(here.get("/settings/password").body()).contains("Password changed.");
        assertThat(here.session()).isNotEqualTo(before);
        assertThat(elsewhere.get("/settings/password").location()).isEqualTo("/login");
    }

    @Test
    void goesOnWithANewIdWhenAProgramOfThePageChangesThePassword() {
        Visitor here = signedIn(Role.MEMBER, Crew.PASSWORD);
        Visitor elsewhere = signedIn(Role.MEMBER, Crew.PASSWORD);
        String before = here.session();
        String body = "{\"currentPassword\": \"%s\", \"password\": \"%s\"}".formatted(Crew.PASSWORD, NEXT);

        var answer = here.json("PUT", "/api/v1/me/password", body, "X-CSRF-TOKEN", here.token());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(here.session()).isNotEqualTo(before);
        assertThat(here.get("/settings/password").status()).isEqualTo(200);
        assertThat(elsewhere.get("/settings/password").location()).isEqualTo("/login");
    }

    @Test
    void refusesThePresentPasswordAsTheNextOne() {
        Visitor here = signedIn(Role.MEMBER, Crew.PASSWORD);
        String body = "{\"currentPassword\": \"%1$s\", \"password\": \"%1$s\"}".formatted(Crew.PASSWORD);

        var page = here.post("/settings/password", Map.of("current", Crew.PASSWORD, "password", Crew.PASSWORD));
        var program = here.json("PUT", "/api/v1/me/password", body, "X-CSRF-TOKEN", here.token());

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("this is the one you have now");
        assertThat(program.status()).isEqualTo(422);
        assertThat(program.body()).contains("\"reason\":\"unchanged\"");
    }

    @Test
    void refusesAWrongCurrentPasswordBesideItsField() {
        var answer = signedIn(Role.MEMBER, Crew.PASSWORD)
                .post("/settings/password", Map.of("current", "not the password", "password", NEXT));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Check your current password").doesNotContain(NEXT);
    }

    private void act(Role by, Crew.Person person, String what, Map<String, String> form) {
        Visitor boss = signedIn(by, Crew.PASSWORD);
        var answer = boss.post("/settings/members/" + person.id() + "/" + what, form);
        assertThat(answer.location()).isEqualTo("/settings/members/" + person.id());
        assertThat(boss.get(answer.location()).body()).contains("class=\"note good\"");
    }

    private Visitor signedIn(Role role, String password) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(crew.as(role).email(), password).location()).isEqualTo("/");
        return visitor;
    }
}
