package app.ascent.journey.inbox;

import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import app.ascent.importing.ClientsForCompanies.Choices;
import app.ascent.importing.ClientsForCompanies.Missing;
import app.ascent.importing.UnknownClient;
import app.ascent.journey.Imagined;
import app.ascent.journey.ImaginedRecords;
import app.ascent.journey.MigrationPage;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.MissingParents.MissingParent;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RetryRows.Key;
import app.ascent.migration.RetryRows.Result;
import app.ascent.migration.RetryRows.Retried;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.PageNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Retries of records, from the report and from the list of issues. */
class RetryPagesTests extends MigrationPage {

    RetryPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @Test
    void triesARecordAgainOrAllOfAReason() {
        finished();
        given(retrying.one(any(), eq("companies"), eq(new SourceId(5)))).willReturn(1);
        given(retrying.allOf(any(), isNull(), eq("SOURCE_ERROR"))).willReturn(12);

        assertThat(post(ONE + "/issues/retry", "entity", "companies", "sourceId", "5"))
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("1 record");
        assertThat(post(ONE + "/issues/retry", "code", "SOURCE_ERROR"))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("12 records");
    }

    @Test
    void offersNoRetryThatWouldChangeNothing() {
        RecordView deleted = ImaginedRecords.found("companies", 5, "Fjord", Outcome.SKIPPED, "DELETED_IN_ASCENT", null);
        found(deleted);

        assertThat(get(ONE + "/issues?code=DELETED_IN_ASCENT&open=companies.5.DELETED_IN_ASCENT"))
                .bodyText()
                .contains("Add it in Ascent if it is needed again.")
                .doesNotContain("/issues/retry");
        found(ImaginedRecords.failed());
        assertThat(get(ONE + "/issues?code=INVALID_VALUE&page=1")).bodyText().contains("/issues/retry", "Retry all");
        stands(migration(Imagined.pulling(RunStatus.RUNNING, null)));
        assertThat(get(ONE + "/issues?code=INVALID_VALUE")).bodyText().doesNotContain("/issues/retry");
    }

    @Test
    void saysWhyARetryIsRefused() {
        finished();
        given(retrying.allOf(any(), any(), any()))
                .willThrow(new MigrationRefused.NothingToRetry("No such record was skipped or failed."))
                .willThrow(new MigrationRefused.NotInThisState(RunStatus.RUNNING, "An import is under way."))
                .willThrow(new MigrationRefused.UnknownValue())
                .willThrow(new MigrationRefused.AlreadyExists(MIGRATION))
                .willThrow(new MigrationRefused.Unknown());
        String[] all = {"code", "SOURCE_ERROR", "entity", " "};

        assertThat(post(ONE + "/issues/retry", all))
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("No such record was skipped or failed.");
        assertThat(post(ONE + "/issues/retry", all))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("An import is under way.");
        assertThat(post(ONE + "/issues/retry", all)).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/issues/retry", "code", "SOURCE_ERROR", "entity", "contacts"))
                .hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/issues/retry", all)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(ONE + "/issues/retry", "entity", "contacts"))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("Choose a record, or a reason, to retry.");
    }

    @Test
    void staysWhereOneIs() {
        finished();
        String here = ONE + "/issues?outcome=failed&code=INVALID_VALUE&page=2&open=a.1.B#record-a-1-B";
        given(retrying.one(any(), any(), any())).willReturn(1).willThrow(new MigrationRefused.NothingToRetry("No."));

        for (int i = 0; i < 2; i++) {
            assertThat(post(ONE + "/issues/retry", "entity", "companies", "sourceId", "5", "back", here))
                    .hasRedirectedUrl(here);
        }
        given(retrying.allOf(any(), any(), any())).willReturn(1);
        for (String elsewhere :
                new String[] {"https://evil.example/", ONE + "//evil.example", "/clients", ONE + "\\x"}) {
            assertThat(post(ONE + "/issues/retry", "code", "SOURCE_ERROR", "back", elsewhere))
                    .hasRedirectedUrl(ONE);
        }
        found(ImaginedRecords.failed());
        assertThat(get(ONE + "/issues?outcome=failed&page=1&open=companies.29684410.INVALID_VALUE.companyName"))
                .bodyText()
                .contains("name=\"back\" value=\"" + ONE + "/issues?outcome=failed&amp;open=companies.29684410.");
    }

