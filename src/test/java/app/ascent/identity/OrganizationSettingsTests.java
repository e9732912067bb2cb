package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import app.ascent.web.Visitor.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
class OrganizationSettingsTests {

    private static final String PAGE = "/settings/organization";
    private static final String API = "/api/v1/organization";

    private final JdbcClient jdbc;
    private final int port;

    private Crew crew;

    OrganizationSettingsTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void writesTimesInTheZoneThatWasChosenFromTheNextPageOn() {
        Visitor admin = signedIn(Role.ADMIN);
        Visitor owner = signedIn(Role.OWNER);
        jdbc.sql(
                        "update identity_user set last_login_at = '2026-01-10T20:30:00Z' where organization_id = :organization")
                .param("organization", crew.organization().value())
                .update();

        Answer saved = admin.post(PAGE, form());

        assertThat(saved.location()).isEqualTo(PAGE);
        assertThat(owner.get("/settings/members").body())
                .contains("title=\"01/11/2026, 06:30 AEST\"", "<html lang=\"en-AU\"", "Fjordlight Pty");
    }

    @Test
    void tellsInTheAuditLogWhatChanged() {
        Visitor owner = signedIn(Role.OWNER);

        owner.post(PAGE, form());

        await().untilAsserted(() -> assertThat(changes())
                .contains("Fjordlight IT", "Fjordlight Pty", "Australia/Brisbane", "12/31/2026", "AUD"));
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus, Choose one of the list.",
        "timeZone, '', Choose one of the list.",
        "timeZone, +02:00, Choose one of the list.",
        "currency, DEM, Choose one of the list.",
        "language, tlh, Choose one of the list.",
        "name, ' ', Enter the name of your organization."
    })
    void refusesWhatIsNotOfferedAndKeepsTheRest(String field, String value, String sentence) {
        Map<String, String> form = form();
        form.put(field, value);

        Answer refused = signedIn(Role.OWNER).post(PAGE, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(sentence);
        assertThat(changes()).isEmpty();
    }

    @Test
    void isReadAndChangedByPrograms() {
        Visitor program = new Visitor(port);
        String[] owner = {"Authorization", Visitor.basic(crew.owner().email(), Crew.PASSWORD)};
        String settings =
                """
                {"name":"Fjordlight","timeZone":"Europe/Oslo","language":"en-GB","dateFormat":"YEAR_MONTH_DAY",\
                "currency":"NOK"}""";

        Answer changed = program.json("PUT", API, settings, owner);
        Answer refused = program.json("PUT", API, "{\"name\":\"Fjordlight\",\"timeZone\":\"Oslo\"}", owner);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(program.get(API, owner).body()).isEqualTo(settings);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("timeZone", "language", "dateFormat", "currency");
    }

    @Test
    void isNotForMembers() {
        Visitor member = signedIn(Role.MEMBER);

        assertThat(member.get(PAGE).status()).isEqualTo(403);
        assertThat(member.get(PAGE).body()).contains("Only Owners and Admins of Fjordlight IT can open Organization.");
        assertThat(member.post(PAGE, form()).status()).isEqualTo(403);
        assertThat(member.get("/").body()).doesNotContain(PAGE);
    }

    private Visitor signedIn(Role role) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.as(role).email(), Crew.PASSWORD);
        return visitor;
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "name", "Fjordlight Pty",
                "timeZone", "Australia/Brisbane",
                "language", "en-AU",
                "dateFormat", "MONTH_DAY_YEAR_SLASHES",
                "currency", "AUD"));
    }

    private String changes() {
        return jdbc.sql(
                        """
                        select coalesce(string_agg(changes::text, ''), '') from audit_entry
                        where organization_id = :organization and entity_type = 'Organization' and action = 'UPDATE'
                        """)
                .param("organization", crew.organization().value())
                .query(String.class)
                .single();
    }
}
