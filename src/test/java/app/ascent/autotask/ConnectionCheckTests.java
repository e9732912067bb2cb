package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.vault.Secret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@AutotaskTest
class ConnectionCheckTests {

    private static final List<Wanted> ENTITIES = List.of(new Wanted("Companies", true), new Wanted("Contacts", false));
    private static final List<Wanted> MANY = Stream.concat(
                    ENTITIES.stream(),
                    Stream.of(
                                    "Contracts",
                                    "ContractServices",
                                    "ContractMilestones",
                                    "ContractBlocks",
                                    "ContractRetainers",
                                    "Services",
                                    "Resources")
                            .map(entity -> new Wanted(entity, false)))
            .toList();
    private static final AtomicLong DATABASES = new AtomicLong(9000);
    private static final AutotaskStub AUTOTASK = AutotaskStub.start();

    private final ConnectionCheck check;
    private final Quotas quotas;
    private final JdbcClient jdbc;

    ConnectionCheckTests(ConnectionCheck check, Quotas quotas, JdbcClient jdbc) {
        this.check = check;
        this.quotas = quotas;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AUTOTASK.register(registry);
    }

    @AfterAll
    static void stop() {
        AUTOTASK.close();
    }

    @BeforeEach
    void reset() {
        AUTOTASK.reset().database(DATABASES.incrementAndGet());
    }

    @Test
    void tellsWhatItFound() throws Exception {
        AUTOTASK.companies("{\"id\":0}", "{\"id\":7}").contacts("{\"id\":1}").quota(10_000, 1249);

        ConnectionReport report = test();

        assertThat(report.passed()).isTrue();
        assertThat(report.zone().api()).isEqualTo(AUTOTASK.apiUrl());
        assertThat(report.quota()).isEqualTo(new QuotaReading(10_000, 60, 1250));
        assertThat(report.entities())
                .containsExactly(
                        new EntityAccess("Companies", Access.ALL, 2), new EntityAccess("Contacts", Access.ALL, 1));
        assertThat(report.checks())
                .extracting(Check::name, Check::outcome, Check::message)
                .containsExactly(
                        tuple("zone", Outcome.PASSED, "Stub (English), localhost"),
                        tuple("credentials", Outcome.PASSED, "API user, secret and integration code belong together"),
                        tuple("companies", Outcome.PASSED, "Autotask hides none from this user"),
                        tuple("contacts", Outcome.PASSED, "Autotask hides none from this user"),
                        tuple(
                                "quota",
                                Outcome.PASSED,
                                "1,250 of 10,000 used in the last 60 minutes, by all your integrations"));
    }

    @Test
    void asksTheQuotaFirstAndOnce() throws Exception {
        test();

        assertThat(AUTOTASK.calls())
                .extracting(AutotaskStub.Call::path)
                .startsWith("/atservicesrest/v1.0/zoneInformation", "/ATServicesRest/V1.0/ThresholdInformation")
                .containsSubsequence(
                        "/ATServicesRest/V1.0/Companies/entityInformation",
                        "/ATServicesRest/V1.0/Companies/query/count")
                .containsSubsequence(
                        "/ATServicesRest/V1.0/Contacts/entityInformation", "/ATServicesRest/V1.0/Contacts/query/count")
                .hasSize(6);
        assertThat(quotas.of(AUTOTASK.database()).orElseThrow().ours()).isEqualTo(5);
    }

    @Test
    void asksASlowTenantAboutSeveralKindsAtATimeAndNoMoreOften() throws Exception {
        AUTOTASK.delay(Duration.ofMillis(250));

        ConnectionReport report = check.test(AUTOTASK.credentials(), MANY, Duration.ofMillis(3500));

        assertThat(report.checks()).extracting(Check::outcome).containsOnly(Outcome.PASSED);
        assertThat(AUTOTASK.calls()).hasSize(2 + 2 * MANY.size());
        assertThat(AUTOTASK.mostInFlight("Companies")).isEqualTo(1);
        assertThat(report.answer()).isBetween(Duration.ofMillis(250), Duration.ofMillis(800));
    }

