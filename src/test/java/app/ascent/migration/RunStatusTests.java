package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStatusTests {

    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
    private static final UserId OWNER = new UserId(UUID.randomUUID());

    private final Run run = new Run(
            new RunId(UUID.randomUUID()),
            new Migration(
                    new MigrationId(UUID.randomUUID()),
                    new OrganizationId(UUID.randomUUID()),
                    new Source("FAKE", 1, UUID.randomUUID()),
                    OWNER,
                    NOON),
            1,
            RunKind.FULL,
            Conflicts.KEEP_ASCENT,
            OWNER,
            NOON);

    @ParameterizedTest
    @EnumSource
    void endsForGoodOnlyWhenItIsTerminal(RunStatus status) {
        assertThat(status.terminal())
                .isEqualTo(status == RunStatus.CANCELLED
                        || status == RunStatus.COMPLETED
                        || status == RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(status.resumable() && !status.mayBecome(RunStatus.QUEUED)).isFalse();
    }

    @Test
    void refusesAStepItsStatusDoesNotAllow() {
        assertThatThrownBy(() -> run.complete(false, NOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUEUED")
                .hasMessageContaining("COMPLETED");
        run.cancel(OWNER, NOON);
        assertThatThrownBy(run::queueAgain).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void worksOnlyWhileItRuns() {
        run.take(NOON, null);
        assertThat(run.worked(NOON.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        run.await("quota", "Used up.", NOON.plusSeconds(10), NOON.plusSeconds(70));
        assertThat(run.worked(NOON.plusSeconds(60))).isEqualTo(Duration.ofSeconds(10));
        run.take(NOON.plusSeconds(70), null);
        run.pause(OWNER, NOON.plusSeconds(75));

        assertThat(run.worked(NOON.plusSeconds(500))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void doesNotCountTheTimeANodeWasDead() {
        run.take(NOON, null);

        run.take(NOON.plusSeconds(100), NOON.plusSeconds(40));

        assertThat(run.worked(NOON.plusSeconds(101))).isEqualTo(Duration.ofSeconds(41));
        assertThat(run.fence()).isEqualTo(2);
    }

    @Test
    void forgetsWhyItStoppedWhenItGoesOn() {
        run.take(NOON, null);
        run.fail(new RunFailure("fault", "Stopped.", "7f3a-91c2", null), NOON);
        assertThat(run.finishedAt()).isEqualTo(NOON);

        run.queueAgain();

        assertThat(run.reasonCode()).isNull();
        assertThat(run.reason()).isNull();
        assertThat(run.errorId()).isNull();
        assertThat(run.finishedAt()).isNull();
        assertThat(run.ticket()).isEqualTo(2);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"1,1", "2,2", "3,4", "4,8", "5,15", "6,15", "90,15"})
    void waitsLongerAndLonger(int attempt, long minutes) {
        assertThat(RunExecutions.pause(attempt)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
