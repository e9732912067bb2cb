package app.ascent.journey.inbox;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import app.ascent.journey.Imagined;
import app.ascent.journey.ImaginedRecords;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The list of issues, and its records one by one. */
class IssuePagesTests extends MigrationPage {

    IssuePagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @Test
    void listsWhatHasAReason() {
        found(ImaginedRecords.failed(), ImaginedRecords.skipped(), ImaginedRecords.warned());

        assertThat(get(ONE + "/issues"))
                .hasStatusOk()
                .bodyText()
                .contains("Grüne Höfe e.G.", "Without a name", "1,306", "of 1,306")
                .doesNotContain("As it came from Autotask", "??");
    }

    @Test
    void keepsItsFiltersInTheAddress() {
        found(ImaginedRecords.warned());

        assertThat(get(ONE + "/issues?outcome=warned&entity=contacts&code=INVALID_EMAIL&page=2"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/report.csv?outcome=WARNED&amp;entity=contacts&amp;code=INVALID_EMAIL",
                        "Download these as CSV")
                .contains("Clear filters", "outcome=warned&amp;entity=contacts&amp;code=INVALID_EMAIL&amp;page=");
        verify(reports)
                .issues(
                        FJORDLIGHT,
                        MIGRATION,
                        new RecordFilter("contacts", Outcome.WARNED, "INVALID_EMAIL", null),
                        PageRequest.of(2, 25));
    }

    @Test
    void listsWhatAnyNumberOfTheReportCounts() {
        found(ImaginedRecords.warned());
        given(reports.pulled(any(), any(), any(), any(), isNull(), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.failed()), PageRequest.of(0, 25), 3918));

        assertThat(get(ONE + "/issues?outcome=pulled&entity=companies"))
                .hasStatusOk()
                .bodyText()
                .contains("All records of this run", "Grüne Höfe e.G.", "1–1 of 3,918")
                .doesNotContain("report.csv", "??");
        verify(reports).pulled(FJORDLIGHT, MIGRATION, null, "companies", null, PageRequest.of(0, 25));
        assertThat(get(ONE + "/issues?outcome=loaded&result=created"))
                .bodyText()
                .contains("Records that this run created in Ascent")
                .doesNotContain("??");
        verify(reports)
                .issues(
                        FJORDLIGHT,
                        MIGRATION,
                        new RecordFilter(null, Outcome.LOADED, null, null, "CREATED", null),
                        PageRequest.of(0, 25));
        assertThat(get(ONE + "/issues?outcome=warned&entity=companies&code=UNKNOWN_VALUE&field=companyType&value=204"))
                .bodyText()
                .contains("Records whose company type is “204” in Autotask", "Clear filters");
    }

    @Test
    void namesNoFieldAndNoReasonByTheirNamesInTheApi() {
        found(ImaginedRecords.warned());

        assertThat(get(ONE + "/issues?open=contacts.30684977.INVALID_EMAIL.emailAddress"))
                .bodyText()
                .contains("<td class=\"not-phone\">Email</td>")
                .doesNotContain("<code>INVALID_EMAIL", "<code>emailAddress</code>");
    }

    @Test
    void opensARecordInPlace() {
        found(ImaginedRecords.warned(), ImaginedRecords.failed());

        assertThat(get(ONE + "/issues?open=contacts.30684977.INVALID_EMAIL.emailAddress"))
                .bodyText()
                .contains("As it came from Autotask", "asa@@northwind.example", "Open contact", "Open client")
                .contains(
                        "https://ww19.autotask.net/Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=Open&amp;ID=30684977")
                .contains("… 3 more fields, all empty", "Left empty")
                .doesNotContain("??");
    }

    @Test
    void saysOfAFailedRecordThatNothingWasWritten() {
        found(ImaginedRecords.saying(ImaginedRecords.failed(), "Its name has no letters.", null));

        assertThat(get(ONE + "/issues?open=companies.29684410.INVALID_VALUE.companyName"))
                .bodyText()
                .contains("Its name has no letters.", "Nothing was written.")
                .contains("Correct the field “Name” in Autotask, then retry this record.", "Open in Autotask")
                .doesNotContain("run again");
    }

    @Test
    void namesWhatWasUsedInstead() {
        RecordView unknown = ImaginedRecords.found("contacts", 1, "Ana", Outcome.WARNED, "UNKNOWN_VALUE", "namePrefix");
        RecordView missing = ImaginedRecords.found("contacts", 1, "Ana", Outcome.WARNED, "MISSING_VALUE", "lastName");
        found(ImaginedRecords.saying(unknown, " ", "CUSTOMER"), ImaginedRecords.saying(missing, null, "ana"));

        assertThat(get(ONE + "/issues?open=contacts.1.UNKNOWN_VALUE.namePrefix"))
                .bodyText()
                .contains("Prefix is empty in Autotask; imported as Customer.");
        assertThat(get(ONE + "/issues?open=contacts.1.MISSING_VALUE.lastName"))
                .bodyText()
                .contains("Last name is empty in Autotask, and Ascent needs it. Used instead: ana.");
    }

