package app.ascent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VisitedApplication
class DashboardTests {

    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int port;

    private Crew crew;

    DashboardTests(Audit audit, JdbcClient jdbc, Clock clock, @LocalServerPort int port) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @Test
    void beginsWithTheFirstThingToDo() {
        assertThat(page(Role.OWNER)).contains("No clients yet", "Import from Autotask", "Add Client");
        assertThat(page(Role.MEMBER)).contains("No clients yet", "Add Client").doesNotContain("Import from Autotask");
    }

    @Test
    void countsTheClientsOfTheOrganizationAlone() {
        client(crew, "ACTIVE");
        client(crew, "ACTIVE");
        client(crew, "INACTIVE");
        Crew others = Crew.of(jdbc, "Another MSP");
        client(others, "ACTIVE");

        assertThat(page(Role.MEMBER))
                .containsPattern("Active Clients</a></p>\\s*<p class=\"metric\">2</p>")
                .containsPattern("My Open Tickets</a></p>\\s*<p class=\"metric\">0</p>")
                .doesNotContain("No clients yet");
    }

    @Test
    void countsTheContractsPeopleWorkUnderAndThoseThatEndSoon() {
        UUID client = client(crew, "ACTIVE");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        contract(crew, client, "ACTIVE", LocalDate.of(9999, 12, 31));
        contract(crew, client, "ACTIVE", today.plusDays(9));
        contract(crew, client, "ACTIVE", today.minusDays(9));
        contract(crew, client, "CANCELLED", today.plusDays(9));
        Crew others = Crew.of(jdbc, "Another MSP");
        contract(others, client(others, "ACTIVE"), "ACTIVE", today.plusDays(9));

        assertThat(page(Role.MEMBER))
                .containsPattern("/contracts\\?status=RUNNING\">Active Contracts</a></p>\\s*<p class=\"metric\">2</p>")
                .containsPattern("/contracts\\?status=EXPIRING_SOON\">1 expires within 30 days</a>");
    }

    @Test
    void saysNothingOfContractsThatEndSoonWhereNoneDoes() {
        client(crew, "ACTIVE");

        assertThat(page(Role.MEMBER)).contains("Active Contracts").doesNotContain("within 30 days", "??");
    }

    @Test
    void tellsTheOwnerAloneOfMigrations() {
        client(crew, "ACTIVE");

        assertThat(page(Role.OWNER)).contains("Last migration");
        assertThat(page(Role.ADMIN)).doesNotContain("Last migration");
    }

    @Test
    void saysWhyTheLastMigrationWaitsAndWhenItGoesOn() {
        client(crew, "ACTIVE");
        waitingRun();

        assertThat(page(Role.OWNER))
                .contains("Autotask asked for a break.")
                .containsPattern("The import goes on at .*\\d\\d:\\d\\d");
    }

    private void waitingRun() {
        UUID migration = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into migration_migration (id, organization_id, source_system, source_database, connection,
                            created_at, created_by, version)
                        values (?, ?, 'AUTOTASK', 91234, gen_random_uuid(), now(), gen_random_uuid(), 0)
                        """)
                .params(migration, crew.organization().value())
                .update();
        jdbc.sql(
                        """
                        insert into migration_run (id, organization_id, migration_id, number, kind, status, conflicts,
                            reason_code, reason, resumes_at, waiting_since, started_at, started_by, running_since,
                            worked_millis, fence, ticket, version)
                        values (gen_random_uuid(), ?, ?, 1, 'FULL', 'WAITING', 'KEEP_ASCENT', 'rate-limited',
                            'Autotask asked for a break.', now() + interval '2 minutes', now(), now(),
                            gen_random_uuid(), now(), 0, 0, 0, 0)
                        """)
                .params(crew.organization().value(), migration)
                .update();
    }

    @Test
    void tellsWhoMayReadTheLogWhatHasHappened() {
        audit.recordBySystem(
                crew.organization(), Action.CREATE, new AuditedRecord("Client", "1", "Northwind"), Map.of());

        audit.recordBySystem(
                crew.organization(),
                Action.UPDATE,
                new AuditedRecord("Integration", "1", "Autotask Migration"),
                Map.of(Audit.HAPPENED, "Run paused"));

        assertThat(page(Role.ADMIN))
                .contains("Recent activity", "created Client Northwind", "System", "Autotask Migration: Run paused");
        assertThat(page(Role.MEMBER)).doesNotContain("Recent activity").doesNotContain("Northwind");
    }

    private String page(Role role) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(crew.as(role).email(), Crew.PASSWORD);
        var answer = visitor.get("/");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private UUID client(Crew of, String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into crm_client (organization_id, id, name, type, status, created_at, updated_at,
                            name_key, sort_key)
                        values (:organization, :id, 'Northwind', 'CUSTOMER', :status, now(), now(),
                            'northwind', 'northwind')
                        """)
                .param("organization", of.organization().value())
                .param("id", id)
                .param("status", status)
                .update();
        return id;
    }

    private void contract(Crew of, UUID client, String status, LocalDate end) {
        jdbc.sql(
                        """
                        insert into contract (organization_id, id, client_id, name, type, status, start_date, end_date,
                            ends_on, auto_renew, sort_key, created_at, updated_at)
                        values (:organization, gen_random_uuid(), :client, 'Care', 'SUPPORT_PLAN', :status,
                            '2020-01-01', nullif(:end, date '9999-12-31'), :end, false, 'care', now(), now())
                        """)
                .param("organization", of.organization().value())
                .param("client", client)
                .param("status", status)
                .param("end", end)
                .update();
    }
}
