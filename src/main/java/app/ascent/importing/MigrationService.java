package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.autotask.ConnectionCheck;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.Connections;
import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.Credentials;
import app.ascent.autotask.Quotas;
import app.ascent.autotask.client.Zone;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.importing.people.People;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The Autotask migration as pages and API drive it. Everything happens for the signed-in Owner and within their
 * organization; what is asked of another organization's migration is {@code MigrationRefused.Unknown}.
 */
@Service
public class MigrationService {

    /** The name of the source in the engine and in the provenance of records. */
    public static final String SYSTEM = "AUTOTASK";

    /** More migrations than an organization has Autotask databases. */
    private static final Pageable ALL = PageRequest.of(0, 500);

    private final ConnectionCheck check;
    private final Connections connections;
    private final Quotas quotas;
    private final Migrations migrations;
    private final FirstPicklists picklists;
    private final MigrationLog log;
    private final CreationTurns turns;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;
    private final AutotaskEntities entities;
    private final People people;
    private final ScopeCounts counts;

    MigrationService(
            ConnectionCheck check,
            Connections connections,
            Quotas quotas,
            Migrations migrations,
            FirstPicklists picklists,
            MigrationLog log,
            CreationTurns turns,
            CurrentUser currentUser,
            TransactionOperations transactions,
            AutotaskEntities entities,
            People people,
            ScopeCounts counts) {
        this.check = check;
        this.connections = connections;
        this.quotas = quotas;
        this.migrations = migrations;
        this.picklists = picklists;
        this.log = log;
        this.turns = turns;
        this.currentUser = currentUser;
        this.transactions = transactions;
        this.entities = entities;
        this.people = people;
        this.counts = counts;
    }

    /** Tests credentials and stores nothing. */
    public ConnectionReport test(Credentials credentials) throws InterruptedException {
        ConnectionReport report = check.test(credentials, entities.wanted());
        transactions.executeWithoutResult(status -> log.tested(report));
        return report;
    }

    /**
     * Tests credentials and creates the migration of their database.
     *
     * @throws ConnectionRefused when the test does not pass; nothing is stored then
     * @throws app.ascent.migration.MigrationRefused.AlreadyExists when there is one for that database
     */
    public MigrationId create(Credentials credentials) throws InterruptedException {
        Zone zone = passed(test(credentials));
        SignedInUser owner = currentUser.get();
        Created created = transactions.execute(status -> store(owner, credentials, zone));
        picklists.learn(owner.organization(), created.migration(), created.source());
        return created.migration();
    }

    /** Tests and replaces credentials; they must lead to the same database. */
    public void replaceCredentials(MigrationId migration, Credentials credentials) throws InterruptedException {
        OrganizationId organization = organization();
        MigrationView view = existing(organization, migration);
        transactions.executeWithoutResult(status -> holdIdle(organization, migration));
        Credentials complete = withKnownZone(organization, view, credentials);
        Zone zone = passed(test(complete));
        if (zone.database() != view.source().database()) {
            throw new DifferentDatabase(view.source().database(), zone.database());
        }
        transactions.executeWithoutResult(status -> {
            holdIdle(organization, migration);
            connections.replace(organization, connection(view.source()), complete, zone);
            log.changed(Action.UPDATE, migration, "Credentials replaced");
        });
    }

    /** A zone's address that a person entered once holds until somebody says otherwise. */
    private Credentials withKnownZone(OrganizationId organization, MigrationView view, Credentials credentials) {
        if (credentials.zone() != null) {
            return credentials;
        }
        return connections
                .find(organization, connection(view.source()))
                .filter(connection -> connection.zone().entered())
                .map(connection -> credentials.at(connection.zone().api().toString()))
                .orElse(credentials);
    }

    public Page<MigrationView> list(Pageable page) {
        return migrations.list(organization(), page);
    }

