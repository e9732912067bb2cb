package app.ascent.desk.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeSamples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

/** The timer that somebody starts on a ticket or a task, on pages and as programs know it. */
@CrmWebTest
@Import(CountedStatements.class)
class TimerTests {

    private static final String TIMER = "/time-tracking/timer";
    private static final String API = "/api/v1/timer";
    private static final Pattern INPUT = Pattern.compile("<input(?![^>]*checkbox)[^>]* name=\"(\\w+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final UUID northwind = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;
    private TicketId ticket;
    private String ticketPage;
    private ZoneId zone;

    @Autowired
    TimerTests(Visitors visitors, ClientImports clients, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithATicket() {
        organization = visitors.organization();
        itIs(12);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind"))), true);
        ticket = TimeSamples.ticket(jdbc, organization, northwind, "TKT-2604090031");
        ticketPage = "/tickets/" + ticket;
    }

    @Test
    void runsOnATicketUntilItsTimeIsLogged() {
        assertThat(text(ticketPage)).contains("Start Timer").doesNotContain("Running since", "??");

        assertThat(sent(TIMER, Map.of("ticketId", ticket.toString()))).hasRedirectedUrl(ticketPage);
        Instant started = ago(74 * 60 + 30);

        assertThat(text(ticketPage))
                .contains("Running since " + clock(started), "data-elapsed=\"44", "Discard timer")
                .doesNotContain("Start Timer", "??");
        assertThat(text(ticketPage + "/activity")).doesNotContain("Start Timer", "??");
        assertThat(text("/time-tracking")).contains("Running since", "href=\"" + ticketPage + "\"", "Mail flow stops");

        String form = text(TIMER);
        assertThat(form)
                .contains("On Mail flow stops", "The timer ends when you log this time.", "value=\"1:15\"")
                .contains("value=\"" + clock(started) + "\"", "value=\"" + clock(started.plusSeconds(75 * 60)) + "\"")
                .contains("name=\"date\"", "value=\"" + day(started) + "\"")
                .doesNotContain("??");
        assertThat(timers()).isEqualTo(1);

        assertThat(sent("/time-tracking", with(inputs(form), "description", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(timers()).isEqualTo(1);

        assertThat(sent("/time-tracking", with(inputs(form), "description", "Queue watched")))
                .hasStatus3xxRedirection();
        assertThat(timers()).isZero();
        assertThat(entry())
                .isEqualTo("Queue watched 75 %s %s %s"
                        .formatted(ticket, minute(started), minute(started).plusSeconds(75 * 60)));
        assertThat(text(ticketPage)).contains("Start Timer").doesNotContain("Running since");
    }

    @Test
    void runsOnATask() {
        String task = task();
        assertThat(text("/tasks/" + task)).contains("Start Timer").doesNotContain("??");

        assertThat(sent(TIMER, Map.of("taskId", task))).hasRedirectedUrl("/tasks/" + task);

        assertThat(text("/tasks/" + task)).contains("Running since").doesNotContain("Start Timer", "??");
        assertThat(sent("/time-tracking", with(inputs(text(TIMER)), "description", "Ordered")))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select minutes from desk_time where task_id = ?::uuid")
                        .param(task)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** What one has measured would be lost, so that the page says on what it runs, and leads there. */
    @Test
    void isRefusedWhileAnotherRuns() {
        String task = task();
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        Instant started = ago(590);

        MvcTestResult refused = sent(TIMER, Map.of("taskId", task));

        assertThat(refused).hasRedirectedUrl("/tasks/" + task);
        assertThat(String.valueOf(refused.getMvcResult().getFlashMap().get("notice")))
                .contains("Your timer is running already", "It runs on Mail flow stops since " + clock(started));
        assertThat(text("/tasks/" + task))
                .contains("Running since", "href=\"" + ticketPage + "\"")
                .doesNotContain("Start Timer");
        MvcTestResult twice = sent(TIMER, Map.of("ticketId", ticket.toString()));
        assertThat(twice).hasRedirectedUrl(ticketPage);
        assertThat(twice.getMvcResult().getFlashMap().keySet()).isEmpty();
        assertThat(text(TIMER)).contains("On Mail flow stops", "value=\"0:10\"");
    }

    @Test
    void startsOnceOfTwoAtOnce() {
        String onTicket = "{\"ticketId\": \"%s\"}".formatted(ticket);
        String onTask = "{\"taskId\": \"%s\"}".formatted(task());

        List<Integer> answers = Stream.of(onTicket, onTask, onTicket, onTask)
                .map(json -> CompletableFuture.supplyAsync(() -> start(owner, json)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.getResponse().getStatus())
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(timers()).isEqualTo(1);
    }

    @Test
    void isDiscardedWhereItIsTheOneThatWasSeen() {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        String seen = inputs(text(TIMER + "/discard")).get("timer");
        assertThat(text(TIMER + "/discard"))
                .contains("Discard this timer?", "Mail flow stops")
                .doesNotContain("??");

        assertThat(sent(TIMER + "/discard", Map.of("timer", seen))).hasRedirectedUrl(ticketPage);
        assertThat(timers()).isZero();
        assertThat(entries()).isZero();

        sent(TIMER, Map.of("ticketId", ticket.toString()));
        assertThat(sent(TIMER + "/discard", Map.of("timer", seen))).hasRedirectedUrl("/time-tracking");
        assertThat(timers()).isEqualTo(1);
    }

    /** In another tab: its time may be logged already, so that whoever logs it once more has to mean it. */
    @Test
    void saysThatItHasEndedMeanwhile() {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        ago(2 * 24 * 3600 - 3600);
        Map<String, String> form = with(with(inputs(text(TIMER)), "description", "Queue watched"), "minutes", "8:00");
        assertThat(sent("/time-tracking", form)).hasStatus3xxRedirection();

        MvcTestResult again = sent("/time-tracking", form);

        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(again)).contains("The timer has ended meanwhile").doesNotContain("Discard timer");
        assertThat(entries()).isEqualTo(1);
        assertThat(sent("/time-tracking", with(inputs(body(again)), "description", "Queue watched")))
                .hasStatus3xxRedirection();
        assertThat(entries()).isEqualTo(2);
        assertThat(owner.get().uri(TIMER)).hasRedirectedUrl("/time-tracking");
        assertThat(owner.get().uri(TIMER + "/discard")).hasRedirectedUrl("/time-tracking");
    }

    @Test
    void isLoggedOnceOfTwoAtOnce() {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        Map<String, String> form = with(inputs(text(TIMER)), "description", "Queue watched");

        List<Integer> answers = Stream.of(form, form, form)
                .map(each -> CompletableFuture.supplyAsync(() -> sent("/time-tracking", each)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.getResponse().getStatus())
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(302, 422, 422);
        assertThat(entries()).isEqualTo(1);
    }

    /** Yesterday's start and today's end keep their days; a time that is typed is of the date that stands there. */
    @Test
    void logsWhatWentOverMidnight() {
        itIs(1);
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        Instant started = today(0).minusSeconds(3600);
        startedAt(started);

        String form = text(TIMER);

        assertThat(form).contains("It ran over midnight", "value=\"23:00\"", "value=\"" + day(started) + "\"");
        assertThat(text(ticketPage)).contains(", 23:00");
        assertThat(sent("/time-tracking", with(inputs(form), "description", "Night watch")))
                .hasStatus3xxRedirection();
        assertThat(entry()).contains(" " + ticket + " " + started);
    }

    /** Hours follow an end that is corrected. */
    @ParameterizedTest
    @CsvSource({"1, endTime, 17:30, 510", "4, minutes, 8:00, 480", "900, minutes, 7:00, 420"})
    void isCorrectedWhereItRanForDays(int days, String field, String value, long minutes) {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        startedAt(today(9).minus(days, ChronoUnit.DAYS));
        String form = text(TIMER);
        assertThat(form).contains("It ran for more than a day").doesNotContain("??");

        MvcTestResult refused = sent("/time-tracking", with(inputs(form), "description", "Forgotten"));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused)).contains("Enter 24:00 or less", "Discard timer");
        assertThat(timers()).isEqualTo(1);
        Map<String, String> corrected = with(with(inputs(body(refused)), "description", "Forgotten"), field, value);
        assertThat(sent("/time-tracking", corrected)).hasStatus3xxRedirection();
        assertThat(entry()).startsWith("Forgotten " + minutes + " ");
        assertThat(timers()).isZero();
    }

    /** Whoever had to sign in again goes on where they were. */
    @Test
    void comesBackWithAFormThatOutlivedItsSession() {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        Map<String, String> form = with(inputs(text(TIMER)), "description", "Queue watched");

        MvcTestResult returned = owner.get()
                .uri("/time-tracking/new")
                .requestAttr("keptForm", true)
                .params(MultiValueMap.fromSingleValue(form))
                .exchange();

        assertThat(returned).hasStatusOk();
        assertThat(inputs(body(returned))).containsEntry("timer", form.get("timer"));
    }

    @Test
    void goesWithItsTicket() {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        Map<String, String> form = with(inputs(text(TIMER)), "description", "Queue watched");

        assertThat(owner.delete().uri("/api/v1/tickets/" + ticket)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(timers()).isZero();
        assertThat(owner.get().uri(API)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(text("/time-tracking")).doesNotContain("Running since");
        assertThat(sent("/time-tracking", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sent(TIMER, Map.of("ticketId", ticket.toString()))).hasRedirectedUrl("/time-tracking");
    }

    @Test
    void isNobodyElses() {
        sent(TIMER, Map.of("ticketId", ticket.toString()));
        String seen = inputs(text(TIMER + "/discard")).get("timer");
        MockMvcTester colleague = visitors.member(organization, Role.OWNER);
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        for (MockMvcTester other : List.of(colleague, stranger)) {
            assertThat(other.get().uri(API)).hasStatus(HttpStatus.NO_CONTENT);
            assertThat(other.delete().uri(API)).hasStatus(HttpStatus.NO_CONTENT);
            assertThat(other.post().uri(TIMER + "/discard").param("timer", seen))
                    .hasRedirectedUrl("/time-tracking");
            assertThat(body(other.get().uri("/time-tracking").exchange())).doesNotContain("Running since");
        }
        assertThat(body(colleague.get().uri(ticketPage).exchange())).contains("Start Timer");
        assertThat(start(stranger, "{\"ticketId\": \"%s\"}".formatted(ticket)))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Choose one that exists.");
        assertThat(start(colleague, "{\"ticketId\": \"%s\"}".formatted(ticket))).hasStatus(HttpStatus.CREATED);
        assertThat(timers()).isEqualTo(2);
    }

    @Test
    void isOfferedToNobodyWhoMayNotLogTime() {
        MockMvcTester reader = visitors.memberWithout(organization, "time_entries.create");

        assertThat(body(reader.get().uri(ticketPage).exchange()))
                .contains("Mail flow stops")
                .doesNotContain("Start Timer");
        assertThat(body(reader.get().uri("/time-tracking").exchange())).doesNotContain("Running since");
        for (MockMvcTester.MockMvcRequestBuilder request : List.of(
                reader.get().uri(TIMER),
                reader.post().uri(TIMER).param("ticketId", ticket.toString()),
                reader.get().uri(TIMER + "/discard"),
                reader.get().uri(API),
                reader.delete().uri(API))) {
            assertThat(request).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(start(reader, "{\"ticketId\": \"%s\"}".formatted(ticket))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void isKnownToPrograms() {
        MvcTestResult started = start(owner, "{\"ticketId\": \"%s\"}".formatted(ticket));

        assertThat(started).hasStatus(HttpStatus.CREATED);
        assertThat(started).headers().hasValue("Location", API);
        assertThat(started).bodyJson().extractingPath("$.ticketId").isEqualTo(ticket.toString());
        assertThat(started).bodyJson().extractingPath("$.taskId").isNull();
        assertThat(body(owner.get().uri(API).exchange())).isEqualTo(body(started));

        MvcTestResult refused = start(owner, "{\"ticketId\": \"%s\"}".formatted(ticket));
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(refused).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused).bodyJson().extractingPath("$.type").asString().endsWith("/timer-running");
        assertThat(refused).bodyJson().extractingPath("$.ticketId").isEqualTo(ticket.toString());
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.startedAt")
                .isEqualTo(JsonPath.<String>read(body(started), "$.startedAt"));

        MvcTestResult logged = owner.post()
                .uri("/api/v1/time-entries")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"description\": \"Night watch\", \"minutes\": 5, \"timer\": \"x\", \"ticketId\": \"%s\"}"
                        .formatted(ticket))
                .exchange();
        assertThat(logged).hasStatus(HttpStatus.CREATED);
        assertThat(timers()).isEqualTo(1);

        assertThat(owner.delete().uri(API)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(owner.delete().uri(API)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(owner.get().uri(API)).hasStatus(HttpStatus.NO_CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {}                                                     | ticketId | Name the ticket or the task that the timer is to run on.
            {"ticketId": "7e8dd1ab-0000-7000-8000-000000000000"}   | ticketId | Choose one that exists.
            {"taskId": "7e8dd1ab-0000-7000-8000-000000000000"}     | taskId   | Choose one that exists.
            {"ticketId": "7e8dd1ab-0000-7000-8000-000000000000", "taskId": "7e8dd1ab-0000-7000-8000-000000000000"} | ticketId | Choose either a ticket, or a task or project.
            """)
    void saysOnWhatItCannotRun(String json, String field, String message) {
        MvcTestResult refused = start(owner, json);

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isEqualTo(message);
    }

    /** Where the organization is: its zone is one in which it is this hour now. */
    private void itIs(int hour) {
        int ahead = Math.floorMod(hour - Instant.now().atOffset(ZoneOffset.UTC).getHour() + 11, 24) - 11;
        zone = ZoneId.of("Etc/GMT%+d".formatted(-ahead));
        jdbc.sql("update identity_organization set time_zone = ? where id = ?")
                .params(zone.getId(), organization.value())
                .update();
        owner = visitors.member(organization, Role.OWNER);
    }

    private Instant today(int hour) {
        return LocalDate.now(zone).atTime(hour, 0).atZone(zone).toInstant();
    }

    private static MvcTestResult start(MockMvcTester who, String json) {
        return who.post()
                .uri(API)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private String task() {
        String project = JsonPath.read(
                posted(
                        "/api/v1/projects",
                        "{\"name\": \"Network renewal\", \"clientId\": \"%s\"}".formatted(northwind)),
                "$.id");
        return JsonPath.read(
                posted("/api/v1/tasks", "{\"title\": \"Order\", \"projectId\": \"%s\"}".formatted(project)), "$.id");
    }

    private String posted(String address, String json) {
        return body(owner.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange());
    }

    /** As if the one timer had been started then. */
    private Instant ago(long seconds) {
        Instant then = Instant.now().minusSeconds(seconds);
        startedAt(then);
        return then;
    }

    private void startedAt(Instant then) {
        jdbc.sql("update desk_timer set started_at = ? where organization_id = ?")
                .params(Timestamp.from(then), organization.value())
                .update();
    }

    private long timers() {
        return jdbc.sql("select count(*) from desk_timer where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from desk_time where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    /** The only one: what was done, for how long, on which ticket, from when to when. */
    private String entry() {
        return jdbc.sql(
                        "select description, minutes, ticket_id, start_at, end_at from desk_time where organization_id = ?")
                .param(organization.value())
                .query((row, _) -> String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant().toString(),
                        row.getTimestamp(5).toInstant().toString()))
                .single();
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    private String clock(Instant instant) {
        return LocalTime.ofInstant(minute(instant), zone).toString();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** What a browser would send of the inputs of a page; boxes are left out. */
    private static Map<String, String> inputs(String page) {
        Map<String, String> inputs = new HashMap<>();
        Matcher input = INPUT.matcher(page.substring(page.indexOf("<main")));
        while (input.find()) {
            Matcher value = VALUE.matcher(input.group());
            inputs.put(input.group(1), value.find() ? value.group(1) : "");
        }
        return inputs;
    }

    private static Map<String, String> with(Map<String, String> inputs, String name, String value) {
        Map<String, String> changed = new HashMap<>(inputs);
        changed.put(name, value);
        return changed;
    }

    private MvcTestResult sent(String address, Map<String, String> input) {
        return owner.post()
                .uri(address)
                .formFields(MultiValueMap.fromSingleValue(input))
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
