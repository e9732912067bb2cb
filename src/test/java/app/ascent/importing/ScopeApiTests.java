package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What imports take, as a program chooses it, and what Autotask is asked then. */
class ScopeApiTests extends ImportJourney {

    private static final String WITHOUT_CONTACTS =
            """
            {"history":"ALL","since":null,"entities":[
                {"entity":"companies","included":true},{"entity":"contacts","included":false}]}""";

    ScopeApiTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    /** One company with a contact, and a contract that names both. */
    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().toString())
                .records(
                        "Contracts",
                        List.of(Payload.contract()
                                .with("id", 12)
                                .with("contactID", 3001)
                                .toString()));
    }

    private String change(String migration, String body) {
        Answer changed = api.put(migration + "/scope", body);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return changed.text();
    }

    @Test
    void takesEverythingUntilSomebodyChooses() {
        Answer scope = api.get(create() + "/scope");

        assertThat(scope.text())
                .isEqualTo("{\"history\":\"ALL\",\"since\":null,\"entities\":["
                        + "{\"entity\":\"companies\",\"included\":true},{\"entity\":\"contacts\",\"included\":true},"
                        + "{\"entity\":\"contracts\",\"included\":true},{\"entity\":\"assets\",\"included\":true},{\"entity\":\"projects\",\"included\":true},"
                        + "{\"entity\":\"tickets\",\"included\":true},{\"entity\":\"timeEntries\",\"included\":true},"
                        + "{\"entity\":\"attachments\",\"included\":true}],\"files\":{\"since\":null,\"upTo\":null}}");
    }

    @Test
    void keepsWhatWasChosen() {
        String migration = create();

        String changed = change(
                migration,
                """
                {"history":"SINCE","since":"2024-01-01","entities":[{"entity":"contracts","included":false}]}""");

        assertThat(api.get(migration + "/scope").text())
                .isEqualTo(changed)
                .contains("\"SINCE\"", "\"2024-01-01\"", "{\"entity\":\"contracts\",\"included\":false}");
        assertThat(elements(api.get(migration).json().path("entities"))
                        .map(row -> row.path("kind").asString()))
                .doesNotContain("contracts");
        assertThat(jdbc.sql("select changes::text from audit_entry")
                        .query(String.class)
                        .list())
                .anySatisfy(entry -> assertThat(entry)
                        .contains("without contracts, with what is open, and history since 2024-01-01"));
    }

    @Test
    void asksAutotaskNothingAboutAKindThatIsOut() {
        String migration = create();
        change(migration, WITHOUT_CONTACTS);
        AUTOTASK.forgetCalls();

        Answer ended = run(migration);

        assertThat(ended.at("/status")).isEqualTo("COMPLETED");
        assertThat(AUTOTASK.calls())
                .anyMatch(call -> call.path().contains("Contracts"))
                .noneMatch(call -> call.path().contains("/Contacts"));
        assertThat(count("crm_contact")).isZero();
        assertThat(count("contract")).isEqualTo(1);
        assertThat(findings(migration, "contracts", 12)).isEmpty();
        assertThat(api.get(migration + "/runs").json().at("/items/0/scope/entities/1"))
                .hasToString("{\"entity\":\"contacts\",\"included\":false}");
    }

    @Test
    void bringsItAllWithTheNextRunWhenItIsTakenInAgain() {
        String migration = create();
        change(migration, WITHOUT_CONTACTS);
        run(migration);
        change(migration, "{\"history\":\"ALL\"}");

        Answer ended = run(migration);

        assertThat(counts(ended, "contacts")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(ended, "contracts")).isEqualTo(List.of(1L, 1L, 0L, 1L, 0L, 0L, 0L, 0L));
        assertThat(jdbc.sql("select count(*) from contract where contact_id is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'history':'ALL','entities':[{'entity':'tikets','included':false}]} | There are: companies, contacts, contracts, assets, projects, tickets, timeEntries, attachments.",
                "{'history':'ALL','entities':[{'entity':'contractLines','included':false}]} | There are: companies, contacts, contracts, assets, projects, tickets, timeEntries, attachments.",
                "{'history':'ALL','entities':[{'entity':'companies','included':false}]} | Companies cannot be left out",
                "{'history':'ALL','entities':[{'entity':'contacts','included':false},{'entity':'contacts','included':true}]} | twice",
                "{'history':'SINCE'} | Name the day",
                "{'history':'SINCE','since':''} | That is no day.",
                "{'history':'SINCE','since':'2024-02-30'} | That is no day.",
                "{'history':'SINCE','since':'01.02.2024'} | That is no day.",
                "{'history':'SINCE','since':'2024-01-01T00:00:00Z'} | That is no day.",
                "{'history':'SINCE','since':'2999-01-01'} | has not come yet",
                "{'history':'SINCE','since':'+12024-01-01'} | has not come yet",
                "{'history':'SINCE','since':'-0044-03-15'} | Nothing in Autotask is that old",
                "{'history':'NONE','since':'2024-01-01'} | A day goes with SINCE alone.",
            })
    void saysWhyNoImportCouldKeepToIt(String body, String why) {
        String migration = create();

        Answer refused = api.put(migration + "/scope", body.replace('\'', '"'));

        assertProblem(refused, 422, "scope-refused");
        assertThat(refused.at("/detail")).contains(why);
        assertThat(refused.at("/field")).isIn("since", "entities");
        assertThat(count("migration_scope")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'history':'SOME'}",
                "{'history':'ALL','entities':[{'entity':'contacts'}]}",
                "{'history':'ALL','entities':[{'included':true}]}",
                "{'history':'ALL','entities':[null]}"
            })
    void refusesWhatIsNoScope(String body) {
        assertThat(api.put(create() + "/scope", body.replace('\'', '"')).status())
                .isIn(400, 422);
    }

    @Test
    void takesToday() {
        String today = LocalDate.now(Clock.systemUTC()).minusDays(1).toString();

        assertThat(change(create(), "{\"history\":\"SINCE\",\"since\":\"%s\"}".formatted(today)))
                .contains(today);
    }

    @Test
    void doesNotChangeWhileARunIsActive() {
        String migration = create();
        AUTOTASK.delay(Duration.ofSeconds(1));
        start(migration);

        Answer refused = api.put(migration + "/scope", WITHOUT_CONTACTS);

        assertProblem(refused, 409, "not-in-this-state");
        assertThat(refused.at("/detail")).contains("Pause or cancel it first");
        ended(migration);
    }
}
