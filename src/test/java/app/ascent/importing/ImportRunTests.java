package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.AutotaskStub;
import app.ascent.autotask.StubFault;
import app.ascent.autotask.client.Access;
import app.ascent.importing.OwnerApi.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs from Start to their end, undisturbed and disturbed. */
class ImportRunTests extends ImportJourney {

    ImportRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void importsCompaniesAndContactsAndNothingTwice() {
        fillTenant();
        String migration = create();
        AUTOTASK.forgetCalls();

        Answer first = run(migration);
        makesFewCallsBesideThePagesAndOnlyReadingOnes(first);
        Answer second = run(migration);
        AUTOTASK.companies(company(174).with("phone", "+49 40 5550 777").toString());
        Answer third = run(migration);

        assertThat(first.at("/status")).isEqualTo("COMPLETED");
        assertThat(counts(first, "companies")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "contacts")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(second, "companies")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(counts(second, "contacts")).isEqualTo(List.of(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L));
        assertThat(counts(third, "companies")).isEqualTo(List.of(2L, 2L, 0L, 1L, 1L, 0L, 0L, 0L));
        assertThat(count("crm_client")).isEqualTo(2);
        assertThat(count("crm_contact")).isEqualTo(1);
        assertThat(client(174, "parent_id")).isEqualTo(client(900, "id"));
        assertThat(client(174, "phone")).isEqualTo("+49 40 5550 777");
    }

    private static void makesFewCallsBesideThePagesAndOnlyReadingOnes(Answer ended) {
        int pages = 2;
        int entities = 20;
        int lookUps = 22;
        // Projects and tickets come in two waves.
        int ranges = 2;
        assertThat(AUTOTASK.calls()).hasSizeLessThanOrEqualTo(pages + 4 * entities + lookUps + 2 * ranges);
        assertThat(ended.json().path("requests").asInt())
                .isBetween(pages, AUTOTASK.calls().size());
        assertThat(AUTOTASK.calls())
                .allMatch(call -> call.method().equals("GET") || call.path().contains("/query"));
    }

    @Test
    void leavesNothingOfADeletedMigrationBehindAndAdoptsItsRecordsAgain() {
        fillTenant();
        String migration = create();
        run(migration);
        String client = client(174, "id");

        assertThat(api.delete(migration).status()).isEqualTo(204);

        List<String> tables = jdbc.sql("select tablename from pg_tables where tablename ~ '^migration_'")
                .query(String.class)
                .list();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(count(table)).as(table).isZero());
        assertThat(count("autotask_connection")).isZero();
        assertThat(api.get(migration).status()).isEqualTo(404);

        Answer again = run(create());

