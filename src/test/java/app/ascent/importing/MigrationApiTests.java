package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.AutotaskStub;
import app.ascent.importing.OwnerApi.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API of the migration and its runs, call by call. */
class MigrationApiTests extends ImportJourney {

    MigrationApiTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void createsAMigrationThatIsReadyToStart() {
        Answer created = api.post(MIGRATIONS, credentials());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(MIGRATIONS + "/" + created.at("/id"));
        Answer shown = api.get(created.header("Location"));
        assertThat(shown.text()).isEqualTo(created.text());
        assertThat(shown.at("/status")).isEqualTo("CREATED");
        assertThat(shown.json().at("/zone/database").asLong()).isEqualTo(AUTOTASK.database());
        assertThat(shown.json().path("requests").asInt()).isZero();
        assertThat(counts(shown, "companies")).containsOnly(0L);
        assertThat(counts(shown, "contacts")).containsOnly(0L);
        assertThat(api.get(MIGRATIONS).json().path("total").asInt()).isEqualTo(1);
        assertThat(api.get(MIGRATIONS).at("/items/0/id")).isEqualTo(created.at("/id"));
    }

    @Test
    void readsThePicklistsBeforeTheFirstRun() {
        create();

        assertThat(jdbc.sql(
                                "select value || ' ' || coalesce(target, '?') from migration_value_decision where entity = 'companies' order by 1")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "1 CUSTOMER",
                        "2 LEAD",
                        "3 PROSPECT",
                        "4 FORMER",
                        "6 FORMER",
                        "7 VENDOR",
                        "8 PARTNER",
                        "12 ?",
                        "14 VENDOR");
        assertThat(AUTOTASK.calls().stream().filter(call -> call.path().endsWith("/fields")))
                .as("of companies, contracts, assets, projects, tasks and tickets")
                .hasSize(6);
    }

    @Test
    void refusesASecondMigrationOfADatabaseAndLeadsToTheFirst() {
        String first = create();

        Answer second = api.post(MIGRATIONS, credentials());

        assertProblem(second, 409, "already-exists");
        assertThat(second.header("Location")).isEqualTo(first);
        assertThat(first).endsWith(second.at("/id"));
    }

    @Test
    void letsOneOfTwoInARaceCreate() {
        List<Answer> answers = Stream.of(1, 2, 3, 4)
                .map(each -> CompletableFuture.supplyAsync(() -> api.post(MIGRATIONS, credentials())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .containsOnly(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .findFirst()
                        .orElseThrow()
                        .header("Location"));
        assertThat(count("autotask_connection")).isEqualTo(1);
        assertThat(count("migration_migration")).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotGoWithTheStatus() {
        String migration = create();

        for (String deed : List.of("/pause", "/cancel")) {
            Answer refused = api.post(migration + deed, null);
            assertProblem(refused, 409, "not-in-this-state");
            assertThat(refused.at("/migrationStatus")).isEqualTo("CREATED");
        }
        run(migration);
        for (String deed : List.of("/pause", "/cancel")) {
            assertProblem(api.post(migration + deed, null), 409, "not-in-this-state");
        }
    }

    @Test
    void refusesAnUnknownConflictRule() {
        String migration = create();

        Answer refused = api.post(migration + "/start", "{\"conflicts\":\"NOBODY_WINS\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("KEEP_ASCENT", "AUTOTASK_WINS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE", "DELTA", "REHEARSAL", "UNDO"})
    void refusesAKindOfRunThatThereIsNot(String kind) {
        String migration = create();

        Answer refused = api.post(migration + "/start", "{\"kind\":\"" + kind + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("FULL", "REMAP");
        assertThat(api.get(migration).at("/status")).isEqualTo("CREATED");
    }

    @Test
    void tellsOfRunsTheLatestFirst() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString());
        String migration = create();
        run(migration);
        run(migration);

        Answer runs = api.get(migration + "/runs");

        assertThat(runs.json().path("total").asInt()).isEqualTo(2);
        assertThat(runs.at("/items/0/number")).isEqualTo("2");
        assertThat(runs.at("/items/0/status")).isEqualTo("COMPLETED");
        assertThat(runs.at("/items/1/entities/0/created")).isEqualTo("1");
        assertThat(Instant.parse(runs.at("/items/0/startedAt")))
                .isAfter(Instant.parse(runs.at("/items/1/finishedAt")).minusMillis(1));
    }

    @Test
    void startsOnceWhenSeveralStartAtOnce() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString());
        String migration = create();

        List<CompletableFuture<Integer>> starts = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> api.post(migration + "/start", null).status()))
                .limit(8)
                .toList();

        List<Integer> statuses =
                starts.stream().map(CompletableFuture::join).sorted().toList();
        ended(migration);
        // A run that has ended by then may be followed by another; nobody may meet a fault.
        assertThat(statuses).startsWith(202).isSubsetOf(202, 409);
        assertThat(count("migration_run"))
                .isEqualTo(statuses.stream().filter(status -> status == 202).count());
    }

    @Test
    void describesItselfWithItsProblems() {
        Answer description = api.get("/v3/api-docs");

        assertThat(description
                        .json()
                        .at("/paths/~1api~1v1~1autotask~1migrations~1{id}~1report.csv/get")
                        .isObject())
                .isTrue();
        assertThat(description
                        .json()
                        .at("/paths/~1api~1v1~1autotask~1connection-tests/post/responses")
                        .propertyNames())
                .contains("200", "401", "403", "422", "502", "503");
        assertThat(description.text()).doesNotContain("\"sendable\"", "\"oneOfBoth\"", "\"anything\"");
        assertThat(description
                        .json()
                        .at("/components/schemas/ClientBody/properties/accountManagerId/format")
                        .asString())
                .isEqualTo("uuid");
        assertThat(description
                        .json()
                        .at("/paths/~1api~1v1~1clients/post/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/ClientBody");
        assertThat(description
                        .json()
                        .at("/components/schemas/ContactBody/properties")
                        .propertyNames())
                .contains("clientId", "firstName", "primary")
                .doesNotContain("primaryClaim", "fields");
    }

    @Test
    void writesDeedsIntoTheAuditLogAndNoCredential() {
        String migration = create();
        run(migration);
        api.put(migration + "/credentials", credentials());
        api.delete(migration);

        List<String> entries = jdbc.sql("select e::text from audit_entry e")
                .query(String.class)
                .list();
        assertThat(String.join("\n", entries))
                .contains(
                        "Autotask Migration",
                        "Migration created",
                        "Run started",
                        "Credentials replaced",
                        "Connection test")
                .doesNotContain(AutotaskStub.SECRET, AutotaskStub.INTEGRATION_CODE);
    }
}
