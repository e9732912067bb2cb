package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.RunView;
import app.ascent.record.Arrivals;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Tells of the import that is under way; where several are, of the one that is nearest to bringing something. */
@Component
class ImportArrivals implements Arrivals {

    /** Each Autotask database has one migration; an organization with more of them than this is not to be expected. */
    private static final Pageable ALL = PageRequest.of(0, 100);

    private final Migrations migrations;
    private final Clock clock;

    ImportArrivals(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    @Override
    public Optional<Arrival> of(OrganizationId organization) {
        return migrations.list(organization, ALL).stream()
                .flatMap(migration -> arrival(migration).stream())
                .min(Comparator.comparing(Arrival::state));
    }

    private Optional<Arrival> arrival(MigrationView migration) {
        RunView run = migration.run();
        if (run == null) {
            return Optional.empty();
        }
        return switch (run.status()) {
            case QUEUED, RUNNING -> Optional.of(arrival(State.UNDER_WAY, migration, null, null));
            case WAITING -> Optional.of(arrival(State.WAITING, migration, run.reason(), ahead(run.resumesAt())));
            case PAUSED -> Optional.of(arrival(State.PAUSED, migration, null, null));
            case FAILED -> Optional.of(arrival(State.STOPPED, migration, run.reason(), null));
            case CREATED, CANCELLED, COMPLETED, COMPLETED_WITH_ISSUES -> Optional.empty();
        };
    }

    private static Arrival arrival(
            State state, MigrationView migration, @Nullable String reason, @Nullable Instant goesOn) {
        return new Arrival(state, reason, goesOn, ImportPages.ROOT + migration.id());
    }

    private @Nullable Instant ahead(@Nullable Instant resumes) {
        return resumes != null && resumes.isAfter(clock.instant()) ? resumes : null;
    }
}
