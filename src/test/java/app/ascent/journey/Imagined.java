package app.ascent.journey;

import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.OrganizationSettings;
import app.ascent.identity.UserId;
import app.ascent.importing.AutotaskMigration;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Reports.Notice;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.Reports.UnmappedValue;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Source;
import app.ascent.web.DateStyle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A migration of Fjordlight IT that never was, in each state it could be in; its numbers add up. */
public final class Imagined {

    private static final Duration ANSWER = Duration.ofMillis(90);

    public static final Instant NOW = Instant.parse("2026-03-28T13:43:30Z");
    public static final OrganizationId FJORDLIGHT = new OrganizationId(new UUID(2, 2));
    public static final OrganizationSettings SETTINGS =
            new OrganizationSettings("Fjordlight IT", null, "en-GB", DateStyle.DAY_MONTH_YEAR, "EUR");
    public static final UserId ZOE = new UserId(new UUID(1, 1));
    public static final MigrationId MIGRATION = new MigrationId(new UUID(7, 7));
    public static final Zone ZONE = new Zone(
            "EU1 (English Europe and Asia)",
            URI.create("https://webservices19.autotask.net/ATServicesRest/V1.0"),
            URI.create("https://ww19.autotask.net/"),
            91234);

    public static final EntityProgress COMPANIES_DONE =
            progress("companies", EntityStatus.DONE, 3912L, 3912, 3909, 0, 3);
    public static final EntityProgress CONTACTS_PULLING =
            progress("contacts", EntityStatus.PULLING, 48213L, 35500, 31874, 118, 8);

    private Imagined() {}

    public static EntityProgress progress(
            String entity,
            EntityStatus status,
            @Nullable Long expected,
            long pulled,
            long loaded,
            long skipped,
            long failed) {
        return new EntityProgress(entity, status, expected, pulled, loaded, loaded, 0, 0, 0, skipped, failed, 0, null);
    }

    public static RunView run(RunStatus status, EntityProgress... entities) {
        return run(status, null, entities);
    }

    public static RunView run(RunStatus status, @Nullable String code, EntityProgress... entities) {
        boolean waiting = status == RunStatus.WAITING;
        boolean ended = status == RunStatus.COMPLETED || status == RunStatus.COMPLETED_WITH_ISSUES;
        return new RunView(
                new RunId(new UUID(9, 1)),
                1,
                RunKind.FULL,
                status,
                code,
                code == null ? null : "A plain sentence of the engine.",
                "fault".equals(code) ? "7f3a-91c2" : null,
                failed(entities),
                waiting ? NOW.plusSeconds(1290) : null,
                waiting ? NOW.minusSeconds(370) : null,
                "outage".equals(code) ? NOW.minusSeconds(370) : null,
                NOW.minusSeconds(84),
                ended || status == RunStatus.CANCELLED ? NOW : null,
                ZOE,
                ZOE,
                NOW.minusSeconds(30),
                Conflicts.KEEP_ASCENT,
                Scope.EVERYTHING,
                86,
                Duration.ofMillis(912),
                NOW.minusMillis(800),
                Duration.ofSeconds(84),
                List.of(entities));
    }

    private static @Nullable String failed(EntityProgress... entities) {
        return Stream.of(entities)
                .filter(entity -> entity.status() == EntityStatus.FAILED)
                .map(EntityProgress::entity)
                .findFirst()
                .orElse(null);
    }

    /** The same as another one in the row, and with another end. */
    public static RunView with(RunView run, int number, RunStatus status, @Nullable Instant finishedAt) {
        return new RunView(
                run.id(),
                number,
                run.kind(),
                status,
                run.reasonCode(),
                run.reason(),
                run.errorId(),
                run.failedEntity(),
                run.resumesAt(),
                run.waitingSince(),
                run.outageSince(),
                run.startedAt(),
                finishedAt,
                run.startedBy(),
                run.changedBy(),
                run.changedAt(),
                run.conflicts(),
                Scope.EVERYTHING,
                run.calls(),
                run.averageAnswer(),
                run.lastAnswerAt(),
                run.worked(),
                run.entities());
    }

    /** The same as one that asked Autotask nothing. */
    public static RunView remapped(RunView run) {
        return new RunView(
                run.id(),
                run.number(),
                RunKind.REMAP,
                run.status(),
                run.reasonCode(),
                run.reason(),
                run.errorId(),
                run.failedEntity(),
                run.resumesAt(),
                run.waitingSince(),
                run.outageSince(),
                run.startedAt(),
                run.finishedAt(),
                run.startedBy(),
                run.changedBy(),
                run.changedAt(),
                run.conflicts(),
                Scope.EVERYTHING,
                0,
                null,
                null,
                run.worked(),
                run.entities());
    }

    public static RunView pulling(RunStatus status, @Nullable String code) {
        return run(status, code, COMPANIES_DONE, CONTACTS_PULLING);
    }

