package app.ascent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskMigration;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands above each page of a migration. */
class HeadsTests {

    private final Heads heads = new Workshop().heads;

    @ParameterizedTest
    @CsvSource({
        "QUEUED, started",
        "WAITING, started",
        "FAILED, started",
        "CANCELLED, cancelled today",
        "COMPLETED, finished today",
        "COMPLETED_WITH_ISSUES, finished today"
    })
    void saysWhatTheRunCameTo(RunStatus status, String words) {
        assertThat(head(Imagined.run(status)).sub()).containsIgnoringCase(words);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"CANCELLED", "COMPLETED"})
    void fallsBackOnTheBeginWhereNoEndIsKnown(RunStatus status) {
        RunView run = Imagined.with(Imagined.run(status), 1, status, null);

        assertThat(head(run).sub()).contains("13:42");
    }

    @Test
    void keepsTheReportWhileRecordsAreTriedAgain() {
        RunView retrying = Imagined.with(Imagined.run(RunStatus.RUNNING), 1, RunStatus.RUNNING, Imagined.NOW);

        MigrationHead head = head(retrying);

        assertThat(head.sub()).containsIgnoringCase("finished today");
        assertThat(head.steps()).isEqualTo(StepView.at(StepView.REPORT));
        assertThat(head.actions().cancel()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, decisions being applied since today", "COMPLETED, run 1 applied decisions today"})
    void saysThatARunAppliesDecisions(RunStatus status, String words) {
        assertThat(head(Imagined.remapped(Imagined.run(status))).sub()).contains(words);
    }

    @Test
    void showsTheImportWhereARetryIsHeld() {
        RunView held = Imagined.with(Imagined.run(RunStatus.PAUSED), 1, RunStatus.PAUSED, Imagined.NOW);

        assertThat(head(held).actions().cancel()).isTrue();
    }

    @Test
    void saysWhenItWasCreatedBeforeThereIsARun() {
        AutotaskMigration migration = Imagined.migration(null);

        assertThat(heads.of(migration).sub()).containsIgnoringCase("created today at 13:40");
        assertThat(head(Imagined.run(RunStatus.CREATED)).sub()).containsIgnoringCase("created today at 13:40");
    }

    @Test
    void saysOfWhoIsUnknownThatTheyLeft() {
        UserId gone = new UserId(new UUID(1, 9));

        assertThat(heads.name(null)).isEqualTo("somebody who has left");
        assertThat(heads.name(gone)).isEqualTo("somebody who has left");
        assertThat(heads.names(List.of(gone, Imagined.ZOE)))
                .containsEntry(Imagined.ZOE, "Zoë Lindqvist")
                .containsEntry(gone, "somebody who has left");
    }

    private MigrationHead head(@Nullable RunView run) {
        AutotaskMigration migration = Imagined.migration(run);
        MigrationView view = migration.migration();
        assertThat(view.run()).isEqualTo(run);
        return heads.of(migration);
    }
}
