package app.ascent.desk.time.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientImports;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

/** The timer that somebody starts on a ticket or a task, on its pages. */
@CrmWebTest
@Import(CountedStatements.class)
class TimerTests extends TimerTest {

    @Autowired
    TimerTests(Visitors visitors, ClientImports clients, JdbcClient jdbc) {
        super(visitors, clients, jdbc);
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
}
