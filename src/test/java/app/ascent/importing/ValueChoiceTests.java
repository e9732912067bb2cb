package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the Owner chooses that picklist values become, and the run after it. */
class ValueChoiceTests extends ImportJourney {

    ValueChoiceTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void takesADecisionIntoTheNextRun() {
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("companyType", 12)
                .toString());
        String migration = create();
        run(migration);

        choose(migration, "\"12\"", "\"VENDOR\"");
        Answer second = run(migration);

        assertThat(counts(second, "companies")).startsWith(1L, 1L, 0L, 1L);
        assertThat(client(174, "type")).isEqualTo("VENDOR");
        assertThat(findings(migration, "companies", 174)).isEmpty();
        assertThat(second.at("/status")).isEqualTo("COMPLETED");
    }

    /** Not even with an Autotask that is down, and credentials that nobody can read any more. */
    @Test
    void appliesAChoiceToWhatWasReadWithoutACall() {
        AUTOTASK.companies(
                typed(1, "12").with("countryID", 81).toString(), typed(2, "1").toString());
        AUTOTASK.contacts(Payload.contact().with("companyID", 1).toString());
        String migration = create();
        assertProblem(api.post(migration + "/start", "{\"kind\":\"REMAP\"}"), 409, "not-in-this-state");
        run(migration);
        choose(migration, "\"12\"", "\"VENDOR\"");
        AUTOTASK.forgetCalls();
        jdbc.sql("update autotask_connection set credentials = 'worthless'").update();

        assertThat(api.post(migration + "/start", "{\"kind\":\"REMAP\"}").status())
                .isEqualTo(202);
        Answer ended = awaited(migration, "COMPLETED", "COMPLETED_WITH_ISSUES", "FAILED");

        assertThat(ended.at("/status")).as(ended.text()).isEqualTo("COMPLETED");
        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(ended.at("/requests")).isEqualTo("0");
        assertThat(counts(ended, "companies")).isEqualTo(List.of(2L, 2L, 0L, 1L, 1L, 0L, 0L, 0L));
        assertThat(counts(ended, "contacts")).isEqualTo(List.of(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L));
        assertThat(client(1, "type")).isEqualTo("VENDOR");
        assertThat(client(1, "country")).isEqualTo("Germany");
        assertThat(findings(migration, "companies", 1)).isEmpty();
        Answer runs = api.get(migration + "/runs");
        assertThat(runs.at("/items/0/kind")).isEqualTo("REMAP");
        assertThat(runs.at("/items/0/number")).isEqualTo("2");
        assertThat(runs.at("/items/1/kind")).isEqualTo("FULL");
        assertThat(api.get(migration + "/records?run=1&outcome=WARNED").at("/total"))
                .isEqualTo("1");
    }

    @Test
    void writesOnlyWhatAChoiceChanges() {
        AUTOTASK.companies(
                typed(1, "12").toString(),
                typed(2, "99").toString(),
                typed(3, null).toString(),
                typed(4, "1").toString());
        String migration = create();
        run(migration);
        assertThat(findings(migration, "companies", 3)).containsExactly("UNKNOWN_VALUE companyType= -> CUSTOMER");

        choose(migration, "null", "\"LEAD\"");
        choose(migration, "\"99\"", "\"PARTNER\"");
        Answer second = run(migration);

        assertThat(counts(second, "companies")).isEqualTo(List.of(4L, 4L, 0L, 2L, 2L, 0L, 0L, 0L));
        assertThat(client(2, "type")).isEqualTo("PARTNER");
        assertThat(client(3, "type")).isEqualTo("LEAD");
        assertThat(findings(migration, "companies", 3)).isEmpty();

        choose(migration, "null", "null");
        Answer third = run(migration);

        assertThat(counts(third, "companies")).isEqualTo(List.of(4L, 4L, 0L, 1L, 3L, 0L, 0L, 0L));
        assertThat(client(3, "type")).isEqualTo("CUSTOMER");
    }

    /** What was decided needs no look any more, whether Autotask still offers the value or not. */
    @Test
    void saysNoMoreOfAValueThatWasChosenFor() {
        AUTOTASK.companies(
                typed(1, "14").toString(),
                typed(2, "99").toString(),
                typed(3, "\"Odd\"").toString());
        String migration = create();
        run(migration);
        assertThat(api.get(migration + "/report").json().path("unmappedValues")).hasSize(3);

        choose(migration, "\"14\"", "\"PARTNER\"");
        choose(migration, "\"99\"", "\"LEAD\"");
        choose(migration, "\"Odd\"", "\"LEAD\"");
        Answer second = run(migration);

        assertThat(second.at("/status")).isEqualTo("COMPLETED");
        assertThat(api.get(migration + "/report").json().path("unmappedValues")).isEmpty();
        assertThat(client(1, "type")).isEqualTo("PARTNER");
        assertThat(client(3, "type")).isEqualTo("LEAD");
    }

    @Test
    void listsWhatValuesBecomeAndRefusesWhatTheyCannot() {
        String migration = create();

        Answer values = api.get(migration + "/values?size=2");
        assertThat(values.json().path("total").asInt())
                .as("of companies, contracts, projects, tasks and tickets")
                .isEqualTo(9 + 6 + 12 + 10 + 18);
        assertThat(values.at("/items/0/value")).isEqualTo("12");
        assertThat(values.json().at("/items/0/target").isNull()).isTrue();
        assertThat(values.at("/items/0/usedOtherwise")).isEqualTo("CUSTOMER");
        assertThat(elements(values.json().at("/items/0/targets")).map(target -> target.asString()))
                .contains("VENDOR", "OTHER");
        for (String refused : List.of(
                choice("companies", "companyType", "\"12\"", "\"KING\""),
                choice("companies", "companyType", "\"4711\"", "\"VENDOR\""),
                choice("companies", "classification", "\"12\"", "\"VENDOR\""),
                choice("contacts", "companyType", "\"12\"", "\"VENDOR\""))) {
            Answer answer = api.put(migration + "/values", refused);
            assertThat(answer.status()).as(refused).isEqualTo(422);
            assertThat(answer.at("/type")).isEqualTo("/problems/unknown-value");
        }
        String unknown = migration.replaceAll("[0-9a-f]{12}$", "000000000000") + "/values";
        assertThat(api.get(unknown).status()).isEqualTo(404);
        assertThat(api.put(unknown, choice("companies", "companyType", "\"12\"", "\"VENDOR\""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void notesEachChoiceOnce() {
        String migration = create();

        choose(migration, "\"12\"", "\"VENDOR\"");
        choose(migration, "\"12\"", "\"VENDOR\"");

        assertThat(jdbc.sql(
                                "select count(*) from audit_entry e where e::text like '%Company type “Distributor” becomes Vendor%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(api.get(migration + "/values").json().at("/items/8/chosen").isBoolean())
                .isTrue();
    }

    private static Payload typed(long id, @Nullable String type) {
        return Payload.company()
                .with("id", id)
                .with("companyName", "Company " + id)
                .withNull("parentCompanyID")
                .json("companyType", String.valueOf(type));
    }

    private void choose(String migration, String value, String target) {
        Answer chosen = api.put(migration + "/values", choice("companies", "companyType", value, target));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);
    }

    private static String choice(String entity, String field, String value, String target) {
        return """
                {"entity":"%s","field":"%s","value":%s,"target":%s}"""
                .formatted(entity, field, value, target);
    }
}
