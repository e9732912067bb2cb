package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.decision.ParentChoices;
import app.ascent.migration.decision.Picklists;
import app.ascent.migration.decision.ValueDecisions;
import app.ascent.migration.pipeline.Checkpoints;
import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.pipeline.Refusals;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Source;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the engine. Everything it answers is read from the database, so any node can answer. */
@Service
public class Migrations {

    /** What audit entries call a migration. */
    public static final String AUDITED_AS = "Integration";

    /**
     * How much the engine keeps of a migration.
     *
     * @param staged copies of the source's records
     * @param remembered records of which it is known what they became
     * @param choices picklist values of which a person chose what they become; these are kept
     * @param parents missing parents in whose place a person put a record of Ascent; these are kept, too
     */
    public record Stored(long staged, long remembered, long choices, long parents) {}

    private final StoredMigrations migrations;
    private final Runs runs;
    private final RunViews views;
    private final MigrationViews migrationViews;
    private final Scopes scopes;
    private final RunQueue queue;
    private final RunEnd end;
    private final RunUsage usage;
    private final Removal removal;
    private final EarlierCopies copies;
    private final Checkpoints checkpoints;
    private final EntityMigrations entities;
    private final Refusals refusals;
    private final ValueDecisions decisions;
    private final Picklists picklists;
    private final ParentChoices parents;
    private final DatabaseTime time;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Migrations(
            StoredMigrations migrations,
            Runs runs,
            RunViews views,
            MigrationViews migrationViews,
            Scopes scopes,
            RunQueue queue,
            RunEnd end,
            RunUsage usage,
            Removal removal,
            EarlierCopies copies,
            Checkpoints checkpoints,
            EntityMigrations entities,
            Refusals refusals,
            ValueDecisions decisions,
            Picklists picklists,
            ParentChoices parents,
            DatabaseTime time,
            Clock clock,
            ApplicationEventPublisher events) {
        this.migrations = migrations;
        this.runs = runs;
        this.views = views;
        this.migrationViews = migrationViews;
        this.scopes = scopes;
        this.queue = queue;
        this.end = end;
        this.usage = usage;
        this.removal = removal;
        this.copies = copies;
        this.checkpoints = checkpoints;
        this.entities = entities;
        this.refusals = refusals;
        this.decisions = decisions;
        this.picklists = picklists;
        this.parents = parents;
        this.time = time;
        this.clock = clock;
        this.events = events;
    }

