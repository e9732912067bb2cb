package app.ascent.journey.run;

import static app.ascent.journey.Imagined.FJORDLIGHT;
import static app.ascent.journey.Imagined.MIGRATION;
import static app.ascent.journey.Imagined.migration;
import static app.ascent.journey.Imagined.pulling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;

import app.ascent.importing.AutotaskMigration;
import app.ascent.journey.Imagined;
import app.ascent.journey.MigrationPage;
import app.ascent.journey.RunHistory;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.RetryRows;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.RunKind;
import app.ascent.web.PageNotice;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of a run under way, its report when it has ended, and those before. */
class RunPagesTests extends MigrationPage {

    RunPagesTests(@Autowired MockMvcTester http) {
        super(http);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, , Pause",
        "RUNNING, , Pause",
        "WAITING, quota, Try now",
        "PAUSED, , Resume",
        "FAILED, credentials-rejected, Replace credentials",
        "CANCELLED, , Run again"
    })
    void showsARunThatHasNotEnded(RunStatus status, String code, String button) {
        stands(migration(pulling(status, code)));

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains(button, "Progress by record type")
                .doesNotContain("??");
    }

    @Test
    void countsBeforeItShowsAShare() {
        stands(migration(
                Imagined.run(RunStatus.RUNNING, Imagined.progress("companies", EntityStatus.PENDING, null, 0, 0, 0, 0)),
                null));

        assertThat(get(ONE)).bodyText().contains("Counting records in Autotask…", "The quota is read when");
    }

    @Test
    void pollsOnlyWhileARunIsActive() {
        stands(migration(pulling(RunStatus.RUNNING, null)));
        assertThat(get(ONE)).bodyText().contains("hx-get=\"" + ONE + "/progress\"");

        stands(migration(pulling(RunStatus.PAUSED, null)));
        assertThat(get(ONE)).bodyText().doesNotContain("hx-get=\"" + ONE + "/progress\"");
    }

    @Test
    void answersAPollWithTheVeryBlockThePageIncludes() {
        stands(migration(pulling(RunStatus.RUNNING, null)));

        MvcTestResult active =
                http.get().uri(ONE + "/progress").header("HX-Request", "true").exchange();

        assertThat(active)
                .hasStatusOk()
                .doesNotContainHeader("HX-Refresh")
                .bodyText()
                .contains("68%")
                .doesNotContain("<html");
    }

    @Test
    void loadsThePageAnewWhenTheRunHasEnded() {
        finished();

        assertThat(http.get()
                        .uri(ONE + "/progress")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .hasHeader("HX-Refresh", "true");
        assertThat(get(ONE + "/progress")).hasRedirectedUrl(ONE);
    }

    @Test
    void reportsWhatARunDid() {
        finished();

        assertThat(get(ONE))
                .hasStatusOk()
                .bodyText()
                .contains("Every record accounted for", "Adds up", "Values that are unknown or no longer offered")
                .contains("Issues by reason", "Previous runs", "Done with Autotask?")
                .doesNotContain("??");
    }

    @Test
    void reportsARunWithoutAnyIssue() {
        RunView run = Imagined.run(RunStatus.COMPLETED, Imagined.COMPANIES_DONE);
        stands(migration(run));
        given(reports.report(FJORDLIGHT, MIGRATION)).willReturn(Imagined.clean());

        assertThat(get(ONE))
                .bodyText()
                .contains("Nothing was skipped and nothing failed.", "No issues")
                .doesNotContain("Issues by reason", "??");
    }

    @Test
    void keepsTheCountersOfEarlierRuns() {
        finished();
        RunView earlier = Imagined.finished(1);
        given(migrations.run(FJORDLIGHT, MIGRATION, earlier.id())).willReturn(Optional.of(earlier));

        assertThat(get(ONE + "/runs/" + earlier.id()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Run 1, 28 Mar 2026",
                        "/issues?run=1",
                        "report.csv?run=1",
                        "The issues are those that this run found.")
                .doesNotContain("??");
        assertThat(get(ONE + "/runs/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void startsPausesAndCancels() {
        assertThat(post(ONE + "/start")).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/start", "conflicts", "AUTOTASK_WINS")).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/pause")).hasRedirectedUrl(ONE);
        assertThat(post(ONE + "/cancel")).hasRedirectedUrl(ONE);

        assertThat(post(ONE + "/start", "kind", "REMAP")).hasRedirectedUrl(ONE);

        verify(service).start(MIGRATION, null, null);
        verify(service).start(MIGRATION, RunKind.REMAP, null);
        verify(service).start(MIGRATION, null, Conflicts.AUTOTASK_WINS);
        verify(service).pause(MIGRATION);
        verify(service).cancel(MIGRATION);
    }

    @Test
    void cancelsARetryAndNotItsRun() {
        stands(migration(Imagined.with(Imagined.finished(2), 2, RunStatus.FAILED, Imagined.NOW)));
        given(reports.lastRetry(any())).willReturn(Optional.of(new RetryRows.Result(Imagined.NOW, 12, 12, 0, 0)));
        given(service.cancel(MIGRATION)).willReturn(true);

        assertThat(get(ONE + "/cancel"))
                .bodyText()
                .contains("Stop trying these records again?", "The run stays as it ended.", "Stop the retry")
                .doesNotContain("Cancel import", "??");
        assertThat(post(ONE + "/cancel"))
                .flash()
                .extractingByKey(PageNotice.ATTRIBUTE)
                .asString()
                .contains("The retry was cancelled.");
    }

    @Test
    void saysWhyItDidNotDoWhatWasAsked() {
        willThrow(new MigrationRefused.NotInThisState(RunStatus.RUNNING, "It runs already."))
                .given(service)
                .start(MIGRATION, null, null);

        MvcTestResult result = post(ONE + "/start");

        assertThat(result).hasRedirectedUrl(ONE);
        assertThat(result.getMvcResult().getFlashMap().get(PageNotice.ATTRIBUTE))
                .isEqualTo(PageNotice.refused("That is not possible now", "It runs already."));
    }

    @Test
    void callsAMigrationWithoutItsRunAFault() {
        AutotaskMigration impossible = migration(null);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> RunHistory.latest(impossible)))
                .isInstanceOf(IllegalStateException.class);
    }
}
