package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
class MemberPagesTests {

    private final JdbcClient jdbc;
    private final int port;

    private Crew crew;

    MemberPagesTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void listsTheMembersOfTheOrganizationAlone() {
        Crew others = Crew.of(jdbc, "Another MSP");

        String page = signedIn(Role.ADMIN).get("/settings/members").body();

        assertThat(page)
                .contains(
                        crew.owner().email(),
                        crew.admin().email(),
                        crew.member().email())
                .doesNotContain(others.owner().email());
    }

    @Test
    void addsAMemberWhoCanSignIn() {
        String email = "nora-" + crew.organization() + "@fjordlight.example";
        Visitor admin = signedIn(Role.ADMIN);

        Answer answer = admin.post("/settings/members", member(email, "MEMBER", "a password of hers"));

        assertThat(answer.location()).isEqualTo("/settings/members");
        assertThat(admin.get("/settings/members").body()).contains("Nora New was added as Member and can sign in now.");
        assertThat(new Visitor(port).signIn(email, "a password of hers").location())
                .isEqualTo("/");
    }

    @Test
    void keepsARefusedFormButNotItsPassword() {
        Answer answer = signedIn(Role.ADMIN).post("/settings/members", member("no address", "MEMBER", "short one"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter an email address.", "Choose a password of at least 12 characters.")
                .contains("value=\"Nora New\"")
                .doesNotContain("short one");
    }

    @Test
    void refusesATakenAddress() {
        Answer answer = signedIn(Role.ADMIN)
                .post("/settings/members", member(crew.owner().email(), "MEMBER", "a password of hers"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("this one belongs to a user");
    }

    @Test
    void offersAnAdminNoOwnersAndRefusesOne() {
        Visitor admin = signedIn(Role.ADMIN);

        assertThat(admin.get("/settings/members/new").body()).doesNotContain("value=\"OWNER\"");
        assertThat(admin.post("/settings/members", member("nora@f.example", "OWNER", "a password of hers"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.get("/settings/members/" + crew.owner().id()).body())
                .contains("Only an Owner can make or change an Owner.")
                .contains("Active")
                .doesNotContain("Deactivate");
    }

    @Test
    void saysWhyTheLastOwnerStays() {
        Visitor owner = signedIn(Role.OWNER);

        Answer answer =
                owner.post("/settings/members/" + crew.owner().id() + "/status", Map.of("status", "DEACTIVATED"));

        assertThat(owner.get(answer.location()).body()).contains("This is the last Owner.");
    }

    @Test
    void knowsNoMemberOfAnotherOrganization() {
        Crew others = Crew.of(jdbc, "Another MSP");
        String stranger = "/settings/members/" + others.member().id();
        Visitor owner = signedIn(Role.OWNER);

        assertThat(owner.get(stranger).status()).isEqualTo(404);
        assertThat(owner.post(stranger + "/role", Map.of("role", "ADMIN")).status())
                .isEqualTo(404);
        assertThat(owner.post(stranger + "/password", Map.of("password", "a password of hers"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.get("/settings/members/no-id").status()).isIn(400, 404);
    }

    @Test
    void tellsProgramsTheSame() {
        Crew others = Crew.of(jdbc, "Another MSP");
        String owner = Visitor.basic(crew.owner().email(), Crew.PASSWORD);
        String admin = Visitor.basic(crew.admin().email(), Crew.PASSWORD);

        assertThat(patch(owner, crew.owner(), "{\"role\": \"ADMIN\"}")).satisfies(problem(409, "/problems/last-owner"));
        assertThat(patch(admin, crew.owner(), "{\"password\": \"a password of mine\"}"))
                .satisfies(problem(403, "/problems/owner-only"));
        assertThat(patch(owner, others.member(), "{\"role\": \"ADMIN\"}"))
                .satisfies(problem(404, "/problems/not-found"));
        assertThat(patch(owner, crew.member(), "{\"password\": \"short\"}"))
                .satisfies(problem(422, "/problems/weak-password"));
        assertThat(patch(owner, crew.member(), "{\"status\": \"DEACTIVATED\"}").body())
                .contains("\"status\":\"DEACTIVATED\"", "\"role\":\"MEMBER\"");
        assertThat(new Visitor(port)
                        .get("/api/v1/users?size=2", "Authorization", owner)
                        .body())
                .contains("\"page\":0,\"size\":2,\"total\":3")
                .doesNotContain(others.owner().email())
                .doesNotContain("bcrypt");
    }

    @Test
    void changesNobodysOwnPasswordWithoutThePresentOne() {
        String owner = Visitor.basic(crew.owner().email(), Crew.PASSWORD);
        Visitor page = signedIn(Role.OWNER);

        assertThat(patch(owner, crew.owner(), "{\"password\": \"a password of mine\"}"))
                .satisfies(problem(422, "/problems/current-password-missing"));
        assertThat(patch(
                        owner,
                        crew.owner(),
                        "{\"password\": \"a password of mine\", \"currentPassword\": \"not this one\"}"))
                .satisfies(problem(422, "/problems/wrong-password"));
        assertThat(page.post(
                                "/settings/members/" + crew.owner().id() + "/password",
                                Map.of("password", "a password of mine"))
                        .location())
                .isEqualTo("/settings/password");
        assertThat(new Visitor(port).signIn(crew.owner().email(), Crew.PASSWORD).location())
                .isEqualTo("/");
    }

    @Test
    void saysWhyAPasswordIsRefused() {
        String owner = Visitor.basic(crew.owner().email(), Crew.PASSWORD);

        assertThat(patch(owner, crew.member(), "{\"password\": \"dragonflydragonfly\"}"))
                .satisfies(problem(422, "/problems/weak-password"))
                .satisfies(answer -> assertThat(answer.body()).contains("\"reason\":\"repeated\""));
        assertThat(signedIn(Role.ADMIN)
                        .post("/settings/members", member("nora@f.example", "MEMBER", "nora@f.example"))
                        .body())
                .contains("this one is made of an address, a name");
    }

    /** What else a body has is left alone here as everywhere, but a change of nothing is no change. */
    @Test
    void refusesAChangeThatNamesNothingToChange() {
        String owner = Visitor.basic(crew.owner().email(), Crew.PASSWORD);

        assertThat(patch(owner, crew.member(), "{\"rol\": \"ADMIN\"}"))
                .satisfies(problem(422, "/problems/invalid-input"))
                .satisfies(answer -> assertThat(answer.body())
                        .contains(
                                "{\"field\":\"\",\"message\":\"Name what is to change: role, status or password.\"}"));
        assertThat(patch(owner, crew.member(), "{}").status()).isEqualTo(422);
        assertThat(patch(owner, crew.member(), "{\"role\": \"ADMIN\", \"name\": \"M\"}")
                        .status())
                .isEqualTo(200);
    }

    private Answer patch(String authorization, Crew.Person person, String body) {
        return new Visitor(port).json("PATCH", "/api/v1/users/" + person.id(), body, "Authorization", authorization);
    }

    private static Consumer<Answer> problem(int status, String type) {
        return answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains(type);
        };
    }

    private static Map<String, String> member(String email, String role, String password) {
        return Map.of("name", "Nora New", "email", email, "role", role, "password", password);
    }

    private Visitor signedIn(Role role) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(crew.as(role).email(), Crew.PASSWORD).location())
                .isEqualTo("/");
        return visitor;
    }
}
