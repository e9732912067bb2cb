package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.pipeline.Reopening;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries records again that the latest run left out. The run itself goes on with them, so that its fence, its counters and
 * its report are those that hold for everything else: docs/adr/014.
 */
@Service
public class RecordRetries {

    private final StoredMigrations migrations;
    private final Runs runs;
    private final RunQueue queue;
    private final EntityMigrations entities;
    private final ListedTypes types;
    private final Reopening reopening;

    RecordRetries(
            StoredMigrations migrations,
            Runs runs,
            RunQueue queue,
            EntityMigrations entities,
            ListedTypes types,
            Reopening reopening) {
        this.migrations = migrations;
        this.runs = runs;
        this.queue = queue;
        this.entities = entities;
        this.types = types;
        this.reopening = reopening;
    }

    /**
     * Tries one record again; answers how many were found.
     *
     * @throws MigrationRefused.UnknownRecord when no record can be called that
     * @throws MigrationRefused.NotInThisState while a run is under way, stopped or cancelled
     * @throws MigrationRefused.NothingToRetry when the record was not left out, or a retry would change nothing
     */
    @Transactional
    public int one(OrganizationId organization, MigrationId migration, String entity, SourceId record) {
        SourceRef inside = types.inside(entity, record);
        return retry(organization, migration, List.of(inside.type()), inside.id(), null);
    }

    /** Tries all records again that were left out for a reason, of one entity type or of all; answers how many. */
    @Transactional
    public int allOf(OrganizationId organization, MigrationId migration, @Nullable String entity, String code) {
        return retry(organization, migration, entity == null ? entities.types() : entities.parts(entity), null, code);
    }

    /**
     * Tries again what was left out because of one parent, where the latest run has ended with issues; else the next run
     * will, and nothing is tried now. Answers how many.
     *
     * @throws MigrationRefused.NotInThisState while a run is under way
     */
    @Transactional
    public int below(OrganizationId organization, MigrationId migration, SourceRef parent) {
        if (migrations.lock(organization.value(), migration.value()).isEmpty()) {
            throw new MigrationRefused.Unknown();
        }
        Optional<Run> latest = runs.lockLatest(migration.value());
        latest.map(Run::status).filter(RunStatus::active).ifPresent(status -> {
            throw new MigrationRefused.NotInThisState(status, "An import is under way. Choose when it has ended.");
        });
        return latest.filter(run -> run.status() == RunStatus.COMPLETED_WITH_ISSUES)
                .map(run -> {
                    long reopened = reopening.beginBelow(run.id(), parent).worthwhile();
                    if (reopened > 0) {
                        run.queueAgain();
                        queue.add(run);
                    }
                    return Math.toIntExact(reopened);
                })
                .orElse(0);
    }

    private int retry(
            OrganizationId organization,
            MigrationId migration,
            List<EntityType> among,
            @Nullable SourceId record,
            @Nullable String code) {
        // The order of locks is that of Start, so that a retry and a start wait for each other.
        if (migrations.lock(organization.value(), migration.value()).isEmpty()) {
            throw new MigrationRefused.Unknown();
        }
        Run run = runs.lockLatest(migration.value())
                .orElseThrow(() -> new MigrationRefused.NotInThisState(
                        RunStatus.CREATED, "Nothing was imported yet, so there is nothing to retry."));
        if (run.status() != RunStatus.COMPLETED_WITH_ISSUES) {
            throw new MigrationRefused.NotInThisState(run.status(), why(run.status()));
        }
        Reopening.Found found = reopening.begin(run.id(), among, record, code);
        if (found.worthwhile() == 0) {
            throw new MigrationRefused.NothingToRetry(
                    found.hopeless() > 0
                            ? "It was deleted in Ascent after an earlier import. A retry does not bring it back."
                            : "No such record was skipped or failed.");
        }
        run.queueAgain();
        queue.add(run);
        return Math.toIntExact(found.worthwhile());
    }

    private static String why(RunStatus status) {
        return switch (status) {
            case QUEUED, RUNNING, WAITING -> "An import is under way. Retry when it has ended.";
            case PAUSED, FAILED -> "The import has not come to its end. Resume it first, then retry.";
            case CANCELLED -> "The import was cancelled. Run it again instead.";
            case CREATED, COMPLETED, COMPLETED_WITH_ISSUES -> "Nothing was skipped and nothing failed.";
        };
    }
}