    public static RunView finished(int number) {
        RunView run = run(
                RunStatus.COMPLETED_WITH_ISSUES,
                new EntityProgress("companies", EntityStatus.DONE, 3918L, 3918, 3913, 6, 241, 3663, 3, 3, 2, 241, null),
                new EntityProgress(
                        "contacts", EntityStatus.DONE, 48264L, 48264, 48126, 51, 1873, 46188, 14, 127, 11, 887, null));
        return new RunView(
                new RunId(new UUID(9, number)),
                number,
                RunKind.FULL,
                run.status(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                run.startedAt(),
                run.finishedAt(),
                ZOE,
                null,
                null,
                Conflicts.KEEP_ASCENT,
                Scope.EVERYTHING,
                117,
                null,
                null,
                Duration.ofSeconds(1431),
                run.entities());
    }

    public static AutotaskMigration migration(@Nullable RunView run) {
        return migration(run, new QuotaView(10_000, 60, 86, 1264, 4500, NOW.minusSeconds(30)));
    }

    /** Before its first run. */
    public static AutotaskMigration scoped(Scope scope) {
        return migration(null, scope, null);
    }

    /** With another scope than the run had. */
    public static AutotaskMigration scoped(RunView run, Scope scope) {
        return migration(run, scope, null);
    }

    public static AutotaskMigration migration(@Nullable RunView run, @Nullable QuotaView quota) {
        return migration(run, Scope.EVERYTHING, quota);
    }

    private static AutotaskMigration migration(@Nullable RunView run, Scope scope, @Nullable QuotaView quota) {
        return new AutotaskMigration(
                new MigrationView(
                        MIGRATION,
                        new Source("AUTOTASK", 91234, new UUID(3, 3)),
                        run == null ? RunStatus.CREATED : run.status(),
                        NOW.minusSeconds(210),
                        ZOE,
                        scope,
                        run),
                new ConnectionView(new ConnectionId(new UUID(3, 3)), ZONE, NOW.minusSeconds(330)),
                quota);
    }

    public static ConnectionReport passed() {
        return new ConnectionReport(
                NOW,
                ZONE,
                new QuotaReading(10_000, 60, 1250),
                List.of(
                        new EntityAccess("Companies", Access.ALL, 3912),
                        new EntityAccess("Contacts", Access.ALL, 48_213)),
                checks(5),
                ANSWER,
                null);
    }

    public static ConnectionReport restricted() {
        return new ConnectionReport(
                NOW,
                ZONE,
                new QuotaReading(10_000, 60, 1250),
                List.of(
                        new EntityAccess("Companies", Access.ALL, 3912),
                        new EntityAccess("Contacts", Access.RESTRICTED, 31_006)),
                List.of(
                        passed("zone"),
                        passed("credentials"),
                        passed("companies"),
                        new Check("contacts", ConnectionReport.Outcome.REMARKABLE, ""),
                        passed("quota")),
                ANSWER,
                null);
    }

    /** @param reached how many checks passed before the problem */
    public static ConnectionReport failed(Problem problem, int reached) {
        return new ConnectionReport(
                NOW,
                reached == 0 ? null : ZONE,
                reached < 4 ? null : new QuotaReading(10_000, 60, 1250),
                reached < 4
                        ? List.of()
                        : List.of(
                                new EntityAccess("Companies", Access.ALL, 3912),
                                new EntityAccess("Contacts", Access.NONE, 0)),
                checks(reached),
                ANSWER,
                problem);
    }

    private static List<Check> checks(int passed) {
        List<String> names = List.of("zone", "credentials", "companies", "contacts", "quota");
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> new Check(
                        names.get(i),
                        i < passed
                                ? ConnectionReport.Outcome.PASSED
                                : i == passed ? ConnectionReport.Outcome.FAILED : ConnectionReport.Outcome.NOT_REACHED,
                        "What the check says itself."))
                .toList();
    }

    private static Check passed(String name) {
        return new Check(name, ConnectionReport.Outcome.PASSED, "");
    }

    public static Report report(RunView run) {
        return new Report(
                run.entities(),
                List.of(new Notice("contacts", "RESTRICTED_ACCESS", "Autotask hides the others without saying so.")),
                List.of(
                        new ReasonCount("companies", "DELETED_IN_ASCENT", 3),
                        new ReasonCount("contacts", "DELETED_IN_ASCENT", 89),
                        new ReasonCount("contacts", "PARENT_NOT_IMPORTED", 38)),
                List.of(
                        new ReasonCount("companies", "INTERNAL_ERROR", 1),
                        new ReasonCount("companies", "INVALID_VALUE", 1),
                        new ReasonCount("contacts", "INVALID_VALUE", 11)),
                List.of(
                        new ReasonCount("contacts", "INVALID_EMAIL", 312),
                        new ReasonCount("contacts", "OF_TOMORROW", 1),
                        new ReasonCount("companies", "UNKNOWN_VALUE", 208)),
                List.of(
                        new UnmappedValue("companies", "companyType", null, null, 8, "CUSTOMER"),
                        new UnmappedValue("companies", "companyType", "204", "Strategic Account", 162, "CUSTOMER"),
                        new UnmappedValue("contacts", "namePrefix", "14", " ", 57, null),
                        new UnmappedValue("contacts", "namePrefix", "15", null, 3, null),
                        new UnmappedValue("companies", "classification", "7", "Gold", 2, "Gold")));
    }

    public static Report clean() {
        return new Report(
                List.of(
                        new EntityProgress(
                                "companies", EntityStatus.DONE, 3912L, 3912, 3912, 0, 0, 3912, 0, 0, 0, 0, null),
                        progress("contacts", EntityStatus.DONE, 48213L, 48213, 48213, 0, 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