        assertThat(counts(again, "companies")).isEqualTo(List.of(2L, 2L, 0L, 0L, 0L, 2L, 0L, 0L));
        assertThat(counts(again, "contacts")).isEqualTo(List.of(1L, 1L, 0L, 0L, 0L, 1L, 0L, 0L));
        assertThat(client(174, "id")).isEqualTo(client);
        assertThat(client(174, "parent_id")).isEqualTo(client(900, "id"));
        assertThat(count("crm_client")).isEqualTo(2);
    }

    /** A read is tried four times. */
    static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of("429, 500, 502", StubFault.tooMany("0"), StubFault.LOCKED_TABLE, StubFault.GATEWAY),
                Arguments.of("503, 504, reset", StubFault.MAINTENANCE, StubFault.status(504, ""), StubFault.RESET),
                Arguments.of("truncated, empty, HTML", StubFault.TRUNCATED, StubFault.EMPTY, StubFault.HTML));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void survivesFaultsThatPassWithoutAnyonesHelp(String name, StubFault one, StubFault two, StubFault three) {
        fillTenant();
        String migration = create();
        AUTOTASK.failNext("Companies", one, two, three).failNext("Contacts", one, two, three);

        Answer ended = run(migration);

        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        assertThat(count("crm_client")).isEqualTo(2);
    }

    @Test
    void waitsOutEachFaultThatLastsAndGoesOnFromThere() {
        Map<String, StubFault> lasting = Map.of(
                "500", StubFault.BARE_500,
                "502", StubFault.GATEWAY,
                "503", StubFault.MAINTENANCE,
                "reset", StubFault.RESET,
                "truncated", StubFault.TRUNCATED,
                "empty", StubFault.EMPTY,
                "HTML", StubFault.HTML);
        fillTenant();
        String migration = create();

        lasting.forEach((name, fault) -> {
            AUTOTASK.failAlways("Contacts", fault).forgetCalls();
            start(migration);
            Answer waiting = awaited(migration, "WAITING");
            AUTOTASK.recover();

            assertThat(AUTOTASK.calls("Contacts")).as(name).isNotEmpty();
            assertThat(waiting.at("/statusReasonCode")).as(name).isEqualTo("outage");
            assertThat(waiting.at("/statusReason")).as(name).contains("Autotask");
            assertThat(Instant.parse(waiting.at("/resumesAt")))
                    .as(name)
                    .isAfter(Instant.now().minusSeconds(60));
        });
        Answer ended = run(migration);

        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        assertThat(counts(ended, "contacts")).startsWith(1L, 1L, 1L);
        assertThat(api.get(migration + "/runs").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void takesTheBreakAutotaskAsksFor() {
        fillTenant();
        String migration = create();
        AUTOTASK.failAlways("Contacts", StubFault.tooMany("300"));

        start(migration);
        Answer waiting = awaited(migration, "WAITING");

        assertThat(waiting.at("/statusReasonCode")).isEqualTo("rate-limited");
        assertThat(Instant.parse(waiting.at("/resumesAt")))
                .isAfter(Instant.now().plusSeconds(200));
        assertThat(AUTOTASK.calls("Contacts")).hasSizeLessThan(6);
        assertThat(api.post(migration + "/cancel", null).status()).isEqualTo(202);
    }

    @Test
    void waitsForTheHourlyQuota() {
        fillTenant();
        AUTOTASK.quota(1_000, 395);
        String migration = create();

        start(migration);
        Answer waiting = awaited(migration, "WAITING");

        assertThat(waiting.at("/statusReasonCode")).isEqualTo("quota");
        assertThat(waiting.at("/resumesAt")).isNotEmpty();
        assertThat(api.delete(migration).status()).isEqualTo(409);
        assertThat(api.put(migration + "/credentials", credentials()).status()).isEqualTo(409);
        assertThat(api.post(migration + "/cancel", null).status()).isEqualTo(202);
    }

    @Test
    void stopsWhenTheCredentialsAreRejectedAndGoesOnWithNewOnes() {
        fillTenant();
        String migration = create();
        run(migration);
        AUTOTASK.secret("another-secret-4Tz");
        AUTOTASK.forgetCalls();

        start(migration);
        Answer failed = awaited(migration, "FAILED");
        int rejectedCalls = (int) AUTOTASK.calls().stream()
                .filter(AutotaskStub.Call::withCredentials)
                .count();
        Answer replaced = api.put(migration + "/credentials", credentials("another-secret-4Tz"));
        Answer ended = run(migration);

        assertThat(failed.at("/statusReasonCode")).isEqualTo("credentials-rejected");
        assertThat(failed.at("/statusReason")).contains("no longer accepts the credentials");
        assertThat(rejectedCalls)
                .as("each one brings the API user closer to its lock")
                .isEqualTo(1);
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(204);
        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        assertThat(api.get(migration + "/runs").json().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void doesWithoutAKindThatTheApiUserMayNotReadAndSaysWhich() {
        fillTenant();
        String migration = create();
        AUTOTASK.failAlways("Contacts", StubFault.FORBIDDEN);

        start(migration);
        Answer without = awaited(migration, "COMPLETED_WITH_ISSUES");
        Answer report = api.get(migration + "/report");
        AUTOTASK.recover();
        Answer ended = run(migration);

        assertThat(without.at("/entities/0/status")).isEqualTo("DONE");
        assertThat(without.at("/entities/1/status")).isEqualTo("FAILED");
        assertThat(without.at("/entities/1/statusReason")).isEqualTo("The API user may not read Contacts in Autotask.");
        assertThat(report.at("/notices/0/code")).isEqualTo("NOT_READ");
        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
    }

    @Test
    void stopsWhenTheRightToCompaniesWasTakenAway() {
        fillTenant();
        String migration = create();
        AUTOTASK.failAlways("Companies", StubFault.FORBIDDEN);

        start(migration);
        Answer failed = awaited(migration, "FAILED");
        AUTOTASK.recover();
        Answer ended = run(migration);

        assertThat(failed.at("/statusReasonCode")).isEqualTo("access-denied");
        assertThat(failed.at("/statusReason")).isEqualTo("The API user may not read Companies in Autotask.");
        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
    }

    @Test
    void doesWithoutTablesThatTheApiUserMayNotRead() {
        fillTenant();
        AUTOTASK.failAlways("Countries", StubFault.FORBIDDEN);
        AUTOTASK.failAlways("Resources", StubFault.NOT_PERMITTED);
        String migration = create();

        Answer ended = run(migration);

        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        assertThat(elements(api.get(migration + "/records?outcome=WARNED&entity=companies")
                                .json()
                                .path("items"))
                        .map(item -> item.path("code").asString() + " "
                                + item.path("message").asString()))
                .contains(
                        "REFERENCE_MISSING Countries could not be read in Autotask, so nothing was written to the field.")
                .contains(
                        "REFERENCE_MISSING Resources could not be read in Autotask, so nothing was written to the field.");
    }

    /** So that people read words on the Source card; what only names things must never hold an import up. */
    @Test
    void namesCategoryAndCurrencyWithOneCallEachOrDoesWithout() {
        fillTenant();
        AUTOTASK.records("CompanyCategories", List.of("{\"id\":1,\"name\":\"Standard\"}"))
                .records("Currencies", List.of("{\"id\":2,\"name\":\"EUR\",\"description\":\"Euro\"}"))
                .companies(Payload.company().with("currencyID", 2).toString());
        String migration = create();
        AUTOTASK.forgetCalls();

        assertThat(run(migration).at("/status")).isEqualTo("COMPLETED");

        assertThat(client(174, "source_details")).contains("\"Standard\"", "\"EUR\"");
        assertThat(AUTOTASK.calls("CompanyCategories")).hasSize(1);
        assertThat(AUTOTASK.calls("Currencies")).hasSize(1);

        AUTOTASK.failAlways("CompanyCategories", StubFault.status(404, ""))
                .failAlways("Currencies", StubFault.FORBIDDEN);

        assertThat(run(migration).at("/status")).isEqualTo("COMPLETED");
        assertThat(findings(migration, "companies", 174)).isEmpty();
        assertThat(client(174, "source_details")).doesNotContain("Standard", "EUR");
    }

    @Test
    void saysThatARestrictedUserSeesOnlySomeRecords() {
        fillTenant();
        AUTOTASK.access("Contacts", Access.RESTRICTED);
        String migration = create();

        run(migration);
        Answer report = api.get(migration + "/report");

        assertThat(elements(report.json().path("notices")).toList())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.path("entity").asString()).isEqualTo("contacts");
                    assertThat(notice.path("code").asString()).isEqualTo("RESTRICTED_ACCESS");
                    assertThat(notice.path("message").asString()).contains("may read only some Contacts");
                });
    }

    @Test
    void takesTypesByTheirIdsInALocalisedTenant() {
        fillTenant();
        AUTOTASK.fields("Companies", file("company/fields.json").replace("\"Prospect\"", "\"Interessent\""))
                .companies(company(3).with("companyType", 3).toString());

        run(create());

        assertThat(client(3, "type")).isEqualTo("PROSPECT");
    }

    private static void fillTenant() {
        AUTOTASK.companies(
                        company(174).toString(),
                        company(900).with("companyName", "Elbtal Holding").toString())
                .contacts(Payload.contact().toString());
    }

    private static Payload company(long id) {
        return id == 174 ? Payload.company() : Payload.company().with("id", id).withNull("parentCompanyID");
    }
}
