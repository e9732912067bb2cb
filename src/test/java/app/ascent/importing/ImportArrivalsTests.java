package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Source;
import app.ascent.record.Arrivals.Arrival;
import app.ascent.record.Arrivals.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.domain.PageImpl;

/** What an empty list of clients says of the import that is to fill it. */
class ImportArrivalsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final UserId OWNER = new UserId(new UUID(1, 1));

    private final Migrations migrations = mock();
    private final ImportArrivals arrivals = new ImportArrivals(migrations, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"QUEUED, UNDER_WAY", "RUNNING, UNDER_WAY", "WAITING, WAITING", "PAUSED, PAUSED", "FAILED, STOPPED"})
    void tellsHowTheImportStands(RunStatus status, State state) {
        stand(run(status, NOW.plusSeconds(60)));

        assertThat(arrivals.of(ORGANIZATION))
                .get()
                .satisfies(arrival -> assertThat(arrival.state()).isEqualTo(state))
                .satisfies(arrival -> assertThat(arrival.address())
                        .isEqualTo("/admin/autotask-migration/" + new MigrationId(new UUID(7, 0))));
    }

    @Test
    void tellsWhyItWaitsAndSinceWhenItGoesOnOnlyWhereThatLiesAhead() {
        stand(run(RunStatus.WAITING, NOW.plusSeconds(60)));
        Arrival ahead = arrivals.of(ORGANIZATION).orElseThrow();
        stand(run(RunStatus.WAITING, NOW));
        Arrival now = arrivals.of(ORGANIZATION).orElseThrow();
        stand(run(RunStatus.WAITING, null));

        assertThat(ahead.reason()).isEqualTo("Autotask asks for a break.");
        assertThat(ahead.goesOn()).isEqualTo(NOW.plusSeconds(60));
        assertThat(now.goesOn()).isNull();
        assertThat(arrivals.of(ORGANIZATION)).get().extracting(Arrival::goesOn).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"CANCELLED", "COMPLETED", "COMPLETED_WITH_ISSUES"})
    void promisesNothingOfAnImportThatIsOver(RunStatus status) {
        stand(run(status, null));

        assertThat(arrivals.of(ORGANIZATION)).isEmpty();
    }

    @Test
    void promisesNothingBeforeTheFirstRun() {
        stand((RunView) null);

        assertThat(arrivals.of(ORGANIZATION)).isEmpty();
    }

    @Test
    void ofSeveralTellsOfTheOneThatIsNearestToBringingSomething() {
        stand(run(RunStatus.FAILED, null), run(RunStatus.RUNNING, null), run(RunStatus.PAUSED, null));

        assertThat(arrivals.of(ORGANIZATION)).get().extracting(Arrival::state).isEqualTo(State.UNDER_WAY);
    }

    private void stand(@Nullable RunView... runs) {
        List<MigrationView> found = Stream.iterate(0, at -> at + 1)
                .limit(runs.length)
                .map(at -> new MigrationView(
                        new MigrationId(new UUID(7, at)),
                        new Source("AUTOTASK", 91_234, new UUID(3, 3)),
                        status(runs[at]),
                        NOW,
                        OWNER,
                        Scope.EVERYTHING,
                        runs[at]))
                .toList();
        when(migrations.list(eq(ORGANIZATION), any())).thenReturn(new PageImpl<>(found));
    }

    private static RunStatus status(@Nullable RunView run) {
        return run == null ? RunStatus.CREATED : run.status();
    }

    private static RunView run(RunStatus status, @Nullable Instant resumesAt) {
        return new RunView(
                new RunId(new UUID(9, 9)),
                1,
                RunKind.FULL,
                status,
                null,
                "Autotask asks for a break.",
                null,
                null,
                resumesAt,
                null,
                null,
                NOW,
                null,
                OWNER,
                null,
                null,
                Conflicts.KEEP_ASCENT,
                Scope.EVERYTHING,
                0,
                null,
                null,
                Duration.ZERO,
                List.of());
    }
}
