package app.ascent.journey.api;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationScope;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityProgress.Bytes;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shapes migrations, runs and connection tests as the API tells of them. */
@Component
public class MigrationResponses {

    /** @param entered whether a person entered the address, and not Autotask named it */
    public record ZoneResponse(String name, URI apiUrl, long database, boolean entered) {}

    public record QuotaResponse(int limit, int windowMinutes, int used) {}

    public record AccessResponse(
            String entity, @Schema(allowableValues = {"ALL", "RESTRICTED", "NONE"}) Access access, long count) {

        private AccessResponse and(AccessResponse part) {
            Access least = Stream.of(Access.NONE, Access.RESTRICTED)
                    .filter(each -> access == each || part.access == each)
                    .findFirst()
                    .orElse(Access.ALL);
            return new AccessResponse(entity, least, count + part.count);
        }
    }

    /** @param passed null for what was not reached, or not answered in time */
    public record CheckResponse(String name, @Nullable Boolean passed, String message) {}

    public record ConnectionTestResponse(
            @Nullable ZoneResponse zone,
            @Nullable QuotaResponse quota,
            List<AccessResponse> entities,
            List<CheckResponse> checks) {}

    /**
     * @param kind the kind of record, by the name of its first entity
     * @param leftOut records Autotask has beside them, which the scope leaves out
     * @param statusReason why it is FAILED though the run goes on, as a plain sentence
     * @param bytes of files, in the latest run; null for everything else
     */
    public record EntityResponse(
            String entity,
            String kind,
            EntityStatus status,
            @Nullable String statusReason,
            @Nullable Long expected,
            long pulled,
            long loaded,
            long created,
            long updated,
            long unchanged,
            long linked,
            long skipped,
            long failed,
            long leftOut,
            long warnings,
            @Nullable Bytes bytes) {}

    /**
     * @param statusReason a plain sentence
     * @param statusReasonCode the same as a stable name
     */
    public record MigrationResponse(
            UUID id,
            RunStatus status,
            @Nullable String statusReason,
            @Nullable String statusReasonCode,
            @Nullable Instant resumesAt,
            ZoneResponse zone,
            long requests,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            List<EntityResponse> entities) {}

    /**
     * @param kind what it does: {@code FULL} reads everything, {@code REMAP} applies decisions to what was read
     * @param scope what it takes, as it was chosen when it began
     */
    public record RunResponse(
            UUID id,
            int number,
            RunKind kind,
            RunStatus status,
            @Nullable String statusReason,
            @Nullable String statusReasonCode,
            @Nullable Instant resumesAt,
            Conflicts conflicts,
            ScopeResponse scope,
            long requests,
            UUID startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            List<EntityResponse> entities) {}

    private final AutotaskEntities entities;
    private final MigrationScope scopes;

    public MigrationResponses(AutotaskEntities entities, MigrationScope scopes) {
        this.entities = entities;
        this.scopes = scopes;
    }

    /** Where a migration is found. */
    public static URI address(MigrationId id) {
        return URI.create(MigrationApi.ROOT + "/migrations/" + id);
    }

    public ConnectionTestResponse connectionTest(ConnectionReport report) {
        Zone zone = report.zone();
        return new ConnectionTestResponse(
                zone == null ? null : zone(zone), quota(report.quota()), access(report), checks(report));
    }

    /**
     * Of a type that is read from several entities, what is said of the one that may be read least; nothing, where it is not
     * known of all of them.
     */
    private List<AccessResponse> access(ConnectionReport report) {
        Map<String, AccessResponse> byType = new LinkedHashMap<>();
        report.entities().forEach(entity -> {
            String type = entities.typeOf(entity.entity());
            byType.merge(type, new AccessResponse(type, told(entity.access()), entity.count()), AccessResponse::and);
        });
        report.checks().stream()
                .filter(check -> check.outcome() == Outcome.UNPROVEN)
                .forEach(check -> byType.remove(entities.typeOf(check.name())));
        return List.copyOf(byType.values());
    }

    private static @Nullable QuotaResponse quota(@Nullable QuotaReading quota) {
        return quota == null ? null : new QuotaResponse(quota.limit(), quota.windowMinutes(), quota.used());
    }

    /** What is unclear counts as restricted; its check says why. */
    private static Access told(Access access) {
        return access == Access.UNCLEAR ? Access.RESTRICTED : access;
    }

    public static List<CheckResponse> checks(ConnectionReport report) {
        return report.checks().stream()
                .map(check -> new CheckResponse(check.name(), passed(check.outcome()), check.message()))
                .toList();
    }

    public MigrationResponse migration(AutotaskMigration migration) {
        return migration(migration.migration(), migration.connection().zone());
    }

    public MigrationResponse migration(MigrationView view, Zone of) {
        ZoneResponse zone = zone(of);
        RunView run = view.run();
        if (run == null) {
            return new MigrationResponse(
                    view.id().value(),
                    view.status(),
                    null,
                    null,
                    null,
                    zone,
                    0,
                    view.createdAt(),
                    null,
                    null,
                    pending(view.scope()));
        }
        return new MigrationResponse(
                view.id().value(),
                view.status(),
                run.reason(),
                run.reasonCode(),
                run.resumesAt(),
                zone,
                run.calls(),
                view.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                entities(run.entities()));
    }

    public RunResponse run(RunView run) {
        return new RunResponse(
                run.id().value(),
                run.number(),
                run.kind(),
                run.status(),
                run.reason(),
                run.reasonCode(),
                run.resumesAt(),
                run.conflicts(),
                ScopeResponse.of(run.scope(), scopes.kinds(run.scope())),
                run.calls(),
                run.startedBy().value(),
                run.startedAt(),
                run.finishedAt(),
                entities(run.entities()));
    }

    public static List<EntityResponse> entities(List<EntityProgress> progress) {
        return progress.stream()
                .map(entity -> new EntityResponse(
                        entity.entity(),
                        entity.kind(),
                        entity.status(),
                        entity.reason(),
                        entity.expected(),
                        entity.pulled(),
                        entity.loaded(),
                        entity.created(),
                        entity.updated(),
                        entity.unchanged(),
                        entity.linked(),
                        entity.skipped(),
                        entity.failed(),
                        entity.leftOut(),
                        entity.warnings(),
                        entity.bytes()))
                .toList();
    }

    /** Before the first run: all entities that it will take with nothing done yet, so that a program need not tell the cases apart. */
    private List<EntityResponse> pending(Scope scope) {
        return entities.within(scope).all().stream()
                .map(entity -> new EntityResponse(
                        entity.type().whole().name(),
                        entity.kind().name(),
                        EntityStatus.PENDING,
                        null,
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null))
                .distinct()
                .toList();
    }

    private static ZoneResponse zone(Zone zone) {
        return new ZoneResponse(zone.name(), zone.api(), zone.database(), zone.entered());
    }

    private static @Nullable Boolean passed(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> true;
            case REMARKABLE, FAILED -> false;
            case UNPROVEN, NOT_REACHED -> null;
        };
    }
}
