package app.ascent.desk.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

/** What is told of a timer by tests: an organization where it is noon, with a ticket, and somebody who may log time. */
abstract class TimerTest {

    static final String TIMER = "/time-tracking/timer";
    static final String API = "/api/v1/timer";
    private static final Pattern INPUT = Pattern.compile("<input(?![^>]*checkbox)[^>]* name=\"(\\w+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final UUID northwind = Samples.id();
    final Visitors visitors;
    private final ClientImports clients;
    final JdbcClient jdbc;
    OrganizationId organization;
    MockMvcTester owner;
    TicketId ticket;
    String ticketPage;
    ZoneId zone;

    TimerTest(Visitors visitors, ClientImports clients, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @BeforeEach
    final void anOwnerWithATicket() {
        organization = visitors.organization();
        itIs(12);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind"))), true);
        ticket = TimeSamples.ticket(jdbc, organization, northwind, "TKT-2604090031");
        ticketPage = "/tickets/" + ticket;
    }

    /** Where the organization is: its zone is one in which it is this hour now. */
    void itIs(int hour) {
        int ahead = Math.floorMod(hour - Instant.now().atOffset(ZoneOffset.UTC).getHour() + 11, 24) - 11;
        zone = ZoneId.of("Etc/GMT%+d".formatted(-ahead));
        jdbc.sql("update identity_organization set time_zone = ? where id = ?")
                .params(zone.getId(), organization.value())
                .update();
        owner = visitors.member(organization, Role.OWNER);
    }

    Instant today(int hour) {
        return LocalDate.now(zone).atTime(hour, 0).atZone(zone).toInstant();
    }

    static MvcTestResult start(MockMvcTester who, String json) {
        return who.post()
                .uri(API)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    String task() {
        String project = JsonPath.read(
                posted(
                        "/api/v1/projects",
                        "{\"name\": \"Network renewal\", \"clientId\": \"%s\"}".formatted(northwind)),
                "$.id");
        return JsonPath.read(
                posted("/api/v1/tasks", "{\"title\": \"Order\", \"projectId\": \"%s\"}".formatted(project)), "$.id");
    }

    String posted(String address, String json) {
        return body(owner.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange());
    }

    /** As if the one timer had been started then. */
    Instant ago(long seconds) {
        Instant then = Instant.now().minusSeconds(seconds);
        startedAt(then);
        return then;
    }

    void startedAt(Instant then) {
        jdbc.sql("update desk_timer set started_at = ? where organization_id = ?")
                .params(Timestamp.from(then), organization.value())
                .update();
    }

    long timers() {
        return jdbc.sql("select count(*) from desk_timer where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    long entries() {
        return jdbc.sql("select count(*) from desk_time where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    /** The only one: what was done, for how long, on which ticket, from when to when. */
    String entry() {
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

    static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    String clock(Instant instant) {
        return LocalTime.ofInstant(minute(instant), zone).toString();
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** What a browser would send of the inputs of a page; boxes are left out. */
    static Map<String, String> inputs(String page) {
        Map<String, String> inputs = new HashMap<>();
        Matcher input = INPUT.matcher(page.substring(page.indexOf("<main")));
        while (input.find()) {
            Matcher value = VALUE.matcher(input.group());
            inputs.put(input.group(1), value.find() ? value.group(1) : "");
        }
        return inputs;
    }

    static Map<String, String> with(Map<String, String> inputs, String name, String value) {
        Map<String, String> changed = new HashMap<>(inputs);
        changed.put(name, value);
        return changed;
    }

    MvcTestResult sent(String address, Map<String, String> input) {
        return owner.post()
                .uri(address)
                .formFields(MultiValueMap.fromSingleValue(input))
                .exchange();
    }

    String text(String path) {
        MvcTestResult page = owner.get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        return body(page);
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
