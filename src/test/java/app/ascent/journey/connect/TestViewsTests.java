package app.ascent.journey.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.ImaginedKind;
import app.ascent.journey.Imagined;
import app.ascent.journey.Metric;
import app.ascent.journey.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestViewsTests {

    private final Workshop workshop = new Workshop();
    private final AutotaskEntities entities = ImaginedKind.all();
    private final TestChecks checks = new TestChecks(
            workshop.formats,
            workshop.texts,
            entities,
            new AccessLines(workshop.formats, workshop.texts, workshop.types, entities),
            0.45);
    private final TestViews views = new TestViews(workshop.formats, workshop.texts, workshop.types, entities, checks);

    @Test
    void namesAKindAsAscentDoesWhateverAutotaskCallsIt() {
        ConnectionReport report = Imagined.failed(new Problem.EntityNotReadable("RentedThings"), 2);

        assertThat(views.of(report, null, null).heading()).isEqualTo("This user may not read lease items");
    }

    @Test
    void aPassedTestCountsItsChecksAndTellsWhatWillCome() {
        Tested plan = new Tested(91234, Imagined.NOW, Map.of("companies", 3912L, "contacts", 48_213L), 117, 2);

        TestView view = views.of(Imagined.passed(), null, plan);

        assertThat(view.passed()).isTrue();
        assertThat(view.heading()).isEqualTo("Connection works");
        assertThat(view.when()).isEqualTo("Tested today at 13:43. Nothing is stored yet.");
        assertThat(view.badge()).isEqualTo("6 of 6 passed");
        assertThat(view.checks())
                .extracting(TestView.Check::name)
                .containsExactly(
                        "Zone found",
                        "Credentials accepted",
                        "May read all companies",
                        "May read all contacts",
                        "Hourly quota has room",
                        "First migration of this database");
        assertThat(view.metrics()).extracting(Metric::value).containsExactly("52,125", "117", "2 min");
        assertThat(view.metrics().get(1).note()).isEqualTo("about, of 3,250 free; one more for each file");
    }

    @Test
    void restrictedAccessPassesInAmber() {
        TestView view = views.of(Imagined.restricted(), null, null);

        assertThat(view.mayCreate()).isTrue();
        assertThat(view.metrics()).isEmpty();
        TestView.Check contacts = view.checks().get(3);
        assertThat(contacts.outcome()).isEqualTo(ConnectionReport.Outcome.REMARKABLE);
        assertThat(contacts.name()).isEqualTo("May read only some contacts");
        assertThat(contacts.value()).isEqualTo("31,006 visible");
    }

    @Test
    void aKindThatMayNotBeReadIsTheOnlyOneThatIsLost() {
        TestView view = views.of(
                report(
                        List.of(
                                new EntityAccess("Companies", Access.ALL, 3912),
                                new EntityAccess("Contacts", Access.NONE, 0)),
                        new Check("companies", ConnectionReport.Outcome.PASSED, ""),
                        new Check("contacts", ConnectionReport.Outcome.FAILED, "")),
                null,
                null);

        assertThat(view.mayCreate()).isTrue();
        assertThat(view.badge()).isEqualTo("3 of 4 passed");
        assertThat(view.text()).startsWith("Some kinds of record cannot be read");
        assertThat(view.checks().get(2).name()).isEqualTo("May not read contacts");
        assertThat(view.checks().get(2).value()).isEqualTo("No access");
        assertThat(view.checks().get(2).text())
                .isEqualTo("Give the API user the right to view contacts in Autotask, then test again."
                        + " Or go on without: contacts are not imported then, nor what depends on them (leases and lease"
                        + " items), and everything else is.");
    }

    @Test
    void whatWasNotAnsweredIsNotProven() {
        Tested plan = new Tested(91234, Imagined.NOW, Map.of("companies", 3912L), 117, 2);

        TestView view = views.of(
                report(
                        List.of(new EntityAccess("Companies", Access.ALL, 3912)),
                        new Check("companies", ConnectionReport.Outcome.PASSED, ""),
                        new Check("contacts", ConnectionReport.Outcome.UNPROVEN, "")),
                null,
                plan);

        assertThat(view.mayCreate()).isTrue();
        assertThat(view.badge()).isEqualTo("3 of 4 passed");
        assertThat(view.text()).contains("test again to be sure, or go on");
        assertThat(view.checks().get(2).name()).isEqualTo("Not proven: contacts");
        assertThat(view.checks().get(2).value()).isNull();
        assertThat(view.metrics().getFirst().note()).isEqualTo("and those that were not counted");
    }

    private static ConnectionReport report(List<EntityAccess> access, Check... checks) {
        List<Check> all = new ArrayList<>(List.of(new Check("zone", ConnectionReport.Outcome.PASSED, "")));
        all.addAll(List.of(checks));
        return new ConnectionReport(
                Imagined.NOW,
                Imagined.ZONE,
                new QuotaReading(10_000, 60, 1250),
                access,
                all,
                Duration.ofMillis(90),
                null);
    }

    @Test
    void rejectedCredentialsComeWithAnOrderToCheckThemAndAWarning() {
        TestView view = views.of(Imagined.failed(new Problem.CredentialsRejected(2), 1), null, null);

        assertThat(view.mayCreate()).isFalse();
        assertThat(view.heading()).isEqualTo("Autotask rejected the credentials");
        assertThat(view.when()).endsWith("Nothing has been stored.");
        assertThat(view.advice()).hasSize(3);
        assertThat(view.warning()).isNotNull();
        assertThat(view.warning().text()).contains("rejected test number 2 within 10 minutes");
        assertThat(view.checks())
                .extracting(TestView.Check::name)
                .containsExactly("Zone found", "Credentials rejected", "Access, quota and record counts");
        assertThat(view.checks().getLast().value()).isEqualTo("Not checked");
        assertThat(view.checks().getLast().outcome()).isEqualTo(ConnectionReport.Outcome.NOT_REACHED);
    }

    @Test
    void aRejectionIsNeverCountedAsNone() {
        TestView view = views.of(Imagined.failed(new Problem.CredentialsRejected(0), 1), null, null);

        assertThat(view.warning()).isNotNull();
        assertThat(view.warning().text()).contains("the first rejected test within 10 minutes");
    }

    @Test
    void anUnknownUserStopsBeforeTheSecretIsSent() {
        TestView view = views.of(Imagined.failed(new Problem.UnknownApiUser(), 0), null, null);

        assertThat(view.heading()).isEqualTo("Autotask does not know this API user");
        assertThat(view.text()).contains("Secret and code were not sent");
        assertThat(view.advice()).isEmpty();
        assertThat(view.warning()).isNull();
        assertThat(view.checks())
                .extracting(TestView.Check::name)
                .containsExactly("Zone not found", "Credentials, access, quota and record counts");
    }

    @Test
    void anAddressThatIsNotTrustedIsNamed() {
        TestView view =
                views.of(Imagined.failed(new Problem.ZoneNotAllowed("webservices.example.com", false), 0), null, null);

        assertThat(view.text()).contains("webservices.example.com").contains("autotask.net");
    }

    @Test
    void anAddressThatSomebodyEnteredIsNotAutotasks() {
        Problem entered = new Problem.ZoneNotAllowed("webservices.example.com", true);

        TestView view = views.of(Imagined.failed(entered, 0), null, null);

        assertThat(view.heading()).isEqualTo("This zone address is not one of Autotask’s");
    }

    @Test
    void whatAutotaskDidNotSayClearlyIsNotTakenForMore() {
        ConnectionReport report = new ConnectionReport(
                Imagined.NOW,
                new Zone("webservices19.autotask.net", Imagined.ZONE.api(), Imagined.ZONE.web(), 91234),
                new QuotaReading(10_000, 60, 0, false),
                List.of(new EntityAccess("Contacts", Access.UNCLEAR, 31_006)),
                List.of(
                        new Check("zone", ConnectionReport.Outcome.PASSED, ""),
                        new Check("contacts", ConnectionReport.Outcome.REMARKABLE, ""),
                        new Check("quota", ConnectionReport.Outcome.REMARKABLE, "")),
                Duration.ofMillis(90),
                null);

        List<TestView.Check> checks = views.of(report, null, null).checks();

        assertThat(checks.getFirst().text()).as("not said twice").isEqualTo("webservices19.autotask.net");
        assertThat(checks.get(1).name()).isEqualTo("May read some contacts, perhaps all");
        assertThat(checks.get(1).value()).isEqualTo("31,006 visible");
        assertThat(checks.get(1).text()).startsWith("Autotask did not say in a way Ascent knows");
        assertThat(checks.get(2).text()).startsWith("Autotask did not say clearly how many calls");
    }

    @Test
    void aHeadingHasNoStopWhereTheSentenceHadNone() {
        TestView view = views.of(Imagined.failed(new Problem.Unavailable("Autotask is busy"), 0), null, null);

        assertThat(view.heading()).isEqualTo("Autotask is busy");
    }

    @Test
    void anEntityThatMayNotBeReadIsNamed() {
        TestView view = views.of(Imagined.failed(new Problem.EntityNotReadable("Contacts"), 3), null, null);

        assertThat(view.heading()).isEqualTo("This user may not read contacts");
        assertThat(view.text()).contains("view contacts");
    }

    @Test
    void anOutageIsNobodysFault() {
        TestView view = views.of(Imagined.failed(new Problem.Unavailable("Autotask is not answering."), 0), null, null);

        assertThat(view.heading()).isEqualTo("Autotask is not answering");
        assertThat(view.text()).startsWith("Nothing is wrong with what you entered.");
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsNoOutage() {
        Problem odd = new Problem.NotUnderstood("Autotask did not say which database this user belongs to.");

        TestView view = views.of(Imagined.failed(odd, 0), null, null);

        assertThat(view.heading()).isEqualTo("Autotask did not say which database this user belongs to");
        assertThat(view.text()).startsWith("Autotask answered, but");
    }

    @Test
    void anExhaustedBudgetSaysWhenToTestAgain() {
        Problem problem = new Problem.BudgetExhausted(4512, 10_000, 4500, Duration.ofMinutes(22));

        TestView view = views.of(Imagined.failed(problem, 4), null, null);

        assertThat(view.text()).contains("4,512 of 10,000").endsWith("Test again after 14:05 UTC.");
        assertThat(view.checks().getLast().name()).isEqualTo("Hourly quota is used up");
        assertThat(view.checks().getLast().gauge()).isNotNull();
    }

    @Test
    void aDatabaseThatHasItsMigrationLeadsThere() {
        TestView view = views.of(Imagined.passed(), Imagined.MIGRATION, null);

        assertThat(view.mayCreate()).isFalse();
        assertThat(view.heading()).isEqualTo("This database is already being migrated");
        assertThat(view.existing()).isEqualTo("/admin/autotask-migration/" + Imagined.MIGRATION);
        assertThat(view.checks()).hasSize(5);
    }

    @Test
    void credentialsOfAnotherDatabaseNameBoth() {
        TestView view = views.otherDatabase(Imagined.NOW, 91234, 90001);

        assertThat(view.heading()).contains("90001");
        assertThat(view.text()).contains("91234");
    }

    @Test
    void aCheckWithoutFiguresSpeaksForItself() {
        ConnectionReport report = new ConnectionReport(
                Imagined.NOW,
                null,
                null,
                List.of(),
                List.of(
                        new Check("zone", ConnectionReport.Outcome.PASSED, "Somewhere."),
                        new Check("contacts", ConnectionReport.Outcome.PASSED, ""),
                        new Check("quota", ConnectionReport.Outcome.PASSED, "It was not asked.")),
                Duration.ofMillis(90),
                null);

        TestView view = views.of(report, null, null);

        assertThat(view.checks())
                .extracting(TestView.Check::text)
                .containsExactly("Somewhere.", "Autotask hides none from this user", "It was not asked.");
        assertThat(checks.free(report)).isZero();
    }
}
