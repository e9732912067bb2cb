package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run's issues are its own: they stay until a newer run has ended, and can be tried again without losing its place. */
class IssuesOfRunsTests extends ImportJourney {

    IssuesOfRunsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void stayUntilANewerRunHasEndedAndCanBeOpenedAfterwards() {
        AUTOTASK.companies(
                        Payload.company().withNull("parentCompanyID").toString(),
                        Payload.company()
                                .with("id", 5)
                                .with("companyName", "Five")
                                .with("companyType", 99)
                                .withNull("parentCompanyID")
                                .toString())
                .contacts(
                        Payload.contact().toString(),
                        Payload.contact()
                                .with("id", 3002)
                                .with("companyID", 77_777)
                                .toString());
        String migration = create();
        run(migration);
        List<String> first = listed(migration, "");
        String report = api.get(migration + "/report").text();
        assertThat(first).containsExactly("174 LOADED", "3001 LOADED", "3002 SKIPPED", "5 WARNED");

        AUTOTASK.failAlways("Contacts", StubFault.MAINTENANCE)
                .companies(
                        Payload.company()
                                .with("id", 5)
                                .with("companyName", "Five")
                                .with("companyType", 98)
                                .withNull("parentCompanyID")
                                .toString(),
                        Payload.company()
                                .with("id", 6)
                                .with("companyName", "Six")
                                .withNull("parentCompanyID")
                                .toString());
        start(migration);
        awaited(migration, "WAITING");
        assertThat(listed(migration, "")).as("while another one is under way").isEqualTo(first);
        assertThat(api.get(migration + "/report").text()).isEqualTo(report);
        assertThat(api.get(migration + "/report.csv").text().lines()).hasSize(1 + 2);
        assertThat(api.get(migration + "/records?outcome=LOADED").at("/items/0/sourceId"))
                .isEqualTo("5");

        api.post(migration + "/cancel", null);
        awaited(migration, "CANCELLED");
        assertThat(listed(migration, "")).as("after that one was cancelled").isEqualTo(first);
        assertThat(api.get(migration + "/report").text()).isEqualTo(report);
        assertThat(api.get(migration + "/records?run=2").status()).isEqualTo(200);
        assertThat(api.get(migration + "/report.csv?run=2").text()).doesNotContain("3002");

        AUTOTASK.recover();
        AUTOTASK.contacts(
                Payload.contact().with("id", 3002).with("companyID", 174).toString());
        run(migration);
        assertThat(listed(migration, "")).as("now that a newer one has ended").contains("3002 WARNED", "6 LOADED");
        assertThat(listed(migration, "&run=1"))
                .contains("3002 SKIPPED", "5 WARNED")
                .doesNotContain("6 LOADED");
        assertThat(api.get(migration + "/report?run=1").text()).isEqualTo(report);
        assertProblem(api.get(migration + "/records?run=9"), 404, "unknown-run");
        assertProblem(api.get(migration + "/report?run=9"), 404, "unknown-run");
    }