    @Test
    void saysWhatCameOfTryingAgain() {
        RecordView failed = ImaginedRecords.failed();
        found(failed);
        given(reports.lastRetry(any())).willReturn(Optional.of(new Result(Imagined.NOW, 3, 0, 1, 1)));
        given(reports.retries(any(), any()))
                .willReturn(Map.of(Key.of(failed), new Retried(Imagined.NOW, "INVALID_VALUE", false)))
                .willReturn(Map.of(Key.of(failed), new Retried(Imagined.NOW, "SOURCE_ERROR", false)))
                .willReturn(Map.of(Key.of(failed), new Retried(Imagined.NOW, "INVALID_VALUE", true)));

        assertThat(get(ONE + "/issues"))
                .bodyText()
                .contains("Tried again at 13:43: same reason")
                .contains(
                        "3 records were tried again at 13:43, those that depend on them included: 1 in Ascent now, 1 with the same reason, 1 with another reason.")
                .doesNotContain("??", "every 2s\" hx-swap=\"outerHTML\" hx-get");
        assertThat(get(ONE + "/issues")).bodyText().contains("another reason than before (Unreadable answer)");
        assertThat(get(ONE + "/issues")).bodyText().contains("Being tried again since 13:43");
        assertThat(get(ONE)).bodyText().contains("3 records were tried again at 13:43");
    }

    @Test
    void keepsTheReportWhileRecordsAreTriedAgain() {
        RunView ended = Imagined.finished(2);
        RunView retrying = Imagined.with(ended, 2, RunStatus.RUNNING, ended.finishedAt());
        stands(migration(retrying));
        reported(Imagined.report(ended));
        given(reports.lastRetry(any())).willReturn(Optional.of(new Result(Imagined.NOW, 12, 12, 0, 0)));

        assertThat(get(ONE))
                .bodyText()
                .contains(
                        "12 records are being tried again since 13:43", "Trying again", "hx-get=\"" + ONE + "/tried\"")
                .doesNotContain("<progress", "Adds up", "??", "action-cancel", "/issues/retry");
        assertThat(get(ONE + "/tried"))
                .bodyText()
                .contains("12 records are being tried again")
                .doesNotContain("<html");
        finished();
        assertThat(get(ONE + "/tried")).hasHeader("HX-Refresh", "true");
    }

    @Test
    void offersAClientInsteadOfARetryWhereTheCompanyIsMissing() {
        RecordView waiting =
                ImaginedRecords.found("contacts", 7, "Bo", Outcome.SKIPPED, "PARENT_NOT_IMPORTED", "companyID", "99");
        found(waiting);
        given(clientsForCompanies.of(any(), any()))
                .willReturn(List.of(
                        new Missing(
                                new MissingParent(
                                        "companies",
                                        new SourceId(99),
                                        "Fjord",
                                        "It failed.",
                                        "contacts",
                                        12,
                                        null,
                                        true),
                                null),
                        new Missing(
                                new MissingParent(
                                        "companies",
                                        new SourceId(98),
                                        null,
                                        "It is gone.",
                                        "contacts",
                                        1,
                                        new UUID(1, 1),
                                        false),
                                "Northwind"),
                        new Missing(
                                new MissingParent("companies", null, null, "None.", "contacts", 2, null, false),
                                null)));
        String under = ONE + "/issues/companies/99/client";

        assertThat(get(ONE + "/issues?code=PARENT_NOT_IMPORTED&open=contacts.7.PARENT_NOT_IMPORTED.companyID"))
                .bodyText()
                .contains("Fjord (99)", "12 contacts", "It failed.", "Company 98", "Imported under Northwind")
                .contains(
                        "No company named",
                        under,
                        "/issues?code=PARENT_NOT_IMPORTED&amp;field=companyID&amp;value=99",
                        "/client/take-back")
                .contains(ONE + "/issues/companies/99\"")
                .doesNotContain("/issues/retry", "??");
        assertThat(get(ONE + "/issues?code=PARENT_NOT_IMPORTED&field=companyID&value=99"))
                .bodyText()
                .doesNotContain("Company 98");

        given(clientsForCompanies.search("north")).willReturn(new Choices(List.of(), false));
        assertThat(get(under + "?search=north"))
                .bodyText()
                .contains("12 contacts of the company Fjord (99)", "It failed.", "No clients fit this search.")
                .doesNotContain("??");
        given(clientsForCompanies.choose(MIGRATION, new SourceId(99), new UUID(2, 2)))
                .willReturn(12)
                .willThrow(UnknownClient.class);
        assertThat(post(under, "client", new UUID(2, 2).toString()))
                .hasRedirectedUrl(ONE + "/issues?code=PARENT_NOT_IMPORTED")
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("12 records are imported now");
        assertThat(post(under, "client", new UUID(2, 2).toString())).hasRedirectedUrl(under);
        assertThat(post(under + "/take-back")).hasRedirectedUrl(ONE + "/issues?code=PARENT_NOT_IMPORTED");
        verify(clientsForCompanies).takeBack(MIGRATION, new SourceId(99));
    }
}
