package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.AutotaskStub;
import app.ascent.autotask.StubFault;
import app.ascent.autotask.client.Access;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API before there is a migration: credentials, tested, stored and replaced. */
class ConnectionApiTests extends ImportJourney {

    ConnectionApiTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
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
                .containsExactly(
                        "companies ALL 2",
                        "contacts ALL 0",
                        "contracts ALL 0",
                        "contractLines ALL 0",
                        "contractBalances ALL 0",
                        "assets ALL 0",
                        "assetRelations ALL 0",
                        "projects ALL 0",
                        "phases ALL 0",
                        "tasks ALL 0",
                        "taskPredecessors ALL 0",
                        "projectNotes ALL 0",
                        "taskNotes ALL 0",
                        "tickets ALL 0",
                        "ticketNotes ALL 0",
                        "timeEntries ALL 0");
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
    void refusesAUserWhoMayNotReadWhatEverythingDependsOn() {
        AUTOTASK.access("Companies", Access.NONE);

        Answer refused = api.post(TESTS, credentials());

        assertProblem(refused, 422, "entity-not-readable");
        assertThat(refused.at("/entity")).isEqualTo("companies");
    }

    @Test
    void passesAUserWhoMayNotReadSomethingElse() {
        AUTOTASK.failAlways("ContractServices", StubFault.FORBIDDEN);

        Answer tested = api.post(TESTS, credentials());

        assertThat(tested.status()).isEqualTo(200);
        assertThat(elements(tested.json().path("entities"))
                        .filter(one -> one.path("access").asString().equals("NONE")))
                .singleElement()
                .satisfies(one -> assertThat(one.path("entity").asString()).isEqualTo("contractLines"));
        assertThat(elements(tested.json().path("checks"))
                        .filter(check -> !check.path("passed").asBoolean()))
                .singleElement()
                .satisfies(check -> assertThat(check.path("message").asString())
                        .startsWith("This user may not read contractServices.")
                        .contains("Or go on"));
        assertThat(api.post(MIGRATIONS, credentials()).status()).isEqualTo(201);
    }

    @Test
    void saysThatAutotaskIsNotAnsweringOnlyWhenItIsNot() {
        AUTOTASK.failAlways("zoneInformation", StubFault.RESET);
        Answer silent = api.post(TESTS, credentials());
        AUTOTASK.failAlways("zoneInformation", StubFault.status(200, "{\"url\":\"https://ww3.autotask.net/\"}"));
        Answer odd = api.post(TESTS, credentials());

        assertProblem(silent, 502, "autotask-unavailable");
        assertThat(silent.at("/detail")).startsWith("Autotask is not answering. Nothing is wrong");
        assertProblem(odd, 502, "autotask-unavailable");
        assertThat(odd.at("/detail")).startsWith("Autotask did not say which database this user belongs to.");
    }

    @Test
    void countsAnUnclearRightAsRestrictedAndSaysSo() {
        AUTOTASK.right("Contacts", "\"Partial\"");

        Answer tested = api.post(TESTS, credentials());

        assertThat(tested.status()).isEqualTo(200);
        assertThat(elements(tested.json().path("entities"))
                        .map(one -> one.path("access").asString()))
                .startsWith("ALL", "RESTRICTED", "ALL")
                .hasSize(16)
                .containsOnlyOnce("RESTRICTED");
        assertThat(elements(tested.json().path("checks"))
                        .filter(check -> !check.path("passed").asBoolean()))
                .singleElement()
                .satisfies(check -> assertThat(check.path("message").asString()).contains("in a way Ascent knows"));
    }

    @Test
    void importsFromAZoneThatWasEntered() {
        AUTOTASK.companies(Payload.company().toString()).alsoAccepts("unlisted@stub.example");
        String unlisted = credentials().replace(AutotaskStub.API_USER, "unlisted@stub.example");
        assertProblem(api.post(TESTS, unlisted), 422, "unknown-api-user");

        Answer created =
                api.post(MIGRATIONS, entered(unlisted, AUTOTASK.apiUrl().toString()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String migration = created.header("Location");

        assertThat(run(migration).at("/status")).isEqualTo("COMPLETED");
        assertThat(created.json().at("/zone/entered").asBoolean()).isTrue();
        assertThat(api.put(migration + "/credentials", unlisted).status())
                .as("the address is known by now")
                .isEqualTo(204);
        assertProblem(api.put(migration + "/credentials", entered(unlisted, "")), 422, "unknown-api-user");
        assertThat(api.get(migration).json().at("/zone/entered").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "http://webservices5.autotask.net/", "not an address"})
    void sendsNothingWhereAPersonMustNotPoint(String zone) {
        Answer refused = api.post(TESTS, entered(credentials(), zone));

        assertProblem(refused, 422, "zone-not-allowed");
        assertThat(refused.at("/detail")).startsWith("The zone's address is not one of Autotask's");
        assertThat(AUTOTASK.calls()).isEmpty();
    }

    private static String entered(String credentials, String zone) {
        return credentials.replaceFirst("\\}\\s*$", ",\"zoneUrl\":\"" + zone + "\"}");
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
}
