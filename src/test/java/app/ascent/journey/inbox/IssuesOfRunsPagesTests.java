package app.ascent.journey.inbox;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import app.ascent.journey.Imagined;
import app.ascent.journey.ImaginedRecords;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RetryRows.Key;
import app.ascent.migration.RetryRows.Retried;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Lists of several runs lead to one another, and a record is told only what can be done about it now. */
class IssuesOfRunsPagesTests extends MigrationPage {

    IssuesOfRunsPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUNNING   | false | Run 2 has not ended.",
                "PAUSED    | false | Run 2 has not ended.",
                "FAILED    | false | Run 2 has not ended.",
                "CANCELLED | false | Run 2 was cancelled.",
                "COMPLETED | false | Run 2 followed it.",
                "RUNNING   | true  | Run 2 followed it."
            })
    void leadsFromTheListOfAnEndedRunToTheLatest(RunStatus latest, boolean retrying, String words) {
        found(ImaginedRecords.failed());
        stands(migration(Imagined.with(Imagined.finished(2), 2, latest, retrying ? NOW : null)));
        isListed(1, Imagined.finished(1));

        assertThat(get(ONE + "/issues?run=1"))
                .bodyText()
                .contains("This is the list of run 1", words, "Issues of run 2", ONE + "/issues?run=2")
                .doesNotContain("??");
    }

    @Test
    void leadsFromACancelledRunToTheLastOneThatEnded() {
        found(ImaginedRecords.failed());
        stands(migration(Imagined.with(Imagined.finished(2), 2, RunStatus.CANCELLED, NOW)));
        isListed(null, Imagined.finished(1));
        isListed(2, Imagined.with(Imagined.finished(2), 2, RunStatus.CANCELLED, NOW));

        assertThat(get(ONE + "/issues?run=2"))
                .bodyText()
                .contains("as far as it came. Run 1 is the last one that came to its end.", "Issues of run 1");
    }

    @Test
    void saysOfARunLongPastThatItsRecordsAreNoLongerListed() {
        found();
        stands(migration(Imagined.finished(12)));
        isListed(2, Imagined.finished(2));
        given(reports.counts(any(), any(), any())).willReturn(new Counts(0, 0, 0));
        given(reports.issues(any(), any(), any(), any())).willReturn(Page.empty());
        given(migrations.run(any(), any(), any())).willReturn(Optional.of(Imagined.finished(2)));

        assertThat(get(ONE + "/issues?run=2"))
                .bodyText()
                .contains("The records behind the figures of run 2 are no longer kept.")
                .doesNotContain("were loaded without a remark", "??");
        assertThat(get(ONE + "/runs/" + Imagined.finished(2).id()))
                .bodyText()
                .contains("Which records are behind these figures is no longer kept.", "3,918")
                .doesNotContain("Download CSV", "Issues of run 2");
    }

    @Test
    void listsWhatAnEarlierRunPulledWithAddressesOfThatRun() {
        found();
        isListed(1, Imagined.finished(1));
        given(reports.report(FJORDLIGHT, MIGRATION, 1)).willReturn(Imagined.report(Imagined.finished(1)));
        given(reports.pulled(any(), any(), any(), any(), eq(1), any()))
                .willReturn(new PageImpl<>(List.of(ImaginedRecords.failed()), PageRequest.of(0, 25), 1));

        assertThat(get(ONE + "/issues?run=1&outcome=pulled&open=companies.29684410.INVALID_VALUE.companyName"))
                .bodyText()
                .contains("All records of this run", ONE + "/issues/companies/29684410?run=1")
                .contains("Correct the field “Name” in Autotask, then run again.")
                .doesNotContain("/issues/retry", "retry this record");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_VALUE  | COMPLETED_WITH_ISSUES | Correct the value in Autotask, then retry this record.",
                "INVALID_VALUE  | CANCELLED             | Correct the value in Autotask, then run again.",
                "INVALID_VALUE  | RUNNING               | Correct the value in Autotask, then retry it when this run has ended.",
                "INVALID_VALUE  | PAUSED                | Correct the value in Autotask, then retry it when this run has ended.",
                "INTERNAL_ERROR | COMPLETED_WITH_ISSUES | To have it tried once more, retry this record.",
                "INTERNAL_ERROR | CANCELLED             | To have it tried once more, run again.",
                "OF_TOMORROW    | COMPLETED_WITH_ISSUES | To have it tried once more, retry this record."
            })
    void givesOneAdviceThatCanBeFollowedNow(String code, RunStatus status, String advice) {
        found(ImaginedRecords.found("companies", 5, "Fjord", Outcome.FAILED, code, null));
        stands(migration(Imagined.with(Imagined.finished(2), 2, status, null)));

        String page = bodyOf(ONE + "/issues?open=companies.5." + code);

        assertThat(page).contains(advice);
        assertThat(page.split("un again|etry (it|this record)", -1))
                .as("one advice")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "99, COMPLETED_WITH_ISSUES, true",
                "99, RUNNING, false",
                "none, COMPLETED_WITH_ISSUES, false",
                "-, CANCELLED, false"
            },
            nullValues = "-")
    void offersAClientWhereTheMissingCompanyIsKnownAndNoRunIsUnderWay(
            @Nullable String company, RunStatus status, boolean offered) {
        RecordView contact = ImaginedRecords.found(
                "contacts", 9, "Ana", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "companyID", company);
        found(contact);
        stands(migration(Imagined.with(Imagined.finished(2), 2, status, null)));
        given(reports.issues(any(), any(), eq(new RecordFilter("companies", null, null, new SourceId(99))), any()))
                .willReturn(new PageImpl<>(List.of(
                        ImaginedRecords.found("companies", 99, "Fjord", Outcome.WARNED, "SAME_NAME", "companyName"))));

        String page = bodyOf(ONE + "/issues?open=contacts.9.PARENT_NOT_IMPORTED.companyID");

        assertThat(page.contains("Import under client…")).isEqualTo(offered);
        assertThat(page)
                .contains("It comes along when its company is imported.")
                .doesNotContain("Why its company is missing");
    }

    @Test
    void saysOfARecordThatWasTriedAgainThatItIsInAscent() {
        RecordView loaded = ImaginedRecords.warned();
        found(loaded);
        given(reports.retries(any(), any()))
                .willReturn(Map.of(Key.of(loaded), new Retried(NOW, "INVALID_VALUE", false)));

        assertThat(get(ONE + "/issues")).bodyText().contains("Tried again at 13:43: it is in Ascent now");
    }

    private void isListed(@Nullable Integer asked, RunView run) {
        given(reports.run(FJORDLIGHT, MIGRATION, asked)).willReturn(Optional.of(run));
        given(reports.report(FJORDLIGHT, MIGRATION, run.number())).willReturn(Imagined.report(run));
    }
}
