package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.client.Access;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connection tests of tenants that answer oddly, elsewhere, or have little left. */
class OddTenantsCheckTests extends ConnectionCheckTest {

    OddTenantsCheckTests(ConnectionCheck check, Quotas quotas, JdbcClient jdbc) {
        super(check, quotas, jdbc);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(StubFault.RESET, "Autotask is not answering."),
                Arguments.of(StubFault.MAINTENANCE, "Autotask answered with an error of its own (503)."),
                Arguments.of(StubFault.TRUNCATED, "Autotask sent an answer that is not whole."),
                Arguments.of(StubFault.TOO_MANY_THREADS, "Autotask asked for a break."));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void takesPassingTroubleOfOneKindForNothingProven(StubFault trouble, String what) throws Exception {
        AUTOTASK.failAlways("Companies", trouble);

        ConnectionReport report = test();

        assertThat(report.passed()).isTrue();
        assertThat(outcomes(report)).contains(tuple("companies", Outcome.UNPROVEN), tuple("contacts", Outcome.PASSED));
        assertThat(report.checks()).anyMatch(check -> check.message().startsWith(what));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void saysWhatKindOfTroubleMayPass(StubFault trouble, String what) throws Exception {
        ENTITIES.forEach(wanted -> AUTOTASK.failAlways(wanted.entity(), trouble));

        ConnectionReport report = test();

        assertThat(report.problem()).isEqualTo(new Problem.Unavailable(what));
        assertThat(outcomes(report)).contains(tuple("companies", Outcome.FAILED), tuple("contacts", Outcome.UNPROVEN));
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                Arguments.of(
                        "ThresholdInformation",
                        StubFault.status(404, ""),
                        "Autotask's server knows no such address (404)."),
                Arguments.of("Companies", StubFault.status(404, ""), "Autotask's server knows no such address (404)."),
                Arguments.of(
                        "Companies", StubFault.status(200, "{}"), "Autotask did not say how many records there are."),
                Arguments.of(
                        "zoneInformation",
                        StubFault.status(200, "{\"url\":\"https://webservices19.autotask.net/\"}"),
                        "Autotask did not say which database this user belongs to."));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void saysWhatItDidNotUnderstand(String endpoint, StubFault odd, String what) throws Exception {
        AUTOTASK.failAlways(endpoint, odd);

        ConnectionReport report = test();

        assertThat(report.problem()).isEqualTo(new Problem.NotUnderstood(what));
        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAILED)
                .extracting(Check::message)
                .containsExactly(what);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsRightsInWordsAndInNumbers(boolean words) throws Exception {
        AUTOTASK.access("Companies", Access.ALL).access("Contacts", Access.RESTRICTED);
        if (!words) {
            AUTOTASK.numbers();
        }

        assertThat(test().entities()).extracting(EntityAccess::access).containsExactly(Access.ALL, Access.RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Partial\"", "7", "null", "{\"level\":1}"})
    void passesWithARemarkWhereARightIsUnclear(String said) throws Exception {
        AUTOTASK.right("Companies", said);

        ConnectionReport report = test();

        assertThat(report.passed()).isTrue();
        assertThat(report.entities()).contains(new EntityAccess("Companies", Access.UNCLEAR, 0));
        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.REMARKABLE)
                .singleElement()
                .satisfies(check -> assertThat(check.message())
                        .startsWith("Autotask did not say in a way Ascent knows how much this user may read"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void assumesTheUsualLimitWhereNoneIsNamed(int limit) throws Exception {
        AUTOTASK.quota(limit, 250);

        ConnectionReport report = test();

        assertThat(report.passed()).isTrue();
        assertThat(report.quota().limit()).isEqualTo(10_000);
        assertThat(outcomes(report)).contains(tuple("quota", Outcome.REMARKABLE));
    }

    @Test
    void goesToTheZoneThatWasEntered() throws Exception {
        Credentials unlisted = new Credentials(
                "unlisted@stub.example",
                AUTOTASK.credentials().secret(),
                AUTOTASK.credentials().integrationCode());
        AUTOTASK.alsoAccepts("unlisted@stub.example");
        assertThat(check.test(unlisted, ENTITIES).problem()).isEqualTo(new Problem.UnknownApiUser());

        ConnectionReport report = check.test(unlisted.at(AUTOTASK.apiUrl().toString()), ENTITIES);

        assertThat(report.problem()).isNull();
        assertThat(report.zone().entered()).isTrue();
        assertThat(report.zone().api()).isEqualTo(AUTOTASK.apiUrl());
        assertThat(report.checks().getFirst().message()).endsWith(", as entered");
    }

    @Test
    void sendsNothingWhereAPersonMustNotPoint() throws Exception {
        ConnectionReport report = check.test(AUTOTASK.credentials().at("https://evil.example/"), ENTITIES);

        assertThat(report.problem()).isEqualTo(new Problem.ZoneNotAllowed("evil.example", true));
        assertThat(AUTOTASK.calls()).isEmpty();
    }

    @Test
    void stopsWhenTheQuotaIsUsedUp() throws Exception {
        AUTOTASK.quota(10_000, 4511);

        ConnectionReport report = test();

        assertThat(report.problem()).isEqualTo(new Problem.BudgetExhausted(4512, 10_000, 4500, Duration.ofMinutes(15)));
        assertThat(outcomes(report))
                .contains(
                        tuple("credentials", Outcome.PASSED),
                        tuple("companies", Outcome.NOT_REACHED),
                        tuple("quota", Outcome.FAILED));
        assertThat(AUTOTASK.calls("Companies")).isEmpty();
    }

    @Test
    void stopsAtTheShareThatWasChosenForTheTenant() throws Exception {
        AUTOTASK.quota(10_000, 2099);
        choose(20);

        ConnectionReport report = test();

        assertThat(report.problem()).isEqualTo(new Problem.BudgetExhausted(2100, 10_000, 2000, Duration.ofMinutes(15)));
        assertThat(report.checks())
                .extracting(Check::message)
                .contains(
                        "2,100 of 10,000 used in the last 60 minutes, by all your integrations; Ascent stops at 2,000");
    }

    private void choose(int percent) {
        jdbc.sql(
                        """
                        with o as (
                            insert into identity_organization (id, name, created_at, version)
                            values (gen_random_uuid(), 'Fjordlight', now(), 0) returning id
                        ), c as (
                            insert into autotask_connection (organization_id, id, database, zone_name, zone_api, zone_web,
                                credentials, tested_at, version)
                            select id, gen_random_uuid(), :database, 'Z', 'a', 'w', 'sealed', now(), 0 from o
                            returning organization_id, id, database
                        )
                        insert into autotask_pace (organization_id, connection_id, database, share)
                        select organization_id, id, database, :percent / 100.0 from c
                        """)
                .param("database", DATABASES.get())
                .param("percent", percent)
                .update();
    }

    @Test
    void saysWhatIsKnownWhenNotEvenTheQuotaMayBeAsked() throws Exception {
        AUTOTASK.quota(20, 0);
        test(); // a share of 9: after the reading three more calls are free at once

        Problem problem = test().problem();

        assertThat(problem).isInstanceOfSatisfying(Problem.BudgetExhausted.class, exhausted -> {
            assertThat(exhausted.limit()).isEqualTo(20);
            assertThat(exhausted.stopsAt()).isEqualTo(9);
            assertThat(exhausted.used()).isPositive();
            assertThat(exhausted.retryAfter()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
        });
    }
}
