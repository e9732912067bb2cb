package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.Payloads;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One organization with one migration, and what a test does with it. */
final class Bench {

    static final UserId OWNER = new UserId(UUID.randomUUID());
    static final long DATABASE = 91234;

    final Migrations migrations;
    final Reports reports;
    final Runs runs;
    final FakeSource source;
    final FakeTargets targets;
    final JdbcClient jdbc;
    private final Payloads payloads;
    private final BenchWorkers workers;

    OrganizationId organization = new OrganizationId(UUID.randomUUID());
    MigrationId migration = new MigrationId(UUID.randomUUID());
    private int batchSize = 3;
    private int leadPages = 200;
    private int divideFrom = 5_000;
    private long compared = 3;

    Bench(
            Migrations migrations,
            Reports reports,
            Runs runs,
            FakeSource source,
            FakeTargets targets,
            JdbcClient jdbc,
            Payloads payloads,
            BenchWorkers workers) {
        this.migrations = migrations;
        this.reports = reports;
        this.runs = runs;
        this.source = source;
        this.targets = targets;
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.workers = workers;
    }

    /** Begins anew: another organization, an empty source. */
    Bench fresh() {
        source.reset();
        targets.offer(FakeTargets.KINDS);
        batchSize = 3;
        leadPages = 200;
        divideFrom = 5_000;
        compared = 3;
        return another();
    }

    /** Another organization that imports the same source. */
    Bench another() {
        organization = new OrganizationId(UUID.randomUUID());
        create();
        return this;
    }

    void create() {
        migration = migrations.create(organization, OWNER, new Source("FAKE", DATABASE, UUID.randomUUID()));
    }

    Bench batchSize(int size) {
        batchSize = size;
        return this;
    }

    Bench leadPages(int pages) {
        leadPages = pages;
        return this;
    }

    /** How many records are compared with each other at once. */
    Bench compared(long records) {
        compared = records;
        return this;
    }

    Bench divideFrom(int records) {
        divideFrom = records;
        return this;
    }

    void start() {
        start(Conflicts.KEEP_ASCENT);
    }

    void start(Conflicts conflicts) {
        migrations.start(organization, OWNER, migration, conflicts);
    }

    /** Maps anew what is staged. */
    RunView remap() {
        startRemap();
        execute();
        return run();
    }

    void startRemap() {
        migrations.start(organization, OWNER, migration, RunKind.REMAP, Conflicts.KEEP_ASCENT);
    }

    void decide(String value, @Nullable String target) {
        migrations.decide(organization, OWNER, migration, "parents", "kind", value, target);
    }

    void pause() {
        migrations.pause(organization, OWNER, migration);
    }

    void cancel() {
        migrations.cancel(organization, OWNER, migration);
    }

    /** What the scheduler does with the run that was queued last. */
    RunWorker.Ending execute() {
        return execute(ticket());
    }

    RunWorker.Ending execute(long ticket) {
        return executeRun(run().id(), ticket);
    }

    RunWorker.Ending executeRun(RunId run, long ticket) {
        return workers.of(batchSize, leadPages, compared, divideFrom).execute(run, ticket, () -> false);
    }

    long ticket() {
        return stored().ticket();
    }

    Run stored() {
        return runs.findFirstByMigrationIdOrderByNumberDesc(migration.value()).orElseThrow();
    }

    /** Starts a run and lets it come to its end. */
    RunView runOnce() {
        return runOnce(Conflicts.KEEP_ASCENT);
    }

    RunView runOnce(Conflicts conflicts) {
        start(conflicts);
        execute();
        return run();
    }

    /** Of the run that begins the source is gone at that call; then it goes on. */
    void runWithAnOutage(int call) {
        source.failAt(source.calls() + call, new SourceFailure.RetryLater("outage", "Gone.", null, null));
        runOnce();
        source.incident((number, type) -> {});
        if (run().status() == RunStatus.WAITING) {
            start();
            execute();
        }
    }

    RunView run() {
        RunView run = migrations.find(organization, migration).orElseThrow().run();
        if (run == null) {
            throw new IllegalStateException("There is no run yet");
        }
        return run;
    }

    EntityProgress progress(EntityType type) {
        return run().entities().stream()
                .filter(entity -> entity.entity().equals(type.name()))
                .findFirst()
                .orElseThrow();
    }

    List<Reports.RecordView> records(Reports.@Nullable Outcome outcome) {
        return reports.issues(
                        organization, migration, new RecordFilter(null, outcome, null, null), PageRequest.of(0, 500))
                .getContent();
    }

    /** Remarks in short: type, id, code and what they say. */
    List<String> remarks() {
        return records(null).stream()
                .map(record -> "%s %s %s %s %s"
                        .formatted(
                                record.entity(), record.sourceId(), record.outcome(), record.code(), record.detail()))
                .toList();
    }

    /** All that must be equal however a run came about: what landed, the report, the counters. */
    Outcome outcome() {
        return new Outcome(
                run().status(),
                targets.all(organization),
                run().entities(),
                reports.report(organization, migration),
                remarks(),
                staged(),
                idMap(),
                changes(),
                reports.decisions(organization, migration));
    }

    record Outcome(
            RunStatus status,
            List<FakeTargets.Target> targets,
            List<EntityProgress> entities,
            Reports.Report report,
            List<String> remarks,
            List<String> staged,
            List<String> idMap,
            List<String> changes,
            List<Reports.Decision> decisions) {}

    private List<String> staged() {
        return jdbc.sql(
                        """
                        select entity, source_id, concat_ws(' ', entity, source_id, state, outcome, name, keys, links) as staged
                        from migration_staged_record
                        where organization_id = :organization order by entity, source_id
                        """)
                .param("organization", organization.value())
                .query((row, number) -> row.getString("staged") + " "
                        + payload(new EntityType(row.getString("entity")), row.getLong("source_id")))
                .list();
    }

    String payload(EntityType type, long id) {
        SourceId record = new SourceId(id);
        return payloads.of(organization, migration, type, List.of(record)).getOrDefault(record, "missing");
    }

    private List<String> idMap() {
        return jdbc.sql(
                        """
                        select concat_ws(' ', m.entity, m.source_id, t.name, m.fingerprint is null, m.created_run_id is null)
                        from migration_id_map m left join fake_target t on t.id = m.target_id
                        where m.organization_id = :organization order by m.entity, m.source_id
                        """)
                .param("organization", organization.value())
                .query(String.class)
                .list();
    }

    /** What imports changed in records that were there before, run by run. */
    List<String> changes() {
        return jdbc.sql(
                        """
                        select concat_ws(' ', r.number, c.entity, c.source_id, c.outcome, c.fields_before, c.fields_after)
                        from migration_change c join migration_run r on r.id = c.run_id
                        where c.organization_id = :organization order by r.number, c.entity, c.source_id, c.number
                        """)
                .param("organization", organization.value())
                .query(String.class)
                .list();
    }
}