    /** @throws MigrationRefused.AlreadyExists when the organization already migrates that database */
    @Transactional
    public MigrationId create(OrganizationId organization, UserId by, Source source) {
        migrations.oneAfterTheOther(organization.hashCode());
        migrations
                .findByOrganizationIdAndSourceSystemAndSourceDatabase(
                        organization.value(), source.system(), source.database())
                .ifPresent(existing -> {
                    throw new MigrationRefused.AlreadyExists(existing.id());
                });
        if (removal.goesOn(organization, source)) {
            throw new MigrationRefused.NotInThisState(
                    RunStatus.CREATED,
                    "The earlier migration of this database is still being deleted. Try again in a minute.");
        }
        MigrationId id = new MigrationId(newId());
        migrations.save(new Migration(id, organization, source, by, clock.instant()));
        migrations.flush();
        decisions.takeUp(organization, id);
        parents.takeUp(organization, id);
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<MigrationView> find(OrganizationId organization, MigrationId migration) {
        return migrations
                .findByOrganizationIdAndId(organization.value(), migration.value())
                .map(found -> migrationViews.of(List.of(found)).getFirst());
    }

    @Transactional(readOnly = true)
    public Page<MigrationView> list(OrganizationId organization, Pageable page) {
        Page<Migration> found = migrations.findByOrganizationIdOrderByCreatedAtDescIdDesc(organization.value(), page);
        return new PageImpl<>(migrationViews.of(found.getContent()), page, found.getTotalElements());
    }

    /** Begins a run that reads everything, continues a stopped one, or tries a waiting one again now. */
    @Transactional
    public void start(OrganizationId organization, UserId by, MigrationId migration, Conflicts conflicts) {
        start(organization, by, migration, null, conflicts);
    }

    /**
     * Begins a run, continues a stopped one, or tries a waiting one again now.
     *
     * @param kind what the run does; null where that is for Ascent to say: a run that goes on is what it is, a new one reads
     *     everything
     * @throws MigrationRefused.NotInThisState also when another kind of run is to go on first, or what is there to remap is
     *     nothing, or was not read completely
     */
    @Transactional
    public void start(
            OrganizationId organization,
            UserId by,
            MigrationId migration,
            @Nullable RunKind kind,
            Conflicts conflicts) {
        Migration locked = lock(organization, migration);
        Optional<Run> latest = runs.lockLatest(migration.value());
        RunStatus status = latest.map(Run::status).orElse(RunStatus.CREATED);
        if (status == RunStatus.QUEUED || status == RunStatus.RUNNING) {
            throw new MigrationRefused.NotInThisState(status, "The migration is already running.");
        }
        if (latest.isPresent() && status.resumable()) {
            if (kind != null && kind != latest.get().kind()) {
                throw new MigrationRefused.NotInThisState(
                        status, "A run of another kind has not come to its end. Resume it, or cancel it first.");
            }
            goOn(latest.get());
        } else {
            RunKind begun = kind == null ? RunKind.FULL : kind;
            if (!begun.reads()) {
                copies.suffice(organization, migration, scopes.of(migration), status);
            }
            begin(locked, latest.map(Run::number).orElse(0) + 1, begun, conflicts, by);
        }
    }

    private void goOn(Run run) {
        // While it is paused or stopped nobody asks the source, so that its silence does not go on.
        if (run.status() != RunStatus.WAITING) {
            usage.outageOver(run.id());
        }
        // Whoever tries records again does not begin with the types that could not be read.
        if (run.status() == RunStatus.FAILED && run.completedAt() == null) {
            refusals.forget(run.id());
        }
        run.queueAgain();
        queue.add(run);
    }

    private void begin(Migration migration, int number, RunKind kind, Conflicts conflicts, UserId by) {
        Run run = runs.save(new Run(new RunId(newId()), migration, number, kind, conflicts, by, time.now()));
        runs.flush();
        usage.open(run.id());
        scopes.begin(run);
        checkpoints.open(run.id(), scopes.of(run.id()));
        events.publishEvent(new RunBegun(run.organization(), run.id(), migration.source()));
        queue.add(run);
    }

    @Transactional
    public void pause(OrganizationId organization, UserId by, MigrationId migration) {
        stop(organization, migration, RunStatus.PAUSED, "There is nothing to pause.")
                .pause(by, time.now());
    }

    /**
     * Cancels what is under way: a run, or only the retry of single records of a run, which then stands as it ended,
     * at once or when what came of it is compared and linked.
     *
     * @return the number of the run whose retry it was; empty where the run itself was cancelled
     */
    @Transactional
    public OptionalInt cancel(OrganizationId organization, UserId by, MigrationId migration) {
        Run run = stop(organization, migration, RunStatus.CANCELLED, "There is nothing to cancel.");
        if (run.completedAt() == null) {
            run.cancel(by, time.now());
            return OptionalInt.empty();
        }
        end.leaveRetry(run);
        if (run.status() == RunStatus.QUEUED) {
            queue.add(run);
        }
        return OptionalInt.of(run.number());
    }

    private Run stop(OrganizationId organization, MigrationId migration, RunStatus next, String refusal) {
        lock(organization, migration);
        Optional<Run> latest = runs.lockLatest(migration.value());
        RunStatus status = latest.map(Run::status).orElse(RunStatus.CREATED);
        return latest.filter(run -> status.mayBecome(next))
                .orElseThrow(() -> new MigrationRefused.NotInThisState(status, refusal));
    }

    /**
     * Sees to it that no run begins before the caller's transaction ends.
     *
     * @throws MigrationRefused.NotInThisState when one is active
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdIdle(OrganizationId organization, MigrationId migration, String refusal) {
        lock(organization, migration);
        runs.lockLatest(migration.value())
                .map(Run::status)
                .filter(RunStatus::active)
                .ifPresent(status -> {
                    throw new MigrationRefused.NotInThisState(status, refusal);
                });
    }

    /**
     * Decides what imports take from the next run on; one that has begun keeps to what it began with.
     *
     * @throws MigrationRefused.NotInThisState while one is active
     */
    @Transactional
    public void take(OrganizationId organization, UserId by, MigrationId migration, Scope scope) {
        holdIdle(
                organization,
                migration,
                "An import is under way, and what it takes does not change. Pause or cancel it first, or wait until it has "
                        + "ended.");
        scopes.put(organization, migration, scope, by);
    }

    /**
     * Removes staging, id map, findings and runs; refused while a run is active. Nobody sees the migration from the end of the
     * transaction on; where there is much of it, its rows may go a little later. What people chose that values become,
     * and where records without a parent go, is kept, and taken up by the next migration of the same database.
     */
    @Transactional
    public void delete(OrganizationId organization, MigrationId migration) {
        holdIdle(organization, migration, "The migration is running.");
        decisions.keep(organization, migration);
        parents.keep(organization, migration);
        lock(organization, migration).remove(clock.instant());
        removal.afterwards(migration);
    }

    /** What {@link #delete} would remove, and the choices it would keep; all runs have a share in it. */
    @Transactional(readOnly = true)
    public Stored stored(OrganizationId organization, MigrationId migration) {
        return removal.stored(organization, migration);
    }

    private Migration lock(OrganizationId organization, MigrationId migration) {
        return migrations.lock(organization.value(), migration.value()).orElseThrow(MigrationRefused.Unknown::new);
    }

    /** All runs, the latest first. */
    @Transactional(readOnly = true)
    public Page<RunView> runs(OrganizationId organization, MigrationId migration, Pageable page) {
        Page<Run> found =
                runs.findByOrganizationIdAndMigrationIdOrderByNumberDesc(organization.value(), migration.value(), page);
        return new PageImpl<>(views.of(found.getContent()), page, found.getTotalElements());
    }

    @Transactional(readOnly = true)
    public Optional<RunView> run(OrganizationId organization, MigrationId migration, RunId run) {
        return runs.findByOrganizationIdAndMigrationIdAndId(organization.value(), migration.value(), run.value())
                .map(found -> views.of(List.of(found)).getFirst());
    }

    /** Refreshes what is known of picklist values, so that the Owner sees them before the first run. */
    @Transactional
    public void learn(OrganizationId organization, MigrationId migration, Dictionary dictionary) {
        lock(organization, migration);
        for (EntityMigration<?, ?> entity : entities.inOrder()) {
            for (DecidableField field : entity.decidable()) {
                decisions.propose(organization, migration, entity.type(), field, dictionary);
            }
            Dictionary offered = dictionary.of(entity.type());
            if (!offered.tables().isEmpty()) {
                picklists.put(organization, migration, entity.type(), offered);
            }
        }
    }

    /**
     * Decides what a picklist value becomes from the next run on; null leaves it to Ascent again.
     *
     * @throws MigrationRefused.UnknownValue when there is no such value, or it cannot become that
     */
    @Transactional
    public void decide(
            OrganizationId organization,
            UserId by,
            MigrationId migration,
            String entity,
            String field,
            String value,
            @Nullable String target) {
        lock(organization, migration);
        boolean decided = false;
        for (EntityType part : entities.parts(entity)) {
            boolean possible = entities.of(part).decidable().stream()
                    .filter(decidable -> decidable.field().equals(field))
                    .anyMatch(decidable -> target == null || decidable.offers(organization, target));
            decided |= possible && decisions.decide(organization, migration, part, field, value, target, by);
        }
        if (!decided) {
            throw new MigrationRefused.UnknownValue();
        }
    }

    /** The entity types the engine knows, in loading order. */
    public List<String> entities() {
        return entities.wholes().stream().map(EntityType::name).toList();
    }

    /** The kinds of record among them, in the order in which the first of each is loaded. */
    public List<String> kinds() {
        return entities.kinds().stream().map(EntityType::name).toList();
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