    @Test
    void comeFromTheRunThatFoundThemThoughItsRecordsAreTriedAgain() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().with("companyID", "HQ").toString());
        String migration = create();
        Answer ended = run(migration);
        String worked = worked();
        AUTOTASK.failAlways("Contacts", StubFault.MAINTENANCE);

        api.post(migration + "/records/retry", "{\"entity\":\"contacts\",\"sourceId\":\"3001\"}");
        Answer waiting = awaited(migration, "WAITING");
        assertThat(waiting.at("/finishedAt")).as("its own end").isEqualTo(ended.at("/finishedAt"));
        assertThat(listed(migration, "&outcome=FAILED")).as("stays to be read").containsExactly("3001 FAILED");

        AUTOTASK.recover();
        start(migration);
        Answer again = ended(migration);
        assertThat(again.at("/finishedAt")).isEqualTo(ended.at("/finishedAt"));
        assertThat(worked()).isEqualTo(worked);
        assertThat(counts(again, "contacts")).isEqualTo(counts(ended, "contacts"));
        assertThat(listed(migration, "&outcome=FAILED")).containsExactly("3001 FAILED");
    }

    @Test
    void areGroupedByTheCompanyThatIsMissingAndGoUnderAClientOfTheOwnersChoice() {
        AUTOTASK.companies(
                        Payload.company().withNull("parentCompanyID").toString(),
                        Payload.company()
                                .with("id", 5)
                                .json("companyName", "{\"odd\":true}")
                                .toString())
                .contacts(contact(3001, 77_777), contact(3002, 77_777), contact(3003, 5), contact(3004, 174));
        String migration = create();
        Answer first = run(migration);
        assertThat(counts(first, "contacts")).startsWith(4L, 1L);

        Answer missing = api.get(migration + "/missing-parents");
        assertThat(missing.at("/total")).isEqualTo("2");
        assertThat(missing.at("/items/0/parentId")).isEqualTo("77777");
        assertThat(missing.at("/items/0/records")).isEqualTo("2");
        assertThat(missing.at("/items/0/message")).contains("probably deleted there");
        assertThat(missing.at("/items/1/parentId")).isEqualTo("5");
        assertThat(missing.at("/items/1/message")).contains("(5) failed");

        String client = Objects.requireNonNull(client(174, "id"));
        Answer chosen =
                api.put(migration + "/missing-parents/companies/77777", "{\"clientId\":\"%s\"}".formatted(client));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(202);
        Answer retried = ended(migration);

        assertThat(counts(retried, "contacts")).startsWith(4L, 3L);
        assertThat(contact(3001, "client_id")).isEqualTo(client);
        assertThat(contact(3002, "client_id")).isEqualTo(client);
        assertThat(api.get(migration + "/missing-parents").json().findValuesAsString("clientName"))
                .contains("Elbtal Optik GmbH");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where changes::text like '%imported under the client Elbtal%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        AUTOTASK.contacts(contact(3005, 77_777));
        run(migration);
        assertThat(contact(3005, "client_id")).as("in later runs, too").isEqualTo(client);

        AUTOTASK.companies(Payload.company()
                .with("id", 77_777)
                .with("companyName", "Fjord")
                .withNull("parentCompanyID")
                .toString());
        run(migration);
        assertThat(contact(3005, "client_id")).as("as long as it is missing").isEqualTo(client(77_777, "id"));
        assertThat(api.delete(migration + "/missing-parents/companies/77777").status())
                .isEqualTo(204);
        assertThat(api.delete(migration + "/missing-parents/companies/77777").status())
                .isEqualTo(404);
        assertProblem(
                api.put(
                        migration + "/missing-parents/companies/5",
                        "{\"clientId\":\"00000000-0000-0000-0000-000000000000\"}"),
                422,
                "unknown-client");
    }

    /** It is a decision about the tenant, and would have to be made again contact by contact. */
    @Test
    void goUnderTheChosenClientAlsoInALaterMigrationOfTheDatabase() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(contact(3001, 77_777));
        String migration = create();
        run(migration);
        String client = Objects.requireNonNull(client(174, "id"));
        api.put(migration + "/missing-parents/companies/77777", "{\"clientId\":\"%s\"}".formatted(client));
        ended(migration);

        assertThat(api.delete(migration).status()).isEqualTo(204);
        String later = create();
        AUTOTASK.contacts(contact(3001, 77_777), contact(3002, 77_777));
        Answer run = run(later);

        assertThat(counts(run, "contacts")).startsWith(2L, 2L);
        assertThat(contact(3002, "client_id")).isEqualTo(client);
        assertThat(api.get(later + "/missing-parents").json().findValuesAsString("clientName"))
                .contains("Elbtal Optik GmbH");
    }

    /** A record may carry several remarks, and two records one each. */
    @Test
    void countRecordsAndTheirRemarksApart() {
        AUTOTASK.companies(
                Payload.company()
                        .with("marketSegmentID", 4711)
                        .with("territoryID", 4711)
                        .withNull("parentCompanyID", "isActive")
                        .toString(),
                Payload.company()
                        .with("id", 5)
                        .with("companyName", "Fjord")
                        .withNull("parentCompanyID", "isActive")
                        .toString());
        String migration = create();

        Answer ended = run(migration);

        assertThat(ended.at("/entities/0/warnings")).as("records").isEqualTo("2");
        assertThat(elements(api.get(migration + "/report").json().path("warnings"))
                        .map(reason -> "%s %s %s"
                                .formatted(
                                        reason.path("code").asString(),
                                        reason.path("count").asString(),
                                        reason.path("records").asString())))
                .containsExactlyInAnyOrder("UNKNOWN_VALUE 2 1", "MISSING_VALUE 2 2");
    }

    @Test
    void forgetAChosenClientThatWasDeleted() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(contact(3001, 77_777));
        String migration = create();
        run(migration);
        String client = added("/api/v1/clients", "{\"name\":\"Fjord\",\"type\":\"CUSTOMER\",\"status\":\"ACTIVE\"}");
        api.put(migration + "/missing-parents/companies/77777", "{\"clientId\":\"%s\"}".formatted(client));
        ended(migration);
        assertThat(contact(3001, "client_id")).isEqualTo(client);
        assertThat(api.delete("/api/v1/contacts/" + contact(3001, "id")).status())
                .isEqualTo(204);
        assertThat(api.delete("/api/v1/clients/" + client).status()).isEqualTo(204);
        AUTOTASK.contacts(contact(3002, 77_777));

        Answer second = run(migration);

        assertThat(counts(second, "contacts").subList(6, 8))
                .as("skipped, failed")
                .isEqualTo(List.of(2L, 0L));
        assertThat(api.get(migration + "/missing-parents").at("/items/0/records"))
                .isEqualTo("2");
    }

    @Test
    void sayThatACompanyCameInAnEarlierRunAndIsGone() {
        AUTOTASK.companies(Payload.company()
                        .with("id", 5)
                        .json("companyName", "{\"odd\":true}")
                        .toString())
                .contacts(contact(3001, 5));
        String migration = create();
        run(migration);
        AUTOTASK.remove("Companies", 5);

        run(migration);

        assertThat(api.get(migration + "/missing-parents").at("/items/0/message"))
                .contains("(5) came in an earlier run", "probably deleted there");
    }

    /** What is chosen then would hold for some of the contacts and not for others. */
    @Test
    void chooseNoClientWhileARunIsUnderWay() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(contact(3001, 77_777));
        String migration = create();
        run(migration);
        AUTOTASK.failAlways("Contacts", StubFault.MAINTENANCE);
        start(migration);
        awaited(migration, "WAITING");

        Answer refused = api.put(
                migration + "/missing-parents/companies/77777", "{\"clientId\":\"%s\"}".formatted(client(174, "id")));

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(api.get(migration + "/missing-parents").at("/items/0/clientId"))
                .isEmpty();
    }

    @Test
    void sayThatACompanyIsHidden() {
        AUTOTASK.companies(Payload.company()
                        .with("id", 5)
                        .with("companyName", "Fjord")
                        .with("companyNumber", "x".repeat(10))
                        .withNull("parentCompanyID")
                        .toString())
                .contacts(contact(3001, 5), contact(3002, 6))
                .access("Companies", app.ascent.autotask.client.Access.RESTRICTED);
        String migration = create();
        run(migration);

        assertThat(api.get(migration + "/records?code=PARENT_NOT_IMPORTED").at("/items/0/message"))
                .contains("(6) is not among those this API user may see")
                .contains("Line of Business");
    }

    private static String contact(long id, long company) {
        return Payload.contact()
                .with("id", id)
                .with("companyID", company)
                .with("emailAddress", "c" + id + "@fjord.example")
                .toString();
    }

    private List<String> listed(String migration, String filters) {
        return elements(api.get(migration + "/records?size=500" + filters)
                        .json()
                        .path("items"))
                .map(item -> item.path("sourceId").asString() + " "
                        + item.path("outcome").asString())
                .sorted()
                .toList();
    }

    private String worked() {
        return jdbc.sql("select worked_millis::text from migration_run")
                .query(String.class)
                .single();
    }
}
