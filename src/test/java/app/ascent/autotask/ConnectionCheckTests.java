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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectionCheckTests extends ConnectionCheckTest {

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

    ConnectionCheckTests(ConnectionCheck check, Quotas quotas, JdbcClient jdbc) {
        super(check, quotas, jdbc);
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
}