    @Test
    void doesNotContradictTheReasonOfARecordNobodyCanMend() {
        found(ImaginedRecords.found("companies", 5, null, Outcome.FAILED, "SOURCE_ERROR", null));

        assertThat(get(ONE + "/issues?open=companies.5.SOURCE_ERROR"))
                .bodyText()
                .contains("Name cannot be read", "Autotask sent this record in a form that could not be read.")
                .contains("Have a look at it in Autotask, then retry this record. If it stays so")
                .doesNotContain("Correct the field", "un again");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, 3909", "CANCELLED, run 1", "PAUSED, run 1"})
    void saysWhyThereIsNothingToList(RunStatus status, String why) {
        RunView run = Imagined.run(status, Imagined.COMPANIES_DONE);
        stands(migration(run));
        given(reports.report(FJORDLIGHT, MIGRATION, null)).willReturn(Imagined.report(run));
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 0, 0));
        given(reports.issues(any(), any(), any(), any())).willReturn(Page.empty());

        String everything = bodyOf(ONE + "/issues");

        assertThat(everything.replace(",", "").toLowerCase(Locale.ROOT)).contains(why);
        assertThat(get(ONE + "/issues?outcome=failed")).bodyText().contains("No records fit these filters");
    }

    @Test
    void leadsToTheCompanyThatKeptAContactOut() {
        RecordView contact = ImaginedRecords.saying(
                ImaginedRecords.found(
                        "contacts", 9, "Ana", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "companyID", "29684410"),
                "Its company (29684410) failed, so it has no client to belong to.",
                null);
        found(contact);
        given(reports.issues(
                        any(), any(), eq(new RecordFilter("companies", null, null, new SourceId(29684410))), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.failed())));

        assertThat(get(ONE + "/issues?open=contacts.9.PARENT_NOT_IMPORTED.companyID"))
                .bodyText()
                .contains("Its company Grüne Höfe e.G. (29684410) failed, so it has no client to belong to.")
                .contains("Why its company is missing", ONE + "/issues/companies/29684410");
    }

    @Test
    void saysThatNothingFitsTheFilters() {
        finished();
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 0, 0));
        given(reports.issues(any(), any(), any(), any())).willReturn(new PageImpl<>(List.of()));

        assertThat(get(ONE + "/issues?code=CYCLE")).bodyText().contains("No records fit these filters.");
    }

    @Test
    void givesEachRecordAnAddress() {
        found(ImaginedRecords.warned());

        assertThat(get(ONE + "/issues/contacts/30684977"))
                .hasStatusOk()
                .bodyText()
                .contains("One record", "As it stands in Ascent");
        assertThat(get(ONE + "/issues/contacts/30684977?open=none"))
                .bodyText()
                .doesNotContain("As it stands in Ascent");
    }

    @Test
    void showsARecordThatWasLoadedWithoutARemark() {
        finished();
        RecordView loaded = ImaginedRecords.found("contacts", 7, "Ana", Outcome.LOADED, null, null);
        given(reports.issues(any(), any(), eq(new RecordFilter("contacts", null, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(List.of()));
        given(reports.issues(
                        any(), any(), eq(new RecordFilter("contacts", Outcome.LOADED, null, new SourceId(7))), any()))
                .willReturn(new PageImpl<>(List.of(loaded)));

        assertThat(get(ONE + "/issues/contacts/7")).hasStatusOk().bodyText().contains("Loaded without a remark.");
    }

    @Test
    void hasNoPageForARecordThatNeverCame() {
        finished();
        given(reports.issues(any(), any(), any(), any())).willReturn(new PageImpl<>(List.of()));

        assertThat(get(ONE + "/issues/contacts/8")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsAPayloadThatIsNoJsonAsItCame() {
        RecordView broken = ImaginedRecords.found("contacts", 9, null, Outcome.FAILED, "SOURCE_ERROR", null);
        found(new RecordView(
                broken.entity(),
                broken.sourceId(),
                null,
                Outcome.FAILED,
                null,
                "SOURCE_ERROR",
                null,
                null,
                null,
                null,
                null,
                null,
                "<html>no record</html>",
                null,
                null,
                NOW));

        assertThat(get(ONE + "/issues/contacts/9")).bodyText().contains("&lt;html&gt;no record&lt;/html&gt;");
    }

    @Test
    void quotesNoJsonInASentence() {
        found(ImaginedRecords.found(
                "companies", 5, null, Outcome.FAILED, "SOURCE_ERROR", "companyName", "{\"value\":\"Oakfield\"}"));

        assertThat(get(ONE + "/issues?open=companies.5.SOURCE_ERROR.companyName"))
                .bodyText()
                .contains("in a form that could not be read (several values in place of one), and the record")
                .doesNotContain("Oakfield");
    }

    @Test
    void foldsTheDataOfARecordThatWasNotWritten() {
        found(ImaginedRecords.failed());
        String failed = bodyOf(ONE + "/issues?open=companies.29684410.INVALID_VALUE.companyName");
        found(ImaginedRecords.warned());
        String loaded = bodyOf(ONE + "/issues?open=contacts.30684977.INVALID_EMAIL.emailAddress");

        assertThat(failed).contains("<details class=\"raw-fold\">", "Show the data of this record", "asa@@");
        assertThat(loaded).contains("<details class=\"raw-fold\" open=\"open\">");
    }
}