    @Test
    void showsWhatItFoundThoughOneKindNeverAnswers() throws Exception {
        AUTOTASK.companies("{\"id\":0}").failAlways("Contacts", StubFault.hanging(Duration.ofSeconds(4)));

        ConnectionReport report = check.test(AUTOTASK.credentials(), ENTITIES, Duration.ofMillis(1500));

        assertThat(report.passed()).isTrue();
        assertThat(report.entities()).containsExactly(new EntityAccess("Companies", Access.ALL, 1));
        assertThat(report.checks())
                .filteredOn(check -> check.name().equals("contacts"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.outcome()).isEqualTo(Outcome.UNPROVEN);
                    assertThat(check.message())
                            .isEqualTo(
                                    "Autotask did not answer within 1 seconds. So it is not proven what this user may"
                                            + " read here. Test again, or go on: the import asks anew.");
                });
    }

    @Test
    void isUnansweredWhereNoKindAnswers() throws Exception {
        for (Wanted wanted : ENTITIES) {
            AUTOTASK.failAlways(wanted.entity(), StubFault.hanging(Duration.ofSeconds(4)));
        }

        ConnectionReport report = check.test(AUTOTASK.credentials(), ENTITIES, Duration.ofSeconds(1));

        assertThat(report.problem()).isEqualTo(new Problem.Unavailable("Autotask did not answer within 1 seconds."));
        assertThat(outcomes(report)).contains(tuple("credentials", Outcome.PASSED), tuple("quota", Outcome.PASSED));
    }

    @Test
    void passesWithARemarkWhenAccessIsRestricted() throws Exception {
        AUTOTASK.access("Contacts", Access.RESTRICTED);

        ConnectionReport report = test();

        assertThat(report.passed()).isTrue();
        assertThat(outcomes(report)).contains(tuple("contacts", Outcome.REMARKABLE));
        assertThat(report.entities()).contains(new EntityAccess("Contacts", Access.RESTRICTED, 0));
    }

    @Test
    void failsWhereSomethingMayNotBeRead() throws Exception {
        AUTOTASK.access("Companies", Access.NONE);

        ConnectionReport report = test();

        assertThat(report.problem()).isEqualTo(new Problem.EntityNotReadable("Companies"));
        assertThat(outcomes(report))
                .containsExactly(
                        tuple("zone", Outcome.PASSED),
                        tuple("credentials", Outcome.PASSED),
                        tuple("companies", Outcome.FAILED),
                        tuple("contacts", Outcome.PASSED),
                        tuple("quota", Outcome.PASSED));
    }

    @Test
    void failsWhereAutotaskRefusesToDescribeWhatNothingGoesWithout() throws Exception {
        AUTOTASK.failAlways("Companies", StubFault.NOT_PERMITTED);

        assertThat(test().problem()).isEqualTo(new Problem.EntityNotReadable("Companies"));
    }

    static Stream<StubFault> refusals() {
        return Stream.of(
                StubFault.FORBIDDEN, StubFault.NOT_PERMITTED, StubFault.status(404, ""), StubFault.status(200, "{}"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void goesWithoutAKindThatCannotBeRead(StubFault refusal) throws Exception {
        AUTOTASK.failAlways("Contacts", refusal);

        ConnectionReport report = test();

        assertThat(report.passed()).isTrue();
        assertThat(outcomes(report)).contains(tuple("companies", Outcome.PASSED), tuple("contacts", Outcome.FAILED));
        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAILED)
                .extracting(Check::message)
                .singleElement()
                .satisfiesAnyOf(
                        message -> assertThat(message)
                                .isEqualTo("This user may not read contacts. Give its security level the right to view"
                                        + " contacts in Autotask, then test again. Or go on: everything is imported but"
                                        + " these and what depends on them."),
                        message -> assertThat(message)
                                .endsWith("While that stays so, an import leaves these and what depends on them out."));
    }

    @Test
    void neverSendsRejectedCredentialsTwice() throws Exception {
        Credentials wrong = new Credentials(
                AutotaskStub.API_USER,
                new Secret("wrong-" + UUID.randomUUID()),
                AUTOTASK.credentials().integrationCode());

        Problem.CredentialsRejected first =
                (Problem.CredentialsRejected) check.test(wrong, ENTITIES).problem();
        assertThat(AUTOTASK.calls().stream().filter(AutotaskStub.Call::withCredentials))
                .hasSize(1);
        Problem.CredentialsRejected second =
                (Problem.CredentialsRejected) check.test(wrong, ENTITIES).problem();

        assertThat(second.recent()).isEqualTo(first.recent() + 1);
    }

    @Test
    void showsHowFarARejectedTestGot() throws Exception {
        AUTOTASK.secret("changed");
        Credentials old = new Credentials(AutotaskStub.API_USER, new Secret("old"), new Secret("CODE"));

        assertThat(outcomes(check.test(old, ENTITIES)))
                .containsExactly(
                        tuple("zone", Outcome.PASSED),
                        tuple("credentials", Outcome.FAILED),
                        tuple("companies", Outcome.NOT_REACHED),
                        tuple("contacts", Outcome.NOT_REACHED),
                        tuple("quota", Outcome.NOT_REACHED));
    }

    @Test
    void sendsNoSecretForAUserNobodyKnows() throws Exception {
        Credentials unknown = new Credentials("nobody@example.org", new Secret("secret"), new Secret("CODE"));

        ConnectionReport report = check.test(unknown, ENTITIES);

        assertThat(report.problem()).isEqualTo(new Problem.UnknownApiUser());
        assertThat(report.zone()).isNull();
        assertThat(AUTOTASK.calls()).singleElement().satisfies(call -> assertThat(call.withCredentials())
                .isFalse());
    }

    @Test
    void sendsNoSecretToAnAddressItDoesNotTrust() throws Exception {
        AUTOTASK.zoneUrl("https://webservices.example.com/ATServicesRest/");

        ConnectionReport report = test();

        assertThat(report.problem()).isEqualTo(new Problem.ZoneNotAllowed("webservices.example.com", false));
        assertThat(report.checks().getFirst().message())
                .isEqualTo("The secret was not sent to webservices.example.com.");
        assertThat(AUTOTASK.calls()).noneMatch(AutotaskStub.Call::withCredentials);
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

    private ConnectionReport test() throws InterruptedException {
        return check.test(AUTOTASK.credentials(), ENTITIES);
    }

    private static List<Tuple> outcomes(ConnectionReport report) {
        return report.checks().stream()
                .map(one -> tuple(one.name(), one.outcome()))
                .toList();
    }
}
