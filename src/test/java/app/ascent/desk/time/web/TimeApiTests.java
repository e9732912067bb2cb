package app.ascent.desk.time.web;

import static app.ascent.desk.time.TimeSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.RecordApiContract;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeImports;
import app.ascent.desk.time.TimeSamples;
import app.ascent.identity.Role;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Time entries, as programs log and read them. */
@Import(CountedStatements.class)
class TimeApiTests extends RecordApiContract {

    private static final String ENTRIES = "/api/v1/time-entries";

    private final TimeImports imports;
    private final CountedStatements statements;

    @Autowired
    TimeApiTests(
            Visitors visitors,
            ClientImports clients,
            TimeImports imports,
            CountedStatements statements,
            JdbcClient jdbc) {
        super(visitors, clients, jdbc);
        this.imports = imports;
        this.statements = statements;
    }

    @Override
    protected String address() {
        return ENTRIES;
    }

    @Override
    protected List<String> fields() {
        return List.of(
                "billable",
                "billableMinutes",
                "billingState",
                "clientId",
                "contractId",
                "createdAt",
                "date",
                "description",
                "endAt",
                "id",
                "internalNote",
                "invoiceNumber",
                "minutes",
                "projectId",
                "rate",
                "role",
                "source",
                "startAt",
                "taskId",
                "ticketId",
                "updatedAt",
                "userId",
                "userName",
                "version",
                "workType");
    }

    @Override
    protected String json(String more) {
        return "{\"description\": \"Night watch\", \"minutes\": 90, \"clientId\": \"%s\"%s}".formatted(northwind, more);
    }

    @Override
    protected String edit() {
        return ", \"internalNote\": \"theirs\"";
    }

    @Override
    protected String one() {
        return "1 time entry";
    }

    @Test
    void keepsWhatWasSent() {
        MvcTestResult created = post(
                """
                , "date": "2026-04-28", "startAt": "2026-04-28T20:00:00Z", "endAt": "2026-04-29T00:30:00Z", "minutes": "4:15",
                "billableMinutes": 240, "internalNote": "with a break", "userName": "Kjell Ström", "rate": "120.5000",
                "workType": "On call", "role": "Engineer"
                """);

        assertThat(created).bodyJson().extractingPath("$.minutes").isEqualTo(255);
        assertThat(created).bodyJson().extractingPath("$.billableMinutes").isEqualTo(240);
        assertThat(created).bodyJson().extractingPath("$.rate").isEqualTo("120.50");
        assertThat(created).bodyJson().extractingPath("$.userName").isEqualTo("Kjell Ström");
        assertThat(created).bodyJson().extractingPath("$.userId").isNull();
        comesBack(created);
    }

    /** It was today, by whoever says so, and can be billed. */
    @Test
    void knowsWhatNobodySays() {
        MvcTestResult created = post("");

        assertThat(created)
                .bodyJson()
                .extractingPath("$.date")
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(created).bodyJson().extractingPath("$.userId").isEqualTo(user().toString());
        assertThat(created).bodyJson().extractingPath("$.billable").isEqualTo(true);
        assertThat(created).bodyJson().extractingPath("$.billingState").isEqualTo("UNBILLED");
    }

    /** Nor does it become somebody else's, or another day's, because a program leaves them out. */
    @Test
    void staysWhoseItWas() {
        String id = id(post(", \"userName\": \"Kjell\", \"date\": \"2026-04-28\""));

        MvcTestResult changed = put(id, json(", \"minutes\": 60"));

        assertThat(changed).bodyJson().extractingPath("$.userName").isEqualTo("Kjell");
        assertThat(changed).bodyJson().extractingPath("$.date").isEqualTo("2026-04-28");
        assertThat(put(id, json(", \"userId\": \"%s\", \"userName\": \"Kjell\"".formatted(user()))))
                .bodyJson()
                .extractingPath("$.userName")
                .isNull();
    }

