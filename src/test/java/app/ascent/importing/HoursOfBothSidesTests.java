package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.web.Visitor;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The hours that Autotask sent, beside those that stand in Ascent. */
@Import(CountedStatements.class)
class HoursOfBothSidesTests extends TimeJourney {

    private static final String SOURCE = "/api/v1/hours?side=source&size=500&by=";

    private final int port;
    private final CountedStatements statements;

    HoursOfBothSidesTests(
            JdbcClient jdbc, @Value("${local.server.port}") int port, @Autowired CountedStatements statements) {
        super(jdbc, port);
        this.port = port;
        this.statements = statements;
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "projects", "tickets", "timeEntries");
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

    /**
     * What was not imported was worked all the same. What each entry counts is known from when it was mapped, and of no
     * payload anything is read again.
     */
    @Test
    void countWhatWasNotImportedWithoutThePayloads() {
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
        List<String> before = hours(SOURCE + "client,month");

        assertThat(hours(SOURCE + "month")).containsExactly("- 2026-09 75 75");
        assertThat(hours("/api/v1/hours?by=month")).containsExactly("- 2026-09 30 30");
        assertThat(hours(SOURCE + "client")).hasSize(2).last().isEqualTo("- - 45 45");
        Visitor owner = signedIn();
        assertThat(owner.get(page(migration) + "/compared").body())
                .contains("No client in Ascent", "0:45 skipped", "−0:45", "Sep 2026");
        assertThat(owner.get(page(migration) + "/sums").body())
                .contains("In Autotask")
                .doesNotContain("<html");

        jdbc.sql("delete from migration_page").update();
        jdbc.sql("delete from migration_payload").update();

        assertThat(hours(SOURCE + "client,month")).hasSize(2).isEqualTo(before);
        assertThat(owner.get(page(migration) + "/table.csv").body())
                .contains("Elbtal Optik GmbH,2026-09,30,30", ",2026-09,45,0,-45,0,45,0,0,0,0");
        areShownToTheOwnerAlone(migration, owner);
    }

    /** Of what an earlier release mapped it is found out once. */
    @Test
    void areSummedUpAfterAnUpgradeAndTellWhatPeopleChanged() {
        AUTOTASK.records(
                "TimeEntries",
                rows(
                        time(3),
                        time(4),
                        onTask(8),
                        time(6).json("hoursWorked", "0").withNull("startDateTime")));
        String migration = create();
        run(migration);
        List<String> before = hours(SOURCE + "client,month");
        jdbc.sql(
                        "update migration_staged_record set above_entity = null, above_id = null, counted_on = null, counted = null")
                .update();

        assertThat(hours(SOURCE + "client,month")).hasSize(1).isEqualTo(before);

        jdbc.sql("delete from migration_page").update();
        jdbc.sql("delete from migration_payload").update();
        assertThat(hours(SOURCE + "client,month")).isEqualTo(before);
        tellWhatPeopleChanged(migration);
    }

    /** A changed entry, a ticket that goes to another company, and an entry that Autotask has no more; then a run without a call. */
    @Test
    void followWhatComesAnewWithTheSameStatementsHoweverMuchThereIs() {
        AUTOTASK.records("TimeEntries", rows(time(3), time(4), time(5)));
        String migration = create();
        run(migration);
        assertThat(hours(SOURCE + "month")).containsExactly("- 2026-09 75 75");
        Visitor owner = signedIn();
        int few = statements(owner, migration);
        AUTOTASK.records("TimeEntries", rows(time(3).json("hoursWorked", "2")))
                .remove("TimeEntries", 4)
                .records(
                        "TimeEntries",
                        LongStream.rangeClosed(6, 63)
                                .mapToObj(id -> odd(id, "1.5", "2025-%02d".formatted(1 + id % 12))
                                        .toString())
                                .toList());

        run(migration);

        assertThat(hours(SOURCE + "client,month"))
                .hasSize(13)
                .filteredOn(hours -> hours.contains("2026-09"))
                .singleElement()
                .asString()
                .endsWith("2026-09 165 60");
        assertThat(statements(owner, migration)).isEqualTo(few);
        List<String> before = hours(SOURCE + "client,month");
        start(migration, "{\"kind\":\"REMAP\"}");
        ended(migration);
        assertThat(hours(SOURCE + "client,month")).isEqualTo(before);
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(OwnerApi.EMAIL, OwnerApi.PASSWORD);
        return visitor;
    }

