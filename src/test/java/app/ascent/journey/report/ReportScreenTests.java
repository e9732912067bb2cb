package app.ascent.journey.report;

import static app.ascent.journey.Imagined.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.ImaginedKind;
import app.ascent.importing.WhoIsWho;
import app.ascent.journey.Imagined;
import app.ascent.journey.ImaginedRecords;
import app.ascent.journey.ReviewTabs;
import app.ascent.journey.WaitingChoices;
import app.ascent.journey.Workshop;
import app.ascent.journey.report.ReportView.Where;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.Reports.UnmappedValue;
import app.ascent.migration.spi.Scope;
import app.ascent.web.Texts.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportScreenTests {

    private final Workshop workshop = new Workshop();
    private final ReportScreen screen = new ReportScreen(
            mock(Reports.class),
            mock(WhoIsWho.class),
            mock(CurrentUser.class),
            workshop.facts,
            mock(EarlierRuns.class),
            workshop.history,
            workshop.heads,
            workshop.formats,
            workshop.texts,
            workshop.types,
            ImaginedKind.all(),
            new CountTable(workshop.formats, workshop.texts, workshop.types, workshop.scopes),
            new ReasonGroups(workshop.formats, workshop.texts, workshop.types, workshop.reasons),
            new ReviewTabs(workshop.texts));

    private ReportView view(Report report) {
        return screen.of(report, Scope.EVERYTHING, "/m", List.of(), List.of(), List.of(), List.of());
    }

    private ReportView dirty() {
        return view(Imagined.report(Imagined.finished(2)));
    }

    @Test
    void saysTheSentenceFirst() {
        assertThat(plain(dirty().sentence()))
                .isEqualTo("52,039 of 52,182 records are in Ascent. 130 were skipped and 13 failed; each is listed"
                        + " below with its reason. Nothing was left out silently.");
        assertThat(dirty().sentence().getFirst()).isEqualTo(new Part("52,039", true));
    }

    @Test
    void saysOfACleanRunThatNothingIsMissing() {
        ReportView view = view(Imagined.clean());

        assertThat(plain(view.sentence()))
                .isEqualTo("All 52,125 records are in Ascent. Nothing was skipped and nothing failed.");
        assertThat(view.groups()).isEmpty();
        assertThat(view.unknown()).isNull();
        assertThat(view.clean()).isEqualTo("All 52,125 records were loaded without a remark.");
        assertThat(view.tiles()).extracting(ReportView.Tile::href).containsOnlyNulls();
    }

    @Test
    void claimsNothingOfRecordsThatWereCountedAndDidNotCome() {
        ReportView few = view(counted(progress("companies", EntityStatus.DONE, 1086L, 502, 502, 0, 0)));

        assertThat(plain(few.sentence()))
                .isEqualTo("502 records are in Ascent; of what came nothing was skipped and nothing failed. "
                        + "Autotask had counted 584 more: see the note below.");
        assertThat(few.sum().fewer()).isEqualTo("584 fewer than Autotask counted");
        assertThat(few.clean()).isNull();

        ReportView fewer = view(counted(progress("companies", EntityStatus.DONE, 11L, 10, 8, 1, 1)));

        assertThat(plain(fewer.sentence()))
                .startsWith("8 of the 10 records that came are in Ascent. 1 was skipped and 1 failed;")
                .endsWith("Autotask had counted 1 more: see the note below.");
        assertThat(view(Imagined.clean()).sum().fewer()).isNull();
    }

    private static Report counted(EntityProgress entity) {
        return new Report(List.of(entity), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void roundsTheShareOfWhatWasLoadedDown() {
        assertThat(dirty().tiles().getFirst().note()).isEqualTo("99.7% of what was pulled");
        assertThat(view(Imagined.clean()).tiles().getFirst().note()).isEqualTo("100% of what was pulled");
        assertThat(view(empty()).tiles().getFirst().note()).isNull();
    }

    @Test
    void leadsFromEveryNumberToItsRecords() {
        assertThat(dirty().tiles())
                .extracting(ReportView.Tile::href)
                .containsExactly(
                        null, "/m/issues?outcome=skipped", "/m/issues?outcome=failed", "/m/issues?outcome=warned");
        assertThat(dirty().tiles())
                .extracting(tile -> tile.value().href())
                .containsExactly(
                        "/m/issues?outcome=loaded",
                        "/m/issues?outcome=skipped",
                        "/m/issues?outcome=failed",
                        "/m/issues?outcome=warned");
        ReportView.Line contacts = dirty().sum().lines().getLast();
        assertThat(contacts.skipped().href()).isEqualTo("/m/issues?outcome=skipped&entity=contacts");
        assertThat(contacts.warned().text()).isEqualTo("887");
        assertThat(contacts.pulled().href()).isEqualTo("/m/issues?outcome=pulled&entity=contacts");
        assertThat(contacts.loaded().href()).isEqualTo("/m/issues?outcome=loaded&entity=contacts");
        assertThat(contacts.created().href()).isEqualTo("/m/issues?outcome=loaded&entity=contacts&result=created");
        assertThat(contacts.linked().href()).isEqualTo("/m/issues?outcome=loaded&entity=contacts&result=linked");
        assertThat(dirty().sum().total().skipped().href()).isEqualTo("/m/issues?outcome=skipped");
        assertThat(dirty().groups().getFirst().count().href()).isEqualTo("/m/issues?outcome=failed");
        assertThat(dirty().groups().getFirst().reasons().getFirst().count().href())
                .isEqualTo("/m/issues?outcome=failed&code=INVALID_VALUE");
        assertThat(dirty().unknown().values())
                .extracting(value -> value.records().href())
                .contains(
                        "/m/issues?outcome=warned&entity=companies&code=UNKNOWN_VALUE&field=companyType&value=204",
                        "/m/issues?outcome=warned&entity=companies&code=UNKNOWN_VALUE&field=companyType");
    }

    @Test
    void countsRecordsAndTheirRemarksApart() {
        Report report = new Report(
                List.of(new EntityProgress("companies", EntityStatus.DONE, 2L, 2, 2, 2, 0, 0, 0, 0, 0, 1, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new ReasonCount("companies", "UNKNOWN_VALUE", 3, 1),
                        new ReasonCount("companies", "TRUNCATED", 2, 1)),
                List.of());

        ReportView.Group warned = view(report).groups().getFirst();

        assertThat(warned.count().text()).isEqualTo("1");
        assertThat(warned.text()).isEqualTo("In Ascent, with 5 remarks in all.");
        assertThat(warned.reasons())
                .extracting(line -> line.where().types())
                .containsExactly("Companies, 3 remarks", "Companies, 2 remarks");
        assertThat(warned.reasons()).extracting(reason -> reason.count().text()).containsOnly("1");
        assertThat(view(report).tiles().getLast().note()).isEqualTo("See the 5 remarks");
    }

    @Test
    void saysThatChoicesWait() {
        assertThat(dirty().waiting()).isNull();
        Decision waits =
                ImaginedRecords.waiting(ImaginedRecords.decision("204", "Strategic Account", "VENDOR", true, 3L));
        Decision stands = ImaginedRecords.decision("12", "Distributor", "VENDOR", true, 40L);

        assertThat(WaitingChoices.of(List.of(stands), List.of(), workshop.texts))
                .isNull();
        assertThat(WaitingChoices.of(List.of(waits, stands, waits), List.of(), workshop.texts))
                .isEqualTo(new WaitingChoices(
                        "2 choices wait for the next run",
                        "Apply 2 changed decisions",
                        "6 records, no call to Autotask."));
    }

    @Test
    void addsUpOrSaysByHowMuchItDoesNot() {
        assertThat(dirty().sum().missing()).isNull();

        Report off = new Report(
                List.of(
                        progress("companies", EntityStatus.DONE, 10L, 10, 9, 0, 0),
                        progress("contacts", EntityStatus.DONE, 10L, 10, 12, 0, 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(view(off).sum().missing()).isEqualTo("Does not add up: 3 records");
    }

    @Test
    void groupsReasonsByOutcomeWithTheMostFrequentFirst() {
        List<ReportView.Group> groups = dirty().groups();

        assertThat(groups)
                .extracting(ReportView.Group::title)
                .containsExactly("Failed", "Skipped", "Loaded with a warning");
        assertThat(groups).extracting(group -> group.count().text()).containsExactly("13", "130", "1,128");
        ReportView.ReasonLine invalid = groups.getFirst().reasons().getFirst();
        assertThat(invalid.title()).isEqualTo("Value not accepted");
        assertThat(invalid.where()).isEqualTo(new Where("11 contacts, 1 company", null, ""));
        assertThat(invalid.count().text()).isEqualTo("12");
        assertThat(invalid.href()).isEqualTo("/m/issues?outcome=failed&code=INVALID_VALUE");
        assertThat(groups.getLast().text()).isEqualTo("In Ascent, with 521 remarks in all.");
    }

    @Test
    void saysANumberOnce() {
        Report report = new Report(
                List.of(new EntityProgress("contacts", EntityStatus.DONE, 30L, 30, 30, 30, 0, 0, 0, 0, 0, 30, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ReasonCount("contacts", "INVALID_EMAIL", 30)),
                List.of());

        ReportView.Group warned = view(report).groups().getFirst();

        assertThat(warned.count().text()).isEqualTo("30");
        assertThat(warned.text()).isEqualTo("In Ascent, each with a remark.");
        assertThat(warned.reasons().getFirst().count().text()).isEqualTo("30");
        assertThat(warned.reasons().getFirst().where()).isEqualTo(new Where("Contacts", null, ""));
        assertThat(view(report).tiles().getLast().note()).isEqualTo("See the remarks");
    }

    @Test
    void namesTheTypesWithTheMostRecordsAndHoldsTheOthersReady() {
        Report report = new Report(
                List.of(new EntityProgress("tasks", EntityStatus.DONE, 40L, 40, 0, 0, 0, 0, 0, 40, 0, 0, null)),
                List.of(),
                Stream.of("companies 1", "contacts 11", "assets 3", "tasks 33", "taskNotes 27")
                        .map(share -> share.split(" "))
                        .map(share -> new ReasonCount(share[0], "PARENT_NOT_IMPORTED", Long.parseLong(share[1])))
                        .toList(),
                List.of(),
                List.of(),
                List.of());

        assertThat(view(report).groups().getFirst().reasons().getFirst().where())
                .isEqualTo(
                        new Where("33 tasks, 27 task notes, 11 contacts", "and 2 more types", "3 assets, 1 company"));
    }

    @Test
    void showsACodeNobodyExplainedYet() {
        ReportView.ReasonLine unknown = dirty().groups().getLast().reasons().getLast();

        assertThat(unknown.title()).isEqualTo("Of tomorrow");
        assertThat(unknown.text()).startsWith("This reason comes from another version of Ascent");
    }

    @Test
    void listsValuesNobodyKnowsWithTheMostFrequentFirst() {
        ReportView.Unknown unknown = dirty().unknown();

        assertThat(unknown).isNotNull();
        assertThat(unknown.badge()).isEqualTo("5 values");
        assertThat(unknown.values())
                .extracting(ReportView.UnknownValue::label)
                .containsExactly("Strategic Account", "Value 14", "No value", "Value 15", "Gold");
        assertThat(unknown.values())
                .extracting(ReportView.UnknownValue::note)
                .containsExactly(
                        "Unknown to Ascent",
                        "No label in Autotask any more",
                        "Empty in Autotask",
                        "No label in Autotask any more",
                        "No longer offered in Autotask");
        assertThat(unknown.values())
                .extracting(ReportView.UnknownValue::usedInstead)
                .containsExactly(
                        "Customer",
                        "The number alone, under Source",
                        "Customer",
                        "The number alone, under Source",
                        "Gold, kept as it is");
    }

    /** Figures that cannot be never had a label, and nobody reads JSON. */
    @ParameterizedTest
    @CsvSource({
        "completedPercentage, 130, 130%, 100, 130%, 100",
        "estimatedHours, -4.0000, -4 hours, , -4 hours, Left empty",
        "lagDays, 1.5, 1.5 days, , 1.5 days, Left empty",
        "estimatedHours, 99999999999999999, 99999999999999999 hours, , 99999999999999999 hours, Left empty",
        "title, '{\"value\":\"Old server\"}', , , Several values in place of one, Left empty"
    })
    void showsWhatIsNoPicklistValueAsItIs(
            String field, String value, @Nullable String label, @Nullable String used, String shown, String inAscent) {
        Report report = new Report(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new UnmappedValue("tasks", field, value, label, 3, used)));

        ReportView view = screen.of(report, Scope.EVERYTHING, "/m", List.of(), List.of(), List.of(), List.of());

        assertThat(view.unknown()).isNotNull();
        assertThat(view.unknown().values()).singleElement().satisfies(line -> {
            assertThat(line.label()).isEqualTo(shown);
            assertThat(line.note()).isEqualTo("None of the values that belong there");
            assertThat(line.usedInstead()).isEqualTo(inAscent);
        });
    }

    /** Whether Autotask still offers a value is said as the choices say it. */
    @ParameterizedTest
    @CsvSource({
        "companyType, CUSTOMER, true, Unknown to Ascent",
        "companyType, CUSTOMER, false, No longer offered in Autotask",
        "billToAddressToUse, Billing address, true, 'Unknown to Ascent, or no longer offered'"
    })
    void saysOfAValueWhatTheChoicesSay(String field, String used, boolean offered, String note) {
        Report report = new Report(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new UnmappedValue("companies", field, "204", "Referral Source", 3, used)));
        Decision decision = ImaginedRecords.decision("204", "Referral Source", null, false, 3L);
        if (!offered) {
            decision = ImaginedRecords.withdrawn(decision);
        }

        ReportView view = screen.of(report, Scope.EVERYTHING, "/m", List.of(), List.of(), List.of(decision), List.of());

        assertThat(view.unknown()).isNotNull();
        assertThat(view.unknown().values())
                .extracting(ReportView.UnknownValue::note)
                .containsExactly(note);
    }

    @Test
    void tellsWhatRestrictedPeopleDoNotSee() {
        assertThat(dirty().notices())
                .extracting(ReportView.Notice::title)
                .containsExactly("6 new clients are in no client access group", "Only some contacts could be read");
        assertThat(view(Imagined.clean()).notices()).isEmpty();
    }

    private static Report empty() {
        return new Report(
                List.of(progress("contacts", EntityStatus.DONE, 0L, 0, 0, 0, 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String plain(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
