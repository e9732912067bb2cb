package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API of records and of the report, after a run. */
class RecordApiTests extends ImportJourney {

    RecordApiTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void listsRecordsByEntityOutcomeAndCode() {
        AUTOTASK.companies(
                        Payload.company().withNull("parentCompanyID").toString(),
                        Payload.company()
                                .with("id", 5)
                                .with("companyType", 99)
                                .with("companyName", "Five")
                                .withNull("parentCompanyID")
                                .toString())
                .contacts(Payload.contact().with("companyID", 77_777).toString());
        String migration = create();
        run(migration);

        Answer warned = api.get(migration + "/records?entity=companies&outcome=WARNED");
        Answer skipped = api.get(migration + "/records?outcome=SKIPPED&code=PARENT_NOT_IMPORTED");
        Answer loaded = api.get(migration + "/records?outcome=LOADED&size=1&page=1");

        assertThat(warned.json().path("total").asInt()).isEqualTo(1);
        assertThat(warned.at("/items/0/sourceId")).isEqualTo("5");
        assertThat(warned.json().at("/items/0/sourceId").isString()).isTrue();
        assertThat(warned.at("/items/0/code")).isEqualTo("UNKNOWN_VALUE");
        assertThat(warned.at("/items/0/value")).isEqualTo("99");
        assertThat(warned.at("/items/0/usedInstead")).isEqualTo("CUSTOMER");
        assertThat(warned.at("/items/0/message")).contains("imported as Customer");
        assertThat(warned.at("/items/0/kind")).isEqualTo("companies");
        assertThat(UUID.fromString(warned.at("/items/0/targetId"))).hasToString(client(5, "id"));
        assertThat(skipped.at("/items/0/message"))
                .isEqualTo(
                        "Autotask did not send its company (77777), though this API user may read all of them, so it was probably deleted there. It has no client to belong to.");
        assertThat(skipped.at("/items/0/payload")).contains("\"companyID\":77777");
        assertThat(skipped.json().at("/items/0/targetId").isNull()).isTrue();
        assertThat(loaded.json().path("total").asInt()).isEqualTo(2);
        assertThat(loaded.json().path("items")).hasSize(1);
    }

    @Test
    void listsEveryRecordWithoutAFilterAndGoesOnByKey() {
        AUTOTASK.companies(
                        company(4, "Four").toString(),
                        company(5, "Five").with("companyType", 99).toString(),
                        company(6, "Six").toString())
                .contacts(Payload.contact().with("companyID", 77_777).toString());
        String migration = create();
        run(migration);

        Answer all = api.get(migration + "/records");
        Answer first = api.get(migration + "/records?size=2");
        Answer second = api.get(migration + "/records?size=2&after=" + first.at("/next"));

        assertThat(all.json().path("total").asInt()).isEqualTo(4);
        assertThat(all.json().path("next").isNull()).isTrue();
        assertThat(outcomes(all)).containsExactly("4 LOADED", "5 WARNED", "6 LOADED", "3001 SKIPPED");
        assertThat(Stream.concat(outcomes(first).stream(), outcomes(second).stream()))
                .isEqualTo(outcomes(all));
        assertThat(api.get(migration + "/report.csv").text().lines()).hasSize(1 + 2);
    }

    private static List<String> outcomes(Answer records) {
        return elements(records.json().path("items"))
                .map(one -> one.path("sourceId").asString() + " "
                        + one.path("outcome").asString())
                .toList();
    }

    private static Payload company(long id, String name) {
        return Payload.company().with("id", id).with("companyName", name).withNull("parentCompanyID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?size=501",
                "?size=0",
                "?after=last",
                "?page=-1",
                "?outcome=LOST",
                "?entity=company",
                "?size=many"
            })
    void refusesFiltersItDoesNotKnow(String query) {
        String migration = create();

        assertThat(api.get(migration + "/records" + query).status()).isEqualTo(422);
    }

    /** PostgreSQL refuses the first, the server cannot decode the others; neither is a fault of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "%FF%FE", "%ED%A0%80"})
    void refusesParametersThatAreNoText(String text) {
        String migration = create();

        assertThat(Stream.of(
                        api.get(migration + "/records?code=" + text),
                        api.get("/api/v1/clients?search=" + text),
                        api.get("/login?x=" + text)))
                .extracting(Answer::status)
                .containsOnly(400);
    }

    @Test
    void downloadsTheReportWithoutFormulas() {
        AUTOTASK.companies(Payload.company()
                .withNull("parentCompanyID")
                .with("companyName", "=HYPERLINK(\"https://evil.example\")")
                .with("companyType", 99)
                .toString());
        String migration = create();
        run(migration);

        Answer report = api.get(migration + "/report.csv");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.header("Content-Type")).startsWith("text/csv");
        assertThat(report.header("Content-Disposition"))
                .contains("attachment", "autotask-" + AUTOTASK.database() + "-run-1-", ".csv");
        List<String> lines = report.text().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("entity,sourceId,name,outcome,code,message,field,value,label,usedInstead,targetId,pulledAt");
        assertThat(lines).hasSize(2);
        assertThat(api.get(migration + "/report.csv?code=UNKNOWN_VALUE&outcome=WARNED")
                        .text()
                        .lines())
                .hasSize(2);
        Answer none = api.get(migration + "/report.csv?code=CYCLE&entity=companies");
        assertThat(none.text().lines()).hasSize(1);
        assertThat(none.header("Content-Disposition")).contains("-companies-cycle.csv");
        assertThat(api.get(migration + "/report.csv?entity=horses").status()).isEqualTo(422);
        assertThat(lines.get(1))
                .startsWith("companies,174,\"'=HYPERLINK(\"\"https://evil.example\"\")\",WARNED,UNKNOWN_VALUE,");
    }
}
