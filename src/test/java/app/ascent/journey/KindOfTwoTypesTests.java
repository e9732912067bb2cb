package app.ascent.journey;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A kind that is two types is one thing on every page, with a row for each type: no page knows it. */
class KindOfTwoTypesTests extends MigrationPage {

    private static final String PART = "class=\"part\"";

    KindOfTwoTypesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @Test
    void isOneRowOfTheReportWithARowForEachType() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);

        String page = bodyOf(ONE);

        assertThat(plain(page))
                .contains("Leases to leases 16 = 15 15 0 0 0 + 1 + 0 0 The leases themselves 4 = 4")
                .contains("Lease items 12 = 11 11 0 0 0 + 1 + 0 0 Total");
        assertThat(page.split(PART)).hasSize(3);
        assertThat(page)
                .contains("/issues?outcome=skipped&amp;entity=leaseItems")
                .doesNotContain("??");
    }

    @Test
    void leadsFromItsSumsToTheRecordsOfAllItsTypes() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);

        assertThat(bodyOf(ONE))
                .contains("/issues?outcome=pulled&amp;kind=leases\"", "/issues?outcome=skipped&amp;kind=leases\"")
                .contains("/issues?outcome=loaded&amp;kind=leases&amp;result=created\"")
                .doesNotContain("kind=leaseItems");
    }

    @Test
    void isOneChoiceOfTheList() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 2, 0));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(), PageRequest.of(0, 25), 0));

        for (String filter : List.of("?outcome=skipped&kind=leases", "?outcome=skipped&entity=kind:leases")) {
            assertThat(bodyOf(ONE + "/issues" + filter))
                    .contains("<option value=\"kind:leases\" selected=\"selected\">Leases, all parts</option>")
                    .contains("/issues?outcome=failed&amp;kind=leases\"")
                    .doesNotContain("report.csv?");
        }
        verify(reports, times(2))
                .issues(
                        FJORDLIGHT,
                        MIGRATION,
                        new RecordFilter("leases", null, Outcome.SKIPPED, null, null, null, null, null),
                        PageRequest.of(0, 25));
    }

    @Test
    void isNamedByItsNumberAndByWhatThatIsOf() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 1, 0));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(part("ContractServices:51"), part("Elsewhere:52"))));

        assertThat(plain(bodyOf(ONE + "/issues")))
                .contains("Out of scope 51, contract service Lease item", "Out of scope 52, Elsewhere Lease item");
    }

    private static RecordView part(String id) {
        RecordView found = ImaginedRecords.found("leaseItems", 51, "Service 11", Outcome.SKIPPED, "OUT_OF_SCOPE", null);
        return new RecordView(
                found.entity(),
                SourceId.of(id),
                found.name(),
                found.outcome(),
                found.result(),
                found.code(),
                found.detail(),
                found.field(),
                found.value(),
                found.label(),
                found.usedInstead(),
                found.parent(),
                found.payload(),
                found.targetId(),
                found.written(),
                found.pulledAt());
    }

    @Test
    void isOneRowOfARunUnderWay() {
        stands(migration(run(
                RunStatus.RUNNING,
                type("leases", EntityStatus.DONE, 4, 0),
                type("leaseItems", EntityStatus.LOADING, 11, 1))));

        String page = bodyOf(ONE);

        assertThat(plain(page))
                .contains("Leases of 16 Loading 16 16 15 1 0 The leases themselves of 4 Done 4 4 4 0 0")
                .contains("Lease items of 12 Loading 12 12 11 1 0");
        assertThat(page.split(PART)).hasSize(3);
    }

    @Test
    void saysWhichOfItsTypesFailed() {
        stands(migration(run(
                RunStatus.FAILED,
                type("leases", EntityStatus.DONE, 4, 0),
                type("leaseItems", EntityStatus.FAILED, 0, 0))));

        assertThat(plain(bodyOf(ONE))).contains("Leases of 4 Stopped").contains("themselves of 4 Done");
    }

    @Test
    void isAGroupAmongTheTypesOfRecords() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 2, 0));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(), PageRequest.of(0, 25), 0));

        assertThat(bodyOf(ONE + "/issues?entity=leaseItems"))
                .containsSubsequence(
                        "<optgroup label=\"Leases\">",
                        "<option value=\"leases\">The leases themselves</option>",
                        "<option value=\"leaseItems\" selected=\"selected\">Lease items</option>",
                        "</optgroup>");
    }

    @Test
    void saysWhatARecordOfItWaitsFor() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);
        given(reports.counts(any(), any(), any())).willReturn(new Counts(1, 1, 0));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.found(
                        "leaseItems", 9, "Printer", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "leaseID", "7"))));
        given(reports.issues(any(), any(), eq(new RecordFilter("leases", null, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(
                        List.of(ImaginedRecords.found("leases", 7, "Office", Outcome.FAILED, "INVALID_VALUE", null))));

        assertThat(plain(bodyOf(ONE + "/issues?open=leaseItems.9.PARENT_NOT_IMPORTED.leaseID")))
                .contains("Its lease Office (7) failed, so it has no lease to belong to.")
                .contains("Why its lease is missing", "It comes along when its lease is imported.")
                .doesNotContain("Import under client");
    }

    /** What is left out on purpose does not come, and neither does what belongs to it. */
    @Test
    void doesNotPromiseWhatBelongsToAPattern() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 2, 0));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.found(
                        "leaseItems", 9, "Printer", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "leaseID", "7"))));
        given(reports.issues(any(), any(), eq(new RecordFilter("leases", null, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(List.of(
                        ImaginedRecords.found("leases", 7, "Office", Outcome.SKIPPED, "NOT_A_PROJECT", "leaseType"))));

        assertThat(plain(bodyOf(ONE + "/issues?open=leaseItems.9.PARENT_NOT_IMPORTED.leaseID")))
                .contains("Its lease Office (7) is a template or a baseline in Autotask", "this belongs to it")
                .contains("It stays in Autotask with it.")
                .doesNotContain("It comes along when", "was skipped");
    }

    /** The way back to it may be longer. */
    @Test
    void doesNotPromiseWhatBelongsToAPartOfAPattern() {
        reported(RunStatus.COMPLETED_WITH_ISSUES);
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 3, 0));
        given(reports.issues(any(), any(), any(), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.found(
                        "leaseItems", 9, "Printer", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "leaseID", "7"))));
        given(reports.issues(any(), any(), eq(new RecordFilter("leases", null, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.found(
                        "leases", 7, "Office", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "companyID", "5"))));
        given(reports.issues(any(), any(), eq(new RecordFilter("companies", null, null, new SourceId(5))), any()))
                .willReturn(new PageImpl<>(List.of(
                        ImaginedRecords.found("companies", 5, "Pattern", Outcome.SKIPPED, "NOT_A_PROJECT", "type"))));

        assertThat(plain(bodyOf(ONE + "/issues?open=leaseItems.9.PARENT_NOT_IMPORTED.leaseID")))
                .contains("Its lease Office (7) was skipped", "choose another type for its company")
                .doesNotContain("It comes along when");
    }

    @Test
    void isAGroupAmongTheValuesThatAreChosen() {
        stands(migration(Imagined.finished(2)));
        given(choices.of(MIGRATION))
                .willReturn(List.of(
                        decision("leaseItems", "form"),
                        ImaginedRecords.decision("204", "Strategic Account", "VENDOR", true, 3L),
                        decision("leases", "form")));

        assertThat(plain(bodyOf(ONE + "/values")))
                .containsSubsequence(
                        "Leases",
                        "Forms of items Lease items",
                        "form The leases themselves",
                        "Companies",
                        "Company types");
    }

    @Test
    void isOneRowOfWhatWillBeImported() {
        stands(migration(null));
        given(migrations.entities()).willReturn(List.of("companies", "leases", "leaseItems"));
        given(reports.decisions(FJORDLIGHT, MIGRATION)).willReturn(List.of());

        assertThat(plain(bodyOf(ONE)))
                .contains("Leases Leases Ended ones come along. The leases themselves Leases Lease items Lease items")
                .contains("Each with its price.");
    }

    @Test
    void keepsItsTypesTogetherWhateverIsLoadedBetweenThem() {
        assertThat(KindRows.of(List.of("leases", "companies", "leaseItems"), kind -> kind.substring(0, 2)))
                .extracting(KindRows::rows)
                .containsExactly(List.of("leases", "leaseItems"), List.of("companies"));
    }

    private void reported(RunStatus status) {
        RunView run =
                run(status, type("leases", EntityStatus.DONE, 4, 0), type("leaseItems", EntityStatus.DONE, 11, 1));
        stands(migration(run));
        reported(new Report(run.entities(), List.of(), List.of(), List.of(), List.of(), List.of()));
        holds(Map.of("leases", 4L, "leaseItems", 11L));
    }

    private static RunView run(RunStatus status, EntityProgress... types) {
        return Imagined.with(Imagined.run(status, types), 1, status, status.terminal() ? NOW : null);
    }

    private static EntityProgress type(String type, EntityStatus status, long loaded, long skipped) {
        long pulled = loaded + skipped;
        return new EntityProgress(
                type, "leases", status, null, pulled, pulled, loaded, loaded, 0, 0, 0, skipped, 0, 0, 0, null, null);
    }

    private static Decision decision(String type, String field) {
        Decision companyType = ImaginedRecords.decision("1", "Rented", "OTHER", false, 3L);
        return new Decision(
                type,
                field,
                companyType.value(),
                companyType.label(),
                companyType.target(),
                companyType.usedOtherwise(),
                companyType.byPerson(),
                companyType.records(),
                companyType.targets(),
                companyType.offered(),
                companyType.waits());
    }

    /** What is read on a page. */
    private static String plain(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
