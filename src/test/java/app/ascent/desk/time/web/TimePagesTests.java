package app.ascent.desk.time.web;

import static app.ascent.desk.time.TimeSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.contracts.OrganizationDays;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeImports;
import app.ascent.desk.time.TimeSamples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@CrmWebTest
@Import(CountedStatements.class)
class TimePagesTests {

    private static final String LIST = "/time-tracking";

    private final UUID northwind = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final TimeImports imports;
    private final OrganizationDays days;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;
    private TicketId ticket;
    private LocalDate today;

    @Autowired
    TimePagesTests(
            Visitors visitors,
            ClientImports clients,
            TimeImports imports,
            OrganizationDays days,
            CountedStatements statements,
            JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.imports = imports;
        this.days = days;
        this.statements = statements;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithATicket() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind & Söhne"))), true);
        ticket = TimeSamples.ticket(jdbc, organization, northwind, "TKT-2604090031");
        today = days.today(organization);
    }

    @Test
    void begins() {
        assertThat(text(LIST))
                .contains("No time entries yet", "/time-tracking/new", "Import from Autotask")
                .doesNotContain("??");
        assertThat(text(LIST + "/new")).contains("Choose the client it was worked for.", "?client=" + northwind);
        assertThat(text(LIST + "/new?ticketId=" + ticket))
                .contains("On Mail flow stops", "Northwind &amp; Söhne", "value=\"" + today + "\"", "Zoë Lindqvist")
                .contains("name=\"_form\" value=\"/time-tracking/new\"")
                .doesNotContain("name=\"clientId\"", "??");
        assertThat(text(LIST + "/new?clientId=" + northwind))
                .contains("name=\"clientId\" value=\"" + northwind)
                .doesNotContain("??");
    }

    @Test
    void addsUpNoMoreThanItCounts() {
        jdbc.sql(
                        """
                        with written as (
                            insert into desk_time (organization_id, id, date, minutes, description, client_id, user_name,
                                billable, billing_state, created_at, updated_at, sort_key)
                            select :organization, gen_random_uuid(), :day, 6, 'worked', :client, 'Kjell', true,
                                'UNBILLED', now(), now(), 'worked' from generate_series(1, 10001)
                            returning organization_id, id, description
                        )
                        insert into desk_time_search (organization_id, id, search_text, changed_at)
                        select organization_id, id, ' ' || description, now() from written
                        """)
                .param("organization", organization.value())
                .param("client", northwind)
                .param("day", today)
                .update();

        assertThat(text(LIST))
                .contains("Adding up…", "hx-get=\"/time-tracking/figures\"", "1–25 of 10,001 time entries")
                .doesNotContain("1,000:06");
        assertThat(text(LIST + "/figures")).contains("1,000:06", "Review 10,001 entries");
        assertThat(text(LIST + "/figures?state=INVOICED")).doesNotContain("1,000:06");
        assertThat(text(LIST + "?search=worked"))
                .contains("So many time entries fit that their hours are not added up.", "1–25 of 10,001 and more.")
                .doesNotContain("1,000:06", "1,000:00");
    }

    @Test
    void leadsFromTheFormToThePageAndTheList() {
        String page = logged(Map.of("minutes", "1.5h", "startTime", "22:00", "endTime", "23:45"));

        assertThat(text(page))
                .contains("Night watch", "1:30", "TKT-2604090031", "Mail flow stops", "Unbilled", "Zoë Lindqvist")
                .doesNotContain("??");
        assertThat(text(page + "/edit")).contains("value=\"1:30\"", "value=\"22:00\"", "value=\"23:45\"");
        assertThat(text("/tickets/" + ticket + "/tabs?at=conversation"))
                .contains("Time <span class=\"count\">1:30</span>");
        assertThat(text(LIST))
                .contains(
                        "Night watch",
                        "TKT-2604090031",
                        "1–1 of 1 time entry, 1:30 hours",
                        "On this page",
                        "Review 1 entry")
                .doesNotContain("??");
        assertThat(text(page + "/activity")).contains("Create");
        assertThat(text("/admin/audit-logs?entity=Time entry")).contains("Night watch");
    }