    private static String page(String migration) {
        return migration.replace(MIGRATIONS, "/admin/autotask-migration") + "/hours";
    }

    private void setRole(String role) {
        jdbc.sql("update identity_user set role = :role where email = :email")
                .param("role", role)
                .param("email", OwnerApi.EMAIL)
                .update();
    }

    private void areShownToTheOwnerAlone(String migration, Visitor owner) {
        String page = page(migration);
        for (String role : new String[] {"ADMIN", "MEMBER"}) {
            setRole(role);
            try {
                Visitor other = signedIn();
                assertThat(Stream.of("", "/compared", "/sums", "/table.csv")
                                .map(each -> other.get(page + each).status()))
                        .containsOnly(403);
                assertThat(api.get(SOURCE + "month").status()).isEqualTo(403);
            } finally {
                setRole("OWNER");
            }
        }
        jdbc.sql("update migration_migration set organization_id = gen_random_uuid()")
                .update();
        assertThat(Stream.of("", "/compared", "/sums", "/table.csv")
                        .map(each -> owner.get(page + each).status()))
                .containsOnly(404);
        assertThat(hours(SOURCE + "month")).isEmpty();
    }

    /** An edit, a removal and a ticket that went to another client are told; none of them hides another. */
    private void tellWhatPeopleChanged(String migration) {
        edit(3, entry -> entry.put("minutes", 45).putNull("startAt").putNull("endAt"));
        assertThat(api.delete(address(4)).status()).isEqualTo(204);

        String body = signedIn().get(page(migration) + "/compared").body();

        assertThat(body.replaceAll("<[^>]*>|\\s+", " ").replaceAll(" +", " "))
                .contains("1 entry was changed in Ascent 0:15", "0:15 changed, moved or deleted", "Difference 0:15");
    }

    /** Autotask moves an entry to a ticket that does not come: what an earlier run brought of it stands, and is not left out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ALL; Elbtal Optik GmbH,2026-09,45,30,-15,0,15,0,0,0,0; ''",
                "NONE; Elbtal Optik GmbH,2026-09,30,30,0,0,0,0,0,0,0; ',2026-09,15,0,-15,0,15,0,0,0,0'",
            })
    void takeNothingForMissingThatStands(String history, String client, String nobodys) {
        AUTOTASK.records(
                        "Tickets",
                        rows(Payload.ticket()
                                .withNull("contactID")
                                .with("completedDate", "2019-05-01T00:00:00Z")
                                .with("lastActivityDate", "2019-05-01T00:00:00Z")))
                .records("TimeEntries", rows(time(3)));
        String migration = create();
        run(migration);
        assertThat(api.delete(address(3)).status()).isEqualTo(204);
        reach(migration, history);
        AUTOTASK.records("TimeEntries", rows(time(1).with("ticketID", 5)));
        run(migration);
        assertThat(column("select state from migration_staged_record where entity = 'timeEntries' and source_id = 1"))
                .doesNotContain("LOADED");

        String table = signedIn().get(page(migration) + "/table.csv").body();

        assertThat(table).contains(client, nobodys);
    }

    /** Of a few times the fewest: what works in the background has statements of its own. */
    private int statements(Visitor owner, String migration) {
        return IntStream.range(0, 7)
                .map(_ -> statements.anywhereDuring(() -> assertThat(
                                owner.get(page(migration) + "/compared").status())
                        .isEqualTo(200)))
                .min()
                .orElseThrow();
    }

    @Test
    void refuseWhatIsNeitherClientNorMonth() {
        assertProblem(api.get(SOURCE + "resource"), 422, "invalid-request");
    }
}