    @Test
    void takesTheMinutesFromStartToEnd() {
        MvcTestResult created =
                post(", \"minutes\": null, \"startAt\": \"2026-04-28T20:00:00Z\", \"endAt\": \"2026-04-28T21:45:59Z\"");

        assertThat(created).bodyJson().extractingPath("$.minutes").isEqualTo(105);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            description     | ""                     | Say what was done.
            minutes         | null                   | Enter how long it took, or when it began and ended.
            minutes         | 0                      | Enter more than 0:00.
            minutes         | -1                     | Enter hours and minutes like 12:30, up to 100,000 hours.
            minutes         | 1441                   | Enter 24:00 or less; more than a day takes several entries.
            minutes         | "a while"              | Enter hours and minutes like 12:30, up to 100,000 hours.
            billableMinutes | 1441                   | Enter 24:00 or less; more than a day takes several entries.
            endAt           | "2026-04-28T19:00:00Z", "startAt": "2026-04-28T20:00:00Z" | Choose an end that is not before the start.
            endAt           | "2026-04-28T19:00:00Z", "minutes": null, "startAt": "2026-04-28T20:00:00Z" | Choose an end that is not before the start.
            minutes         | null, "endAt": "2026-04-28T20:00:00Z", "startAt": "2026-04-28T20:00:00Z" | Enter more than 0:00.
            minutes         | null, "endAt": "2026-04-30T20:00:00Z", "startAt": "2026-04-28T20:00:00Z" | Enter 24:00 or less; more than a day takes several entries.
            minutes         | 62, "endAt": "2026-04-28T21:00:00Z", "startAt": "2026-04-28T20:00:00Z" | Enter 1:00 or less: no more lies between start and end.
            date            | "2199-04-28"           | Choose a day that is no more than a year ahead.
            startAt         | "2199-04-28T20:00:00Z" | Choose a time that is no more than a year ahead.
            endAt           | "2199-04-28T20:00:00Z" | Choose a time that is no more than a year ahead.
            date            | "yesterday"            | Enter a date like 2026-04-19, from 1900 to 2200.
            clientId        | null                   | Choose a client.
            clientId        | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            contractId      | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contract of this client.
            userId          | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            ticketId        | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            taskId          | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            projectId       | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            ticketId        | "7e8dd1ab-0000-7000-8000-000000000000", "projectId": "7e8dd1ab-0000-7000-8000-000000000001" | Choose either a ticket, or a task or project.
            rate            | -1                     | Enter 0 or more.
            rate            | 99999999999999         | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            rate            | 1e200                  | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            minutes         | 99999999999999999999   | Enter hours and minutes like 12:30, up to 100,000 hours.
            rate            | "a lot"                | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        refuses(field, value, message);
    }

    /** The client follows from what was worked on, and nobody says another. */
    @Test
    void belongsToTheClientOfItsWorkItem() {
        TicketId ticket = TimeSamples.ticket(jdbc, organization, contoso, "TKT-1");
        String project = project(contoso);
        String task = task(project);

        MvcTestResult onTask = logged("\"taskId\": \"%s\"".formatted(task));
        assertThat(onTask).bodyJson().extractingPath("$.clientId").isEqualTo(contoso.toString());
        assertThat(onTask).bodyJson().extractingPath("$.projectId").isEqualTo(project);
        comesBack(onTask);
        assertThat(logged("\"ticketId\": \"%s\"".formatted(ticket)))
                .bodyJson()
                .extractingPath("$.clientId")
                .isEqualTo(contoso.toString());
        assertThat(logged("\"projectId\": \"%s\"".formatted(project)))
                .bodyJson()
                .extractingPath("$.clientId")
                .isEqualTo(contoso.toString());
        for (String item : List.of("ticketId\": \"" + ticket, "projectId\": \"" + project, "taskId\": \"" + task)) {
            assertThat(post(", \"%s\"".formatted(item)))
                    .bodyJson()
                    .extractingPath("$.errors[0].message")
                    .isEqualTo("Leave the client out, or choose that of the ticket or the project.");
        }
        assertThat(logged("\"taskId\": \"%s\", \"projectId\": \"%s\"".formatted(task, project(contoso))))
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("projectId");
    }

    @Test
    void tellsItsTicketThatSomethingWasDone() {
        Instant before = Instant.now().minusSeconds(5);
        TicketId ticket = TimeSamples.ticket(jdbc, organization, northwind, "TKT-1");

        post(", \"ticketId\": \"%s\"".formatted(ticket));

        assertThat(jdbc.sql("select last_activity_at from desk_ticket where id = ?")
                        .param(ticket.value())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isAfter(before);
    }

    /** Whatever is sent; until an invoice is made of it, that follows from whether it can be billed. */
    @Test
    void takesNoBillingState() {
        String id = id(post(", \"billingState\": \"INVOICED\", \"invoiceNumber\": \"20488\""));

        assertThat(show(id)).bodyJson().extractingPath("$.billingState").isEqualTo("UNBILLED");
        assertThat(show(id)).bodyJson().extractingPath("$.invoiceNumber").isNull();
        assertThat(put(id, json(", \"billable\": false")))
                .bodyJson()
                .extractingPath("$.billingState")
                .isEqualTo("NOT_BILLABLE");
        assertThat(put(id, json("")))
                .bodyJson()
                .extractingPath("$.billingState")
                .isEqualTo("UNBILLED");
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "INVOICED"})
    void isChangedByNobodyOnceItIsOnItsWayToAnInvoice(BillingState state) {
        UUID id = imported(with(with(northwinds("Night watch"), "billingState", state), "invoiceNumber", "20488"));
        String present = body(show(id.toString()));

        for (MvcTestResult refused : List.of(
                put(id.toString(), present.replace("Night", "Day")),
                put(id.toString(), present),
                owner.delete().uri(ENTRIES + "/" + id).exchange())) {
            assertThat(refused).hasStatus(HttpStatus.CONFLICT);
            assertThat(refused).bodyJson().extractingPath("$.type").asString().endsWith("time-entry-billed");
            assertThat(refused)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("neither be changed nor deleted");
        }
        assertThat(body(show(id.toString()))).isEqualTo(present);
    }

