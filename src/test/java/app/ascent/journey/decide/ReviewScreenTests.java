package app.ascent.journey.decide;

import static app.ascent.journey.Imagined.migration;
import static app.ascent.journey.ImaginedRecords.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Fact;
import app.ascent.journey.Imagined;
import app.ascent.journey.Metric;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.Workshop;
import app.ascent.journey.connect.Tested;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewScreenTests {

    private final Workshop workshop = new Workshop();
    private final ReviewScreen screen = new ReviewScreen(
            mock(Migrations.class),
            mock(Reports.class),
            mock(CurrentUser.class),
            workshop.formats,
            workshop.texts,
            workshop.types,
            new DecisionViews(workshop.formats, workshop.texts, workshop.types),
            mock(WhoIsWho.class),
            new ReviewTabs(workshop.texts));

    @Test
    void showsWhatTheTestOfThisSessionCounted() {
        Tested tested = new Tested(91234, Imagined.NOW, Map.of("companies", 3912L), 20, 1);

        ReviewView view = screen.of(migration(null), List.of("companies", "contacts"), List.of(), tested);

        assertThat(view.counted()).isEqualTo("Counted in Autotask today at 13:43");
        assertThat(view.metrics()).extracting(Metric::value).containsExactly("3,912", "20", "1 min");
        assertThat(view.plans()).extracting(plan -> plan.records().text()).containsExactly("3,912", "");
        assertThat(view.metrics().getFirst().note()).isNull();
        assertThat(view.values()).isEmpty();
    }

    @Test
    void saysThatTheScopeLeavesOutSomeOfWhatWasCounted() {
        Tested tested = new Tested(91234, Imagined.NOW, Map.of("tickets", 3912L), 20, 1);
        Scope since = new Scope(Scope.History.SINCE, LocalDate.of(2025, 6, 1), ZoneOffset.UTC, Set.of());

        assertThat(screen.of(Imagined.scoped(since), List.of("tickets"), List.of(), tested)
                        .metrics()
                        .getFirst()
                        .note())
                .isEqualTo("in all; closed work without activity since 1 Jun 2025 stays out, as Scope says");
    }

    /** It follows what there is, so that no release says of what it imports that it does not. */
    @Test
    void namesOfWhatStaysInAutotaskOnlyWhatNothingImports() {
        assertThat(screen.of(migration(null), List.of("companies"), List.of(), null)
                        .silent())
                .endsWith("Tickets, time entries and attachments are not part of this release.");
        assertThat(screen.of(migration(null), List.of("companies", "tickets", "timeEntries"), List.of(), null)
                        .silent())
                .endsWith("Attachments are not part of this release.");
        assertThat(screen.of(migration(null), List.of("tickets", "timeEntries", "attachments"), List.of(), null)
                        .silent())
                .isEqualTo("No email, no webhook, no automation, no portal access.");
    }

    @Test
    void leavesCountsEmptyThatNobodyKnowsYet() {
        ReviewView view = screen.of(migration(null), List.of("companies"), List.of(), null);

        assertThat(view.counted()).isEqualTo("Counted during the import");
        assertThat(view.metrics()).isEmpty();
        assertThat(view.plans().getFirst().records().text()).isEmpty();
        assertThat(view.connection())
                .extracting(Fact::value)
                .containsExactly(
                        "EU1 (English Europe and Asia)",
                        "91234",
                        "Stored encrypted, never shown again",
                        "Today, 13:38");
    }

    @Test
    void putsFirstWhatWantsALook() {
        ReviewView.Values values = only(List.of(
                decision("1", "Customer", "CUSTOMER", false, null),
                decision("4", "Dead", "FORMER", false, 97L),
                decision("204", "Strategic Account", null, false, 162L),
                decision(null, "", null, false, null)));

        assertThat(values.title()).isEqualTo("Company types");
        assertThat(values.toCheck()).isEqualTo("2 unknown values");
        assertThat(values.counted()).isTrue();
        assertThat(values.total()).isEqualTo("5 values");
        assertThat(values.rows())
                .extracting(ReviewView.Value::label)
                .containsExactly("Strategic Account", "No value", "Customer", "Dead", "Own organization");
        assertThat(values.rows())
                .extracting(ReviewView.Value::why)
                .containsExactly(
                        "Unknown, so Customer by default",
                        "Unknown, so Customer by default",
                        "Same name",
                        "Known to Ascent; imported as inactive",
                        "Your own company in Autotask, ID 0");
        assertThat(values.rows())
                .extracting(ReviewView.Value::note)
                .containsExactly("Unknown to Ascent", "Empty in Autotask", null, null, null);
        assertThat(values.foot())
                .startsWith(
                        "Companies with an unknown type, with none, or with one that has lost its label in Autotask")
                .contains("are imported as Customer");
    }

    @Test
    void saysWhoChoseAndWhatIsKnown() {
        ReviewView.Values values = only(List.of(
                decision("9", "Reseller", "PARTNER", true, null), decision("5", "Supplier", "VENDOR", false, null)));

        assertThat(values.toCheck()).isNull();
        assertThat(values.counted()).isFalse();
        assertThat(values.rows())
                .extracting(ReviewView.Value::why)
                .containsExactly("Chosen in Ascent", "Known to Ascent", "Your own company in Autotask, ID 0");
    }

    @Test
    void saysThatWhatWasChosenIsGoneAndCallsRecordsByTheirNames() {
        ReviewView.Value value = only(List.of(new Decision(
                        "tickets",
                        "status",
                        "1",
                        "New",
                        null,
                        "a1",
                        true,
                        2L,
                        List.of(new DecidableField.Target("a1", "Open"), new DecidableField.Target("b2", "Parked")),
                        true,
                        true)))
                .rows()
                .getFirst();

        assertThat(value.look()).isTrue();
        assertThat(value.why()).isEqualTo("What was chosen is no longer in Ascent, so Open. Choose again.");
        assertThat(value.choices()).extracting(ReviewView.Choice::label).contains("Open", "Parked");
    }

    @Test
    void explainsAFieldNobodyFoundWordsFor() {
        ReviewView.Values values = only(List.of(
                new Decision("quotes", "status", "1", "New", "OTHER", "OTHER", false, null, List.of(), true, false)));

        assertThat(values.title()).isEqualTo("status");
        assertThat(values.becomes()).isEqualTo("Becomes");
        assertThat(values.foot())
                .isEqualTo("Unknown values are imported as Other and listed in the report. Nothing is dropped.");
    }

    @Test
    void tellsAValueThatHasLostItsLabelAsTheReportDoes() {
        ReviewView.Value value = only(List.of(new Decision(
                        "companies", "companyType", "57", "57", null, "OTHER", false, 2L, List.of(), true, false)))
                .rows()
                .getFirst();

        assertThat(value.label()).isEqualTo("Value 57");
        assertThat(value.note()).isEqualTo("No label in Autotask any more");
    }

    private ReviewView.Values only(List<Decision> decisions) {
        return screen.of(migration(null), List.of(), decisions, null)
                .values()
                .getFirst()
                .fields()
                .getFirst();
    }
}