    /** A time of the day that is left alone is still that of its own day, also of an entry that went over midnight. */
    @Test
    void takesTheDurationFromStartToEnd() {
        String page = logged(Map.of("minutes", "", "startTime", "08:00", "endTime", "09:15"));
        assertThat(text(page)).contains("1:15");

        assertThat(body(sent(LIST, Map.of("minutes", "", "startTime", "09:00", "endTime", "08:00"))))
                .contains("Choose an end that is not before the start.", "value=\"09:00\"");

        String id = page.substring(page.lastIndexOf('/') + 1);
        jdbc.sql("update desk_time set end_at = end_at + interval '1 day' where id = ?::uuid")
                .param(id)
                .update();
        assertThat(sent(page, Map.of("minutes", "2", "startTime", "08:00", "endTime", "09:15")))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select end_at - start_at > interval '1 day' from desk_time where id = ?::uuid")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Less the break that was taken; whoever enters hours means them. */
    @Test
    void letsHoursFollowWhenStartOrEndChange() {
        String page = logged(Map.of("minutes", "1:45", "startTime", "08:00", "endTime", "10:00"));

        sent(page, Map.of("minutes", "1:45", "startTime", "08:00", "endTime", "11:00"));
        assertThat(text(page + "/edit")).contains("value=\"2:45\"");
        sent(page, Map.of("minutes", "2:00", "startTime", "08:00", "endTime", "11:30"));
        assertThat(text(page + "/edit")).contains("value=\"2:00\"");
        assertThat(body(sent(page, Map.of("minutes", "4:00", "startTime", "08:00", "endTime", "11:30"))))
                .contains("Enter 3:30 or less: no more lies between start and end.");
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = sent(LIST, Map.of("minutes", "a while", "description", "", "startTime", "soon"));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains(
                        "Say what was done.",
                        "Enter hours and minutes like 12:30",
                        "Enter a date and time between 1900 and 2200.")
                .contains("value=\"a while\"", "value=\"soon\"");
    }

    @Test
    void showsFiguresOfAllThatFits() {
        states();

        assertThat(text(LIST))
                .contains("1–4 of 4 time entries, 4:00 hours")
                .contains(
                        "<p class=\"metric\">4:00</p>", "<p class=\"metric\">0:30</p>", "<p class=\"metric\">2:00</p>")
                .contains("Approved, not invoiced", "25% of the hours", "INV 20488", "Review 1 entry")
                .doesNotContain("??");
        assertThat(text(LIST + "?state=INVOICED")).contains("1–1 of 1 time entry, 2:00 hours");
        assertThat(text(LIST + "?range=OWN&from=2001-01-01&to=2001-01-02"))
                .contains("No time entries fit these filters.", "id=\"from\"", "1 Jan 2001 to 2 Jan 2001");
        assertThat(text(LIST + "?range=any&ticket=" + ticket)).contains("Of Mail flow stops");
        assertThat(text(LIST + "?clientName=northwind&search=work")).contains("Of Northwind &amp; Söhne", "1–4 of 4");
        assertThat(text(LIST + "?search=work&range=OWN&from=2001-01-01&to=2001-01-02"))
                .contains("4 time entries fit without the other filters");
    }

    @Test
    void saysThatAFilterMakesNoSense() {
        String said = "One of the filters in this address makes no sense and was left out.";
        for (String senseless : List.of("range=ever", "from=yesterday", "state=PAID", "ticket=4711", "user=Zoë")) {
            assertThat(text(LIST + "?" + senseless)).as(senseless).contains(said);
        }
        assertThat(text(LIST + "?range=any&from=&state=")).doesNotContain(said);
    }

    /** What comes alone brings the figures along, which stand above the filters. */
    @Test
    void changesTheFiguresWithTheList() {
        states();

        MvcTestResult part = owner.get()
                .uri(LIST + "?state=INVOICED")
                .header("HX-Request", "true")
                .exchange();

        assertThat(body(part))
                .contains("hx-swap-oob=\"true\"", "<p class=\"metric\">2:00</p>")
                .doesNotContain("<main");
        assertThat(text(LIST)).doesNotContain("hx-swap-oob");
    }

    @Test
    void saysWhyItCannotBeChanged() {
        UUID id = imported(10, 120, BillingState.INVOICED);
        String page = LIST + "/" + id;

        assertThat(text(page))
                .contains("This entry cannot be changed here", "It is on invoice INV 20488", "Imported from Autotask")
                .doesNotContain("/edit", "/delete", "??");
        for (String form : List.of(page + "/edit", page + "/delete")) {
            assertThat(owner.get().uri(form)).hasStatus3xxRedirection().hasRedirectedUrl(page);
        }
        assertThat(sent(page, Map.of())).hasStatus3xxRedirection().hasRedirectedUrl(page);
        assertThat(owner.post().uri(page + "/delete")).hasRedirectedUrl(page);
        assertThat(text(page)).contains("Work 10");
    }

    @Test
    void editsAndDeletes() {
        String page = logged(Map.of());
        assertThat(sent(page, Map.of("description", "Day watch"))).hasStatus3xxRedirection();
        assertThat(text(page)).contains("Day watch");

        assertThat(text(page + "/delete")).contains("Delete Day watch?").doesNotContain("??");
        assertThat(owner.post().uri(page + "/delete")).hasRedirectedUrl(LIST);
        assertThat(owner.get().uri(page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void standsOnThePageOfItsClient() {
        states();
        String client = "/clients/" + northwind;

        assertThat(text(client))
                .contains("Unbilled Time", "0:30", "Work 1", "/time-tracking/new?clientId=" + northwind)
                .contains("/time-tracking?range=any&amp;client=" + northwind, "1:00 not billable")
                .doesNotContain("??");
        assertThat(text(client + "/tabs?at=overview")).contains("Time <span class=\"count\">4</span>");
        assertThat(text("/")).contains("Unbilled Hours", "<p class=\"metric\">0:30</p>", ">since ");
        assertThat(text(client + "/delete"))
                .contains("It has 2 approved or invoiced time entries, which nobody moves or deletes.");
    }

    @Test
    void offersMembersNothingTheyMayNot() {
        String page = logged(Map.of());
        MockMvcTester member = visitors.member(organization, Role.MEMBER);

        assertThat(body(member.get().uri(page).exchange())).contains("/edit").doesNotContain("/delete", "Activity");
        assertThat(member.get().uri(page + "/delete")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(visitors.member(visitors.organization(), Role.OWNER).get().uri(page))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** A page costs as many statements for twenty entries as for two. */
    @Test
    void readsAPageInAHandfulOfStatements() {
        imported(1, 30, BillingState.UNBILLED);
        imported(2, 30, BillingState.UNBILLED);
        text(LIST);
        int two = statements.during(() -> text(LIST));
        LongStream.range(3, 21).forEach(at -> imported(at, 30, BillingState.UNBILLED));

        assertThat(statements.during(() -> text(LIST))).isEqualTo(two);
    }

    private void states() {
        imported(1, 30, BillingState.UNBILLED);
        imported(2, 30, BillingState.APPROVED);
        imported(3, 120, BillingState.INVOICED);
        imported(4, 60, BillingState.NOT_BILLABLE);
    }

    private UUID imported(long sourceId, long minutes, BillingState state) {
        UUID id = Samples.id();
        TimeEntryFields entry = with(TimeSamples.entry("Work " + sourceId), "clientId", new ClientId(northwind));
        entry = with(with(entry, "date", today), "minutes", minutes);
        entry = with(with(entry, "ticketId", ticket), "billingState", state);
        entry = with(entry, "billable", state != BillingState.NOT_BILLABLE);
        entry = with(entry, "invoiceNumber", state == BillingState.INVOICED ? "INV 20488" : null);
        imports.save(organization, List.of(Samples.fresh(id, sourceId, entry)), true);
        return id;
    }

    private String logged(Map<String, String> input) {
        MvcTestResult logged = sent(LIST, input);
        assertThat(logged).hasStatus3xxRedirection();
        return Objects.requireNonNull(logged.getResponse().getHeader("Location"));
    }

    /** @param input beside that of a usual entry, where it is one */
    private MvcTestResult sent(String address, Map<String, String> input) {
        Map<String, String> all = new HashMap<>(Map.of(
                "ticketId", ticket.toString(),
                "date", today.toString(),
                "minutes", "0:30",
                "description", "Night watch\r\nQueue at 01:30 again.",
                "billable", "true"));
        all.putAll(input);
        return owner.post()
                .uri(address)
                .formFields(MultiValueMap.fromSingleValue(all))
                .exchange();
    }

    private String text(String path) {
        MvcTestResult page = owner.get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        return body(page);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