    /** More than a day came with an import: it stays, and keeps nobody from changing something else. */
    @Test
    void keepsALongEntryOfAnImport() {
        UUID id = imported(with(northwinds("Weekend"), "minutes", 2_000L));
        String present = body(show(id.toString()));

        assertThat(put(id.toString(), present.replace("Weekend", "The weekend")))
                .hasStatusOk();
        assertThat(put(id.toString(), json(", \"minutes\": 2001"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What can contradict itself there, and lie ahead, keeps nobody from changing something else. */
    @Test
    void keepsWhatAnImportSaysOfTime() {
        TimeEntryFields odd = with(with(northwinds("Night watch"), "date", LocalDate.of(2199, 1, 1)), "minutes", 180L);
        Instant start = Instant.parse("2199-01-01T20:00:00Z");
        UUID id = imported(with(with(odd, "startAt", start), "endAt", start.plusSeconds(3600)));
        String present = body(show(id.toString()));

        assertThat(put(id.toString(), present.replace("Night", "Day"))).hasStatusOk();
        MvcTestResult refused =
                put(id.toString(), body(show(id.toString())).replace("\"minutes\":180", "\"minutes\":170"));
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("minutes");
    }

    @Test
    void findsEntriesByWhatTheyAreNarrowedTo() {
        TicketId ticket = TimeSamples.ticket(jdbc, organization, contoso, "TKT-1");
        String project = project(contoso);
        String early = id(post(", \"date\": \"2026-01-31\", \"userName\": \"Kjell\""));
        String late = id(post(", \"date\": \"2026-02-01\", \"billable\": false, \"description\": \"Moved the desk\""));
        String onTicket = id(logged("\"date\": \"2026-03-01\", \"ticketId\": \"%s\"".formatted(ticket)));
        String onTask = id(logged("\"date\": \"2026-03-02\", \"taskId\": \"%s\"".formatted(task(project))));
        UUID imported = imported(northwinds("Imported"));

        assertThat(listed("")).containsExactly(imported.toString(), onTask, onTicket, late, early);
        assertThat(listed("clientId=" + contoso)).containsExactly(onTask, onTicket);
        assertThat(listed("ticketId=" + ticket)).containsExactly(onTicket);
        assertThat(listed("projectId=" + project)).containsExactly(onTask);
        assertThat(listed("userId=" + user())).containsExactly(onTask, onTicket, late);
        assertThat(listed("userName=Kjell")).containsExactly(early);
        assertThat(listed("billingState=NOT_BILLABLE")).containsExactly(late);
        assertThat(listed("from=2026-01-31&to=2026-02-01")).containsExactly(late, early);
        assertThat(listed("from=2026-03-02&to=2026-03-31")).containsExactly(onTask);
        assertThat(listed("search=desk")).containsExactly(late);
        assertThat(listed("search=4711")).containsExactly(imported.toString());
    }

    @Test
    void keepsTheTicketTheTaskAndTheProjectItWasWorkedOn() {
        String project = project(contoso);
        String task = task(project);
        String id = id(logged("\"taskId\": \"%s\"".formatted(task)));

        for (String address : List.of("/api/v1/tasks/" + task, "/api/v1/projects/" + project)) {
            MvcTestResult refused = owner.delete().uri(address).exchange();
            assertThat(refused).hasStatus(HttpStatus.CONFLICT);
            assertThat(body(refused)).contains("1 time entry");
        }
        assertThat(owner.delete().uri(ENTRIES + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(owner.delete().uri("/api/v1/projects/" + project)).hasStatus(HttpStatus.NO_CONTENT);
    }

    /** Nobody can move or delete that first. */
    @ParameterizedTest
    @ValueSource(strings = {"tickets", "tasks", "projects", "clients"})
    void saysThatSettledTimeKeepsWhatItWasWorkedOn(String kind) {
        TicketId ticket = TimeSamples.ticket(jdbc, organization, contoso, "TKT-1");
        String project = project(contoso);
        String task = task(project);
        TimeEntryFields settled =
                with(with(northwinds("Night watch"), "clientId", null), "billingState", BillingState.APPROVED);
        TimeEntryFields open = with(settled, "billingState", BillingState.UNBILLED);
        ProjectId itsProject = new ProjectId(UUID.fromString(project));
        TaskId itsTask = new TaskId(UUID.fromString(task));
        imports.save(
                organization,
                List.of(
                        Samples.fresh(1, with(settled, "ticketId", ticket)),
                        Samples.fresh(2, with(open, "ticketId", ticket)),
                        Samples.fresh(3, with(with(settled, "taskId", itsTask), "projectId", itsProject)),
                        Samples.fresh(4, with(with(open, "taskId", itsTask), "projectId", itsProject))),
                true);
        String id =
                switch (kind) {
                    case "tickets" -> ticket.toString();
                    case "tasks" -> task;
                    case "projects" -> project;
                    default -> contoso.toString();
                };

        MvcTestResult refused = owner.delete().uri("/api/v1/" + kind + "/" + id).exchange();

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("It has %s, which nobody moves or deletes. So it stays, too."
                        .formatted(
                                kind.equals("clients")
                                        ? "2 approved or invoiced time entries"
                                        : "1 approved or invoiced time entry"));
    }

    @Test
    void goesOnWithoutAContractThatIsDeleted() {
        String contract = id(send(
                owner.post().uri("/api/v1/contracts"),
                "{\"name\": \"Care\", \"clientId\": \"%s\", \"type\": \"PROJECT\", \"startDate\": \"2026-01-01\"}"
                        .formatted(northwind)));
        String id = id(post(", \"contractId\": \"%s\"".formatted(contract)));

        assertThat(owner.delete().uri("/api/v1/contracts/" + contract)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(show(id)).bodyJson().extractingPath("$.contractId").isNull();
        assertThat(show(id)).bodyJson().extractingPath("$.version").isEqualTo(1);
        assertThat(entries(id)).anySatisfy(entry -> assertThat(entry).contains("UPDATE", "Contract", "Care"));
    }

    @Test
    void tellsTheAuditWhatChanged() {
        String id = id(post(""));
        put(id, json(", \"minutes\": 45, \"billable\": false"));
        owner.delete().uri(ENTRIES + "/" + id).exchange();

        List<String> told = entries(id);

        assertThat(told).hasSize(3);
        assertThat(told.get(0)).contains("CREATE", "Northwind", "Night watch");
        assertThat(told.get(1)).contains("UPDATE", "45", "Billable").doesNotContain("Northwind");
        assertThat(told.get(2)).contains("DELETE");
    }

    /** A list costs as many statements for a hundred entries as for one. */
    @Test
    void readsAListInAHandfulOfStatements() {
        imported(northwinds("One"));
        int one = statements.during(() -> listed(""));
        imports.save(
                organization,
                LongStream.range(0, 100)
                        .mapToObj(at -> Samples.fresh(at, northwinds("Entry " + at)))
                        .toList(),
                true);

        assertThat(statements.during(() -> listed("size=200"))).isEqualTo(one);
    }

    @Test
    void isLoggedByMembersOnTheirOwn() {
        assertThat(send(visitors.member(organization, Role.MEMBER).post().uri(ENTRIES), json("")))
                .hasStatus(HttpStatus.CREATED);
    }

    private TimeEntryFields northwinds(String description) {
        return with(TimeSamples.entry(description), "clientId", new ClientId(northwind));
    }

    private UUID imported(TimeEntryFields entry) {
        UUID id = Samples.id();
        imports.save(organization, List.of(Samples.fresh(id, 4711, entry)), true);
        return id;
    }

    /** @param more what is said beside the description and the minutes */
    private MvcTestResult logged(String more) {
        return send(
                owner.post().uri(ENTRIES), "{\"description\": \"Night watch\", \"minutes\": 90, %s}".formatted(more));
    }

    private String project(UUID client) {
        return id(send(
                owner.post().uri("/api/v1/projects"),
                "{\"name\": \"Network renewal\", \"clientId\": \"%s\"}".formatted(client)));
    }

    private String task(String project) {
        return id(send(
                owner.post().uri("/api/v1/tasks"), "{\"title\": \"Order\", \"projectId\": \"%s\"}".formatted(project)));
    }

    private UUID user() {
        return jdbc.sql("select id from identity_user where organization_id = ? order by id limit 1")
                .param(organization.value())
                .query(UUID.class)
                .single();
    }
}
