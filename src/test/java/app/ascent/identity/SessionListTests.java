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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionListTests extends CrewAtWork {

    private static final Pattern OTHER = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"[^}]*\"current\":false");

    SessionListTests(JdbcClient jdbc, TickingClock clock, @LocalServerPort int port) {
        super(jdbc, clock, port);
    }

    @Test
    void endsAfterTwelveHoursHoweverBusyItIs() {
        Visitor busy = signedIn(Role.MEMBER);
        clock.advance(Duration.ofHours(7));
        assertThat(busy.get("/settings/security").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(4));
        assertThat(busy.get("/settings/security").status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        assertThat(busy.get("/settings/security").location()).isEqualTo("/login");
        assertThat(busy.get("/api/v1/me/sessions").status()).isEqualTo(401);
        assertThat(signedIn(Role.MEMBER).get("/api/v1/me/sessions").body()).contains("\"total\":1");
    }

    @Test
    void lastsNoLongerForANewPassword() {
        Visitor busy = signedIn(Role.MEMBER);
        clock.advance(Duration.ofHours(11));
        busy.post("/settings/password", Map.of("current", Crew.PASSWORD, "password", "another long one"));
        assertThat(busy.get("/settings/security").status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        assertThat(busy.get("/settings/security").location()).isEqualTo("/login");
    }

    @Test
    void listsOnesOwnAndMarksThisOne() {
        Visitor here = signedIn(Role.MEMBER);
        signedIn(Role.MEMBER);
        signedIn(Role.OWNER);

        String page = here.get("/settings/security").body();
        String api = here.get("/api/v1/me/sessions").body();

        assertThat(page).contains("This one", "End all others", "127.0.0.1");
        assertThat(api).contains("\"total\":2", "\"current\":true", "\"current\":false", "\"address\":\"127.0.0.1\"");
        assertThat(page + api).doesNotContain(keys());
    }

    @Test
    void endsOneOfOnesOwn() {
        Visitor here = signedIn(Role.MEMBER);
        Visitor elsewhere = signedIn(Role.MEMBER);

        Answer answer = here.post("/settings/security/sessions/" + other(here) + "/end", Map.of());

        assertThat(here.get(answer.location()).body()).contains("The session has ended.");
        assertThat(elsewhere.get("/settings/security").location()).isEqualTo("/login");
    }

    @Test
    void endsAllOthersByPageAndByProgram() {
        Visitor here = signedIn(Role.MEMBER);
        Visitor second = signedIn(Role.MEMBER);

        here.post("/settings/security/sessions/end-others", Map.of());
        assertThat(second.get("/settings/security").location()).isEqualTo("/login");

        Visitor third = signedIn(Role.MEMBER);
        assertThat(here.json("DELETE", "/api/v1/me/sessions", null, "X-CSRF-TOKEN", here.token())
                        .status())
                .isEqualTo(204);
        assertThat(third.get("/settings/security").location()).isEqualTo("/login");
        assertThat(here.get("/settings/security").status()).isEqualTo(200);
    }

    @Test
    void letsAnOwnerSeeAndEndAMembersAndNobodyElse() {
        Visitor owner = signedIn(Role.OWNER);
        Visitor admin = signedIn(Role.ADMIN);
        Visitor member = signedIn(Role.MEMBER);
        String page = "/settings/members/" + crew.member().id();
        String api = "/api/v1/users/" + crew.member().id() + "/sessions";
        String strangers =
                "/api/v1/users/" + Crew.of(jdbc, "Another MSP").member().id() + "/sessions";

        assertThat(owner.get(page).body()).contains("End all");
        assertThat(admin.get(page).body()).doesNotContain("End all");
        assertThat(admin.get(api).status()).isEqualTo(403);
        assertThat(admin.post(page + "/sessions/end", Map.of()).status()).isEqualTo(403);
        String session = other(owner.get(api).body());
        for (Visitor visitor : List.of(admin, member)) {
            assertThat(delete(visitor, api).status()).isEqualTo(403);
            assertThat(delete(visitor, api + "/" + session).status()).isEqualTo(403);
            assertThat(visitor.post(page + "/sessions/" + session + "/end", Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(owner.get(strangers).status()).isEqualTo(404);
        assertThat(member.get("/settings/security").status()).isEqualTo(200);

        delete(owner, api + "/" + session);

        assertThat(member.get("/settings/security").location()).isEqualTo("/login");
        assertThat(owner.post(page + "/sessions/end", Map.of()).location()).isEqualTo(page);
    }

    @Test
    void endsNobodyElsesAsOnesOwn() {
        Visitor member = signedIn(Role.MEMBER);
        String session = other(signedIn(Role.OWNER)
                .get("/api/v1/users/" + crew.member().id() + "/sessions")
                .body());
        Visitor admin = signedIn(Role.ADMIN);

        assertThat(delete(admin, "/api/v1/me/sessions/" + session).status()).isEqualTo(404);
        admin.post("/settings/security/sessions/" + session + "/end", Map.of());

        assertThat(member.get("/settings/security").status()).isEqualTo(200);
    }

    @Test
    void leavesAnEntryInTheAuditLog() {
        Visitor owner = signedIn(Role.OWNER);
        signedIn(Role.MEMBER);

        owner.post("/settings/members/" + crew.member().id() + "/sessions/end", Map.of());

        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select changes::text from audit_entry where organization_id = :organization")
                                .param("organization", crew.organization().value())
                                .query(String.class)
                                .list())
                .anyMatch(changes -> changes.contains("1 ended")));
    }

    private static Answer delete(Visitor visitor, String path) {
        return visitor.json("DELETE", path, null, "X-CSRF-TOKEN", visitor.token());
    }

    private String[] keys() {
        return jdbc.sql("select session_id from web_session")
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private static String other(Visitor visitor) {
        return other(visitor.get("/api/v1/me/sessions").body());
    }

    private static String other(String sessions) {
        Matcher found = OTHER.matcher(sessions);
        assertThat(found.find()).as(sessions).isTrue();
        return found.group(1);
    }
}
