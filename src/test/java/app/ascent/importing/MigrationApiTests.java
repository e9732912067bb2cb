package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.AutotaskStub;
import app.ascent.autotask.StubFault;
import app.ascent.autotask.client.Access;
import app.ascent.importing.OwnerApi.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API of the migration, call by call. */
class MigrationApiTests extends ImportJourney {

    private static final String TESTS = ROOT + "/connection-tests";
    private static final String MIGRATIONS = ROOT + "/migrations";

    private final int port;

    MigrationApiTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
        this.port = port;
    }

    @Test
    void testsAConnectionAndStoresNothing() {
        AUTOTASK.companies(
                Payload.ownOrganization().toString(), Payload.company().toString());

        Answer tested = api.post(TESTS, credentials());

        assertThat(tested.status()).isEqualTo(200);
        assertThat(tested.at("/zone/name")).isNotEmpty();
        assertThat(tested.at("/zone/apiUrl")).isEqualTo(AUTOTASK.apiUrl().toString());
        assertThat(tested.json().at("/zone/database").asLong()).isEqualTo(AUTOTASK.database());
        assertThat(tested.json().at("/zone/database").isNumber()).isTrue();
        assertThat(tested.json().at("/quota/limit").asInt()).isEqualTo(10_000);
        assertThat(tested.json().at("/quota/windowMinutes").asInt()).isEqualTo(60);
        assertThat(elements(tested.json().path("entities"))
                        .map(one -> one.path("entity").asString() + " "
                                + one.path("access").asString() + " "
                                + one.path("count").asLong()))
                .containsExactly("companies ALL 2", "contacts ALL 0");
        assertThat(elements(tested.json().path("checks"))).isNotEmpty().allSatisfy(check -> {
            assertThat(check.path("passed").asBoolean()).isTrue();
            assertThat(check.path("message").asString()).isNotEmpty();
        });
        assertThat(count("autotask_connection")).isZero();
        assertThat(count("migration_migration")).isZero();
    }

    @Test
    void passesARestrictedUserWithACheckThatSaysWhatItMeans() {
        AUTOTASK.access("Contacts", Access.RESTRICTED);

        Answer tested = api.post(TESTS, credentials());

        assertThat(tested.status()).isEqualTo(200);
        assertThat(elements(tested.json().path("checks"))
                        .filter(check -> !check.path("passed").asBoolean()))
                .singleElement()
                .satisfies(check -> assertThat(check.path("name").asString()).isEqualTo("contacts"));
    }

    @Test
    void refusesAnUnknownApiUserBeforeTheSecretIsSent() {
        Answer refused = api.post(TESTS, credentials().replace(AutotaskStub.API_USER, "nobody@stub.example"));

        assertProblem(refused, 422, "unknown-api-user");
        assertThat(AUTOTASK.calls()).noneMatch(AutotaskStub.Call::withCredentials);
    }

    @Test
    void refusesRejectedCredentialsAndAsksNoSecondTime() {
        for (String path : List.of(TESTS, MIGRATIONS)) {
            AUTOTASK.forgetCalls();

            Answer refused = api.post(path, credentials("wrong-secret"));

            assertProblem(refused, 422, "credentials-rejected");
            assertThat(AUTOTASK.calls().stream().filter(AutotaskStub.Call::withCredentials))
                    .hasSize(1);
        }
        assertThat(count("autotask_connection")).isZero();
    }

    @Test
    void refusesAZoneItDoesNotTrust() {
        AUTOTASK.zoneUrl("https://webservices9.autotask.example/ATServicesRest/");

        Answer refused = api.post(TESTS, credentials());

        assertProblem(refused, 422, "zone-not-allowed");
        assertThat(refused.at("/detail")).contains("webservices9.autotask.example");
    }

    @Test
    void refusesAUserWhoMayNotReadAnEntity() {
        AUTOTASK.access("Contacts", Access.NONE);

        Answer refused = api.post(TESTS, credentials());

        assertProblem(refused, 422, "entity-not-readable");
        assertThat(refused.at("/entity")).isEqualTo("contacts");
    }

    @Test
    void saysThatAutotaskIsNotAnswering() {
        AUTOTASK.failAlways("zoneInformation", StubFault.MAINTENANCE);

        assertProblem(api.post(TESTS, credentials()), 502, "autotask-unavailable");
    }

    @Test
    void saysWhenCallsAreFreeAgain() {
        AUTOTASK.quota(10_000, 4_700);

        Answer refused = api.post(TESTS, credentials());

        assertProblem(refused, 503, "budget-exhausted");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isPositive();
        assertThat(refused.json().path("stopsAt").asInt()).isEqualTo(4_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"apiUser\":\"\",\"secret\":\"s\",\"integrationCode\":\"c\"}",
                "{\"apiUser\":\"u\",\"secret\":\"s\\nX-Injected: 1\",\"integrationCode\":\"c\"}",
                "{\"apiUser\":\"u\",\"secret\":{\"a\":1},\"integrationCode\":\"c\"}",
                "not json",
                "",
            })
    void refusesInputItCannotUse(String body) {
        Answer refused = api.post(MIGRATIONS, body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text()).doesNotContain("X-Injected");
    }

    @Test
    void callsWhatIsRefusedByNoNameOfItsOwn() {
        Answer refused =
                api.post(MIGRATIONS, "{\"apiUser\":\"u\",\"secret\":\"s\\nX-Injected: 1\",\"integrationCode\":\"c\"}");

        assertThat(elements(refused.json().path("errors"))
                        .map(error -> error.path("field").asString() + ": "
                                + error.path("message").asString()))
                .containsExactly(": Each value has at most 500 characters, and no line break within.");
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

        assertThat(jdbc.sql("select value || ' ' || coalesce(target, '?') from migration_value_decision order by 1")
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
                .hasSize(1);
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
    void refusesCredentialsOfAnotherDatabase() {
        String migration = create();
        AUTOTASK.database(AUTOTASK.database() + 1);

        Answer refused = api.put(migration + "/credentials", credentials());

        assertProblem(refused, 422, "different-database");
    }

    @Test
    void refusesToReplaceCredentialsByRejectedOnes() {
        String migration = create();

        assertProblem(api.put(migration + "/credentials", credentials("wrong-secret")), 422, "credentials-rejected");
        assertThat(run(migration).at("/status")).isEqualTo("COMPLETED");
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
        assertThat(UUID.fromString(warned.at("/items/0/targetId"))).hasToString(client(5, "id"));
        assertThat(skipped.at("/items/0/message"))
                .isEqualTo("Autotask did not send its company (77777), so it has no client to belong to.");
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

    @Test
    void knowsNoOtherMigration() {
        String unknown = MIGRATIONS + "/" + UUID.randomUUID();

        assertThat(Stream.of(
                        api.get(unknown),
                        api.get(unknown + "/runs"),
                        api.get(unknown + "/report"),
                        api.get(unknown + "/report.csv"),
                        api.get(unknown + "/records"),
                        api.post(unknown + "/start", null),
                        api.post(unknown + "/pause", null),
                        api.post(unknown + "/cancel", null),
                        api.put(unknown + "/credentials", credentials()),
                        api.delete(unknown),
                        api.get(MIGRATIONS + "/not-an-id")))
                .extracting(Answer::status)
                .containsOnly(404);
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        OwnerApi stranger = new OwnerApi(port, OwnerApi.EMAIL, "wrong");

        assertThat(stranger.get(MIGRATIONS).status()).isEqualTo(401);
        assertThat(stranger.post(TESTS, credentials()).status()).isEqualTo(401);
        assertThat(AUTOTASK.calls()).isEmpty();
    }

    @Test
    void isForTheOwnerAlone() {
        String migration = create();
        AUTOTASK.forgetCalls();
        setRole("ADMIN");
        try {
            assertThat(Stream.of(
                            api.post(TESTS, credentials()),
                            api.post(MIGRATIONS, credentials()),
                            api.get(MIGRATIONS),
                            api.get(migration),
                            api.get(migration + "/runs"),
                            api.get(migration + "/report"),
                            api.get(migration + "/report.csv"),
                            api.get(migration + "/records"),
                            api.post(migration + "/start", null),
                            api.post(migration + "/pause", null),
                            api.post(migration + "/cancel", null),
                            api.put(migration + "/credentials", credentials()),
                            api.delete(migration),
                            api.post(TESTS, "{}"),
                            api.post(MIGRATIONS, "no JSON"),
                            api.get(migration + "/records?size=501")))
                    .extracting(Answer::status)
                    .containsOnly(403);
            assertThat(AUTOTASK.calls()).isEmpty();
        } finally {
            setRole("OWNER");
        }
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
    void hidesTheMigrationsOfOtherOrganizations() {
        String migration = create();
        jdbc.sql("update migration_migration set organization_id = gen_random_uuid()")
                .update();

        assertThat(Stream.of(
                        api.get(migration),
                        api.get(migration + "/runs"),
                        api.get(migration + "/report"),
                        api.get(migration + "/report.csv"),
                        api.get(migration + "/records"),
                        api.post(migration + "/start", null),
                        api.put(migration + "/credentials", credentials()),
                        api.delete(migration)))
                .extracting(Answer::status)
                .containsOnly(404);
        assertThat(api.get(MIGRATIONS).json().path("total").asInt()).isZero();
        assertThat(count("migration_migration")).isEqualTo(1);
    }

    private void setRole(String role) {
        jdbc.sql("update identity_user set role = :role where email = :email")
                .param("role", role)
                .param("email", OwnerApi.EMAIL)
                .update();
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

    private static void assertProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("/problems/" + name);
        assertThat(answer.at("/detail")).isNotEmpty();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
