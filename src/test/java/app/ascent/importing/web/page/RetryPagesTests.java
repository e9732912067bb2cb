package app.ascent.importing.web.page;

import static app.ascent.importing.web.page.Imagined.MIGRATION;
import static app.ascent.importing.web.page.Imagined.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;

import app.ascent.migration.MigrationRefused;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.PageNotice;
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
        RecordView deleted = Imagined.found("companies", 5, "Fjord", Outcome.SKIPPED, "DELETED_IN_ASCENT", null);
        found(deleted);

        assertThat(get(ONE + "/issues?code=DELETED_IN_ASCENT&open=companies.5.DELETED_IN_ASCENT"))
                .bodyText()
                .contains("Add it in Ascent if it is needed again.")
                .doesNotContain("/issues/retry");
        found(Imagined.failed());
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
}
