package app.ascent.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.SystemStatus;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tickets, as people work through them. */
@CrmWebTest
@Import(CountedStatements.class)
class TicketPagesTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final UUID client = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    TicketPagesTests(Visitors visitors, ClientImports clients, CountedStatements statements, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.statements = statements;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(organization, List.of(Samples.fresh(client, 1, Samples.client("Northwind"))), true);
    }

    @Test
    void beginsWithTheFirstThingToDo() {
        assertThat(text(owner, "/tickets"))
                .contains("No tickets yet", "Bring them over from Autotask", "Import from Autotask", "Create Ticket")
                .doesNotContain("??");
        assertThat(text(visitors.member(organization, Role.MEMBER), "/tickets"))
                .contains("No tickets yet", "Create the first one.")
                .doesNotContain("Bring them over", "Import from Autotask");
    }

    @Test
    void leadsFromTheFormToThePageAndTheList() {
        assertThat(text(owner, "/tickets/new?client=" + client))
                .contains("For Northwind", "This client has no contacts yet.")
                .containsPattern("value=\"" + SystemStatus.NEW.id() + "\"\\s+selected")
                .doesNotContain("??");
        String ticket = created(
                "<b>Mail</b> flow stops",
                "priority",
                "CRITICAL",
                "tags",
                "Exchange, Night shift",
                "checklist",
                "Log saved\nClient told",
                "peopleNames",
                "Kjell Ström",
                "dueAt",
                "2026-01-02T12:00");

        assertThat(text(owner, ticket))
                .contains("&lt;b&gt;Mail&lt;/b&gt; flow stops", "Critical priority", "Exchange", "Night shift")
                .contains("0 of 2", "Unassigned", "Kjell Ström", "Late:", "TKT-", "Resolve", "Nothing was said yet.")
                .doesNotContain("??", "<b>Mail");
        assertThat(text(owner, ticket + "/edit"))
                .contains("Exchange\nNight shift</textarea>", "Log saved\nClient told</textarea>", "2026-01-02T12:00")
                .doesNotContain("??");
        assertThat(text(owner, "/tickets"))
                .contains("1 open ticket<", "Critical", "&lt;b&gt;Mail", "#ticket")
                .doesNotContain("??");
        assertThat(text(owner, "/tickets?view=grid")).contains("ticket-card").doesNotContain("??");
        assertThat(text(owner, ticket + "/activity")).contains("Create").doesNotContain("??");
        assertThat(text(owner, "/clients/" + client)).contains("Open tickets", "&lt;b&gt;Mail", "All tickets");
    }

    @Test
    void isResolvedAndReopened() {
        String ticket = created("Mail flow stops");

        assertThat(owner.post().uri(ticket + "/resolve")).hasRedirectedUrl(ticket);
        assertThat(text(owner, ticket))
                .contains("Resolved", "Reopen", "Resolved on", "Nothing was said yet.")
                .doesNotContain("Add note", ticket + "/edit", "??");
        assertThat(text(owner, "/tickets"))
                .contains("No open tickets.", "All tickets")
                .doesNotContain("Mail flow stops", "No tickets yet");
        assertThat(text(owner, "/tickets?status=CLOSED")).contains("Mail flow stops", "1 closed ticket<");
        assertThat(text(owner, "/tickets?search=flow"))
                .contains("1 ticket fits without the other filters:", "Mail flow stops");
        assertThat(owner.get().uri(ticket + "/edit")).hasRedirectedUrl(ticket + "/reopen");
        assertThat(text(owner, ticket + "/reopen")).contains("Reopen this ticket?", "It becomes Open.");

        assertThat(owner.post().uri(ticket + "/reopen")).hasRedirectedUrl(ticket);
        assertThat(text(owner, ticket)).contains("Add note", ticket + "/edit").doesNotContain("Closed on");
    }

    /** What others ticked stays, and a list that changed meanwhile is not ticked by places of the old one. */
    @Test
    void isTickedOff() {
        String ticket = created("Mail flow stops", "checklist", "Log saved\nClient told");
        long version = version(ticket);

        assertThat(owner.post()
                        .uri(ticket + "/checklist")
                        .param("version", Long.toString(version))
                        .param("done", "1"))
                .hasRedirectedUrl(ticket + "#checklist");
        assertThat(text(owner, ticket))
                .contains("1 of 2")
                .containsPattern("Zoë Lindqvist, \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\w+");
        assertThat(owner.post()
                        .uri(ticket + "/checklist")
                        .param("version", Long.toString(version))
                        .param("done", "0"))
                .hasRedirectedUrl(ticket);
        assertThat(text(owner, ticket)).contains("1 of 2");

        assertThat(owner.post()
                        .uri(ticket)
                        .param("version", Long.toString(version(ticket)))
                        .param("clientId", client.toString())
                        .param("subject", "Mail flow stops")
                        .param("statusId", SystemStatus.WAITING.id().toString())
                        .param("priority", "LOW")
                        .param("type", "INCIDENT")
                        .param("checklist", "Client told\r\nVendor asked"))
                .hasRedirectedUrl(ticket);
        assertThat(text(owner, ticket))
                .contains("1 of 2", "Vendor asked", "Waiting")
                .doesNotContain("Log saved");
    }

    @Test
    void opensWhatIsSearchedForByItsNumber() {
        String ticket = created("Mail flow stops");
        jdbc.sql("update desk_ticket set source_number = 'T20260409.0042' where id = ?")
                .param(UUID.fromString(ticket.substring(9)))
                .update();

        assertThat(owner.get().uri("/tickets?search=T20260409.0042")).hasRedirectedUrl(ticket);
        assertThat(owner.get().uri("/tickets?search=t20260409.0042 ").header("HX-Request", "true"))
                .hasStatusOk()
                .hasHeader("HX-Redirect", ticket);
        assertThat(text(owner, "/tickets?search=flow")).contains("T20260409.0042", "Autotask number");
        OrganizationId others = visitors.organization();
        assertThat(visitors.member(others, Role.OWNER).get().uri("/tickets?search=T20260409.0042"))
                .hasStatusOk();
    }

    @Test
    void isNobodysOutsideOfItsOrganization() {
        String ticket = created("Mail flow stops");
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        for (String address :
                List.of("", "/edit", "/delete", "/reopen", "/activity", "/description", "/tabs?at=overview")) {
            assertThat(stranger.get().uri(ticket + address)).as(address).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(stranger.post().uri(ticket + "/resolve")).hasStatus(HttpStatus.NOT_FOUND);
        MockMvcTester member = visitors.member(organization, Role.MEMBER);
        assertThat(member.get().uri(ticket + "/delete")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(text(member, ticket)).doesNotContain(ticket + "/delete");
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = owner.post()
                .uri("/tickets")
                .param("clientId", client.toString())
                .param("subject", "")
                .param("dueAt", "soon")
                .param("tags", "Exchange, Night shift")
                .param("checklist", "Log saved")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains(
                        "Enter a subject.",
                        "Enter a date and time between 1900 and 2200.",
                        "value=\"soon\"",
                        "Exchange, Night shift</textarea>",
                        "Log saved</textarea>")
                .doesNotContain("??");
    }

    @Test
    void costsTheSameHoweverManyThereAre() {
        created("Mail flow stops");
        int one = statements.during(() -> text(owner, "/tickets"));
        int first = statements.during(() -> text(owner, "/"));
        for (int at = 0; at < 10; at++) {
            created("Ticket " + at, "assigneeName", "Kjell " + at);
        }

        assertThat(statements.during(() -> text(owner, "/tickets"))).isLessThanOrEqualTo(one + 2);
        assertThat(statements.during(() -> text(owner, "/"))).isLessThanOrEqualTo(first + 2);
    }

    @Test
    void tellsOnTheFirstPageWhatIsToBeDone() {
        created("Mail flow stops", "priority", "CRITICAL", "dueAt", "2026-01-02T12:00");
        created("New laptop", "assigneeName", "Kjell Ström");

        assertThat(text(owner, "/"))
                .containsPattern("due=TODAY\">Tickets Due Today</a></p>\\s*<p class=\"metric\">0</p>")
                .containsPattern("/tickets\">Open Tickets</a></p>\\s*<p class=\"metric\">2</p>")
                .contains("1 critical", "1 unassigned", "1 ticket is late", "Nothing is due today.", "My open tickets")
                .doesNotContain("??");
        assertThat(text(owner, "/tickets?due=LATE")).contains("Mail flow stops").doesNotContain("New laptop");
        assertThat(text(owner, "/tickets?due=TODAY")).doesNotContain("Mail flow stops");
        assertThat(text(owner, "/tickets?assignee=none"))
                .contains("Mail flow stops")
                .doesNotContain("New laptop");
        assertThat(text(visitors.member(organization, Role.MEMBER), "/"))
                .contains("My Open Tickets", "My Tickets Due Today")
                .doesNotContain("1 critical");
    }

    /** The first page leads here; what it asks for can be taken off. */
    @Test
    void saysWhenItsTicketsAreDue() {
        created("Mail flow stops", "dueAt", "2026-01-02T12:00");

        assertThat(text(owner, "/tickets?due=TODAY&priority=LOW"))
                .contains("Due today, and not done", "href=\"/tickets?priority=LOW\"");
        assertThat(text(owner, "/tickets?due=LATE")).contains("Late, and not done", "Mail flow stops");
        assertThat(text(owner, "/tickets")).doesNotContain("and not done");
    }

    @Test
    void saysThatAFilterMakesNoSense() {
        String said = "One of the filters in this address makes no sense and was left out.";
        for (String senseless : List.of("status=done", "due=soon", "createdFrom=yesterday", "assignee=Zoë")) {
            assertThat(text(owner, "/tickets?" + senseless)).as(senseless).contains(said);
        }
        for (String list : List.of("clients", "contacts", "contracts", "assets", "projects")) {
            assertThat(text(owner, "/" + list + "?status=done")).as(list).contains(said);
            assertThat(text(owner, "/" + list + "?status=any")).as(list).doesNotContain(said);
        }
        assertThat(text(owner, "/tickets?status=any&assignee=none&due=")).doesNotContain(said);
    }

    @Test
    void offersTheQueuesInUse() {
        created("Mail flow stops", "queue", "Level 2");
        created("Printer jams", "queue", "Level 2");
        created("New laptop", "queue", "Level 1");
        String options =
                "<datalist id=\"queues\"><option value=\"Level 1\"></option><option value=\"Level 2\"></option></datalist>";
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(text(owner, "/tickets")).contains("list=\"queues\"", options);
        assertThat(text(owner, "/tickets/new?client=" + client)).contains("list=\"queues\"", options);
        assertThat(text(stranger, "/tickets")).contains("<datalist id=\"queues\"></datalist>");
    }

    /** As pages of time do, and of projects and contracts. */
    @Test
    void namesTheZoneOfItsTimes() {
        String ticket = created("Mail flow stops", "dueAt", "2026-01-02T12:00");

        assertThat(text(owner, ticket))
                .containsPattern("Opened</dt><dd><time [^>]*>[^<]*, \\d\\d:\\d\\d \\w+</time>")
                .containsPattern("2 Jan 2026, 12:00 \\w+</time>");
    }

    /** What came with an import can have a comma. */
    @Test
    void keepsATagWithACommaWhole() {
        String ticket = created("Mail flow stops", "tags", "VIP");
        jdbc.sql("update desk_ticket set tags = '{\"Paris, France\",VIP}' where id = ?")
                .param(UUID.fromString(ticket.substring(9)))
                .update();
        assertThat(text(owner, ticket + "/edit")).contains("Paris, France\nVIP</textarea>");

        assertThat(owner.post()
                        .uri(ticket)
                        .param("clientId", client.toString())
                        .param("subject", "Mail flow stops")
                        .param("statusId", SystemStatus.WAITING.id().toString())
                        .param("priority", "LOW")
                        .param("type", "INCIDENT")
                        .param("tags", "Paris, France\r\nExchange, Night shift"))
                .hasRedirectedUrl(ticket);

        assertThat(text(owner, ticket + "/edit")).contains("Paris, France\nExchange\nNight shift</textarea>");
    }

    private String created(String subject, String... more) {
        var request = owner.post()
                .uri("/tickets")
                .param("clientId", client.toString())
                .param("subject", subject)
                .param("statusId", SystemStatus.NEW.id().toString())
                .param("type", "INCIDENT");
        boolean urgent = List.of(more).contains("priority");
        request = urgent ? request : request.param("priority", "MEDIUM");
        for (int at = 0; at < more.length; at += 2) {
            request = request.param(more[at], more[at + 1]);
        }
        MvcTestResult created = request.exchange();
        assertThat(created).hasStatus3xxRedirection();
        return Objects.requireNonNull(created.getResponse().getRedirectedUrl());
    }

    private long version(String ticket) {
        return jdbc.sql("select version from desk_ticket where id = ?")
                .param(UUID.fromString(ticket.substring(9)))
                .query(Long.class)
                .single();
    }

    private static String text(MockMvcTester visitor, String address) {
        MvcTestResult answer = visitor.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
