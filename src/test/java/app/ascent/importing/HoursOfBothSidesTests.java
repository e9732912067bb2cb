package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The hours that Autotask sent, beside those that stand in Ascent. */
class HoursOfBothSidesTests extends TimeJourney {

    private static final String SOURCE = "/api/v1/hours?side=source&size=500&by=";

    HoursOfBothSidesTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    private List<String> hours(String address) {
        return elements(api.get(address).json().path("items"))
                .map(item -> "%s %s %d %d"
                        .formatted(
                                text(item.path("clientId")),
                                text(item.path("month")),
                                item.path("minutes").asLong(),
                                item.path("billableMinutes").asLong()))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "-" : value.asString();
    }

    private static Payload odd(long id, String hours, String month) {
        return time(id).json("hoursWorked", hours).with("dateWorked", month + "-15T00:00:00Z");
    }

    @Test
    void areTheSameToTheMinuteWhenNothingFailed() {
        AUTOTASK.records(
                "TimeEntries",
                rows(
                        odd(3, "0.3333", "2026-04"),
                        odd(4, "1.0083", "2026-04"),
                        odd(5, "0", "2026-03"),
                        odd(6, "26", "2026-03").with("isNonBillable", true),
                        odd(7, "1", "2026-03").json("hoursToBill", "1.5").with("summaryNotes", "NUL \u0000 within"),
                        onTask(8)
                                .json("hoursWorked", "2.025")
                                .json("offsetHours", "-0.5")
                                .withNull("hoursToBill")));
        String migration = create();

        run(migration);

        assertThat(hours(SOURCE + "client,month"))
                .hasSize(3)
                .isEqualTo(hours("/api/v1/hours?size=500&by=client,month"));
        assertThat(hours(SOURCE + "client")).isEqualTo(hours("/api/v1/hours?size=500&by=client"));
        assertThat(hours(SOURCE + "month"))
                .isEqualTo(hours("/api/v1/hours?size=500&by=month"))
                .last()
                .isEqualTo("- 2026-03 1635 105");
        assertThat(hours(SOURCE + "month&from=2026-04-01&to=2026-04-30"))
                .isEqualTo(hours("/api/v1/hours?by=month&from=2026-04-01&to=2026-04-30"))
                .hasSize(1);
        assertThat(api.get(SOURCE + "month").text()).contains("\"unbilledMinutes\":null");
    }

    /** What was not imported was worked all the same. */
    @Test
    void countWhatWasNotImported() {
        AUTOTASK.records(
                        "TimeEntries",
                        rows(
                                time(3).withNull("ticketID"),
                                time(4).with("ticketID", 5),
                                time(5).with("ticketID", 700),
                                time(6).json("hoursWorked", "0").withNull("startDateTime")))
                .records("Tickets", rows(Payload.ticket().with("id", 700).with("companyID", 99)));
        String migration = create();

        run(migration);

        assertThat(hours(SOURCE + "month")).containsExactly("- 2026-09 75 75");
        assertThat(hours("/api/v1/hours?by=month")).containsExactly("- 2026-09 30 30");
        assertThat(hours(SOURCE + "client")).hasSize(2).last().isEqualTo("- - 45 45");
    }

    @Test
    void refuseWhatIsNeitherClientNorMonth() {
        assertProblem(api.get(SOURCE + "resource"), 422, "invalid-request");
    }
}