    /** The zone of each of these migrations, read in one go. */
    public Map<MigrationId, Zone> zones(List<MigrationView> views) {
        Map<ConnectionId, Zone> zones =
                connections
                        .find(
                                organization(),
                                views.stream()
                                        .map(view -> connection(view.source()))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ConnectionView::id, ConnectionView::zone));
        return views.stream().collect(Collectors.toMap(MigrationView::id, view -> zone(view, zones)));
    }

    private static Zone zone(MigrationView view, Map<ConnectionId, Zone> zones) {
        Zone zone = zones.get(connection(view.source()));
        if (zone == null) {
            throw new IllegalStateException("Migration " + view.id() + " has no connection");
        }
        return zone;
    }

    /**
     * The migration with its zone.
     *
     * @throws MigrationRefused.Unknown when there is none in this organization
     */
    public AutotaskMigration get(MigrationId migration) {
        OrganizationId organization = organization();
        return withConnection(organization, existing(organization, migration));
    }

    /** All runs, the latest first. */
    public Page<RunView> runs(MigrationId migration, Pageable page) {
        OrganizationId organization = organization();
        existing(organization, migration);
        return migrations.runs(organization, migration, page);
    }

    /** The organization all this happens in, for questions to the reports. */
    public OrganizationId organization() {
        return currentUser.organization();
    }

    /** Begins a run that reads everything or goes on with any; one that goes on keeps the rule for conflicts it began with. */
    public void start(MigrationId migration, @Nullable Conflicts conflicts) {
        start(migration, null, conflicts);
    }

    /** @param kind what the run does; one that goes on must be of that kind */
    public void start(MigrationId migration, @Nullable RunKind kind, @Nullable Conflicts conflicts) {
        SignedInUser owner = currentUser.get();
        // Read before the transaction that locks, so that nothing in it is older than its locks.
        MigrationView view = existing(owner.organization(), migration);
        transactions.executeWithoutResult(status -> {
            migrations.start(
                    owner.organization(),
                    owner.id(),
                    migration,
                    kind,
                    conflicts == null ? Conflicts.KEEP_ASCENT : conflicts);
            log.changed(Action.UPDATE, migration, continues(view.status()) ? "Run resumed" : started(kind, conflicts));
        });
    }

    public void pause(MigrationId migration) {
        SignedInUser owner = currentUser.get();
        transactions.executeWithoutResult(status -> {
            migrations.pause(owner.organization(), owner.id(), migration);
            log.changed(Action.UPDATE, migration, "Run paused");
        });
    }

    /** @return whether it was no run, but the retry of records of a run that stands as it ended */
    public boolean cancel(MigrationId migration) {
        SignedInUser owner = currentUser.get();
        return transactions.execute(status -> {
            OptionalInt retried = migrations.cancel(owner.organization(), owner.id(), migration);
            log.changed(
                    Action.UPDATE,
                    migration,
                    retried.isEmpty()
                            ? "Run cancelled"
                            : "Retry of records of run %d cancelled".formatted(retried.getAsInt()));
            return retried.isPresent();
        });
    }

    /** What deleting would take away and what it would leave, counted over all runs. */
    public Holdings holdings(MigrationId migration) {
        OrganizationId organization = organization();
        Source source = existing(organization, migration).source();
        Migrations.Stored stored = migrations.stored(organization, migration);
        return new Holdings(
                stored.staged(),
                stored.remembered(),
                stored.choices(),
                stored.parents(),
                entities.imported(organization, source.database()));
    }

    /** Removes staging, id map, logs and credentials; clients, contacts and what people chose stay. */
    public void delete(MigrationId migration) {
        OrganizationId organization = organization();
        MigrationView view = existing(organization, migration);
        transactions.executeWithoutResult(status -> {
            migrations.delete(organization, migration);
            connections.delete(organization, connection(view.source()));
            people.forget(organization, view.source().database());
            counts.forget(organization, view.source().database());
            log.changed(Action.DELETE, migration, "Migration and credentials deleted, choices kept");
        });
    }

    /**
     * What a migration holds.
     *
     * @param staged copies of Autotask's records
     * @param remembered records of which it is known what they became
     * @param choices picklist values of which a person chose what they become; kept for a later migration of the database
     * @param parents missing companies whose contacts a person put under a client; kept likewise
     * @param inAscent how many records of Ascent came from the database, by type name; these stay
     */
    public record Holdings(long staged, long remembered, long choices, long parents, Map<String, Long> inAscent) {}

    private record Created(MigrationId migration, Source source) {}

    private Created store(SignedInUser owner, Credentials credentials, Zone zone) {
        turns.take(owner.organization(), zone.database());
        refuseSecond(owner.organization(), zone);
        ConnectionId connection = connections.store(owner.organization(), credentials, zone);
        Source source = new Source(SYSTEM, zone.database(), connection.value());
        MigrationId migration = migrations.create(owner.organization(), owner.id(), source);
        log.changed(Action.CREATE, migration, "Migration created, credentials stored");
        return new Created(migration, source);
    }

    private void refuseSecond(OrganizationId organization, Zone zone) {
        migrations.list(organization, ALL).stream()
                .filter(other -> other.source().database() == zone.database())
                .findFirst()
                .ifPresent(other -> {
                    throw new MigrationRefused.AlreadyExists(other.id());
                });
    }

    private static Zone passed(ConnectionReport report) {
        Zone zone = report.zone();
        if (!report.passed() || zone == null) {
            throw new ConnectionRefused(report);
        }
        return zone;
    }

    private MigrationView existing(OrganizationId organization, MigrationId migration) {
        return migrations.find(organization, migration).orElseThrow(MigrationRefused.Unknown::new);
    }

    private void holdIdle(OrganizationId organization, MigrationId migration) {
        migrations.holdIdle(
                organization, migration, "Credentials cannot be replaced while a run is active. Pause it first.");
    }

    private AutotaskMigration withConnection(OrganizationId organization, MigrationView view) {
        ConnectionView connection = connections
                .find(organization, connection(view.source()))
                .orElseThrow(() -> new IllegalStateException("Migration " + view.id() + " has no connection"));
        return new AutotaskMigration(
                view, connection, quotas.of(view.source().database()).orElse(null));
    }

    private static String started(@Nullable RunKind kind, @Nullable Conflicts conflicts) {
        String started = kind == RunKind.REMAP ? "Run started that applies decisions to what was read" : "Run started";
        return conflicts == Conflicts.AUTOTASK_WINS
                ? started + " in which Autotask wins over edits made in Ascent"
                : started;
    }

    private static boolean continues(RunStatus status) {
        return switch (status) {
            case PAUSED, FAILED, WAITING -> true;
            case CREATED, QUEUED, RUNNING, CANCELLED, COMPLETED, COMPLETED_WITH_ISSUES -> false;
        };
    }

    private static ConnectionId connection(Source source) {
        return new ConnectionId(source.connection());
    }
}
