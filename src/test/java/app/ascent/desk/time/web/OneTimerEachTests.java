package app.ascent.desk.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientImports;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

/** Everybody has one timer, and nobody anybody else's; on pages and as programs know it. */
@CrmWebTest
@Import(CountedStatements.class)
class OneTimerEachTests extends TimerTest {

    @Autowired
    OneTimerEachTests(Visitors visitors, ClientImports clients, JdbcClient jdbc) {
        super(visitors, clients, jdbc);
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
}
