package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Findings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out, for a whole batch at once, what became of the records it points to. */
@Component
class Resolutions {

    /**
     * @param came whether this run has read it
     * @param sent whether any run has
     * @param leftOut whether this run left it out with what it belongs to
     */
    private record Known(
            SourceRef ref,
            @Nullable TargetId target,
            @Nullable Reason reason,
            boolean came,
            boolean sent,
            boolean leftOut,
            @Nullable String name,
            boolean hides) {}

    private final JdbcClient jdbc;
    private final EntityMigrations entities;
    private final KnownReasons reasons;

    Resolutions(JdbcClient jdbc, EntityMigrations entities, KnownReasons reasons) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.reasons = reasons;
    }

    Map<SourceRef, Resolution> resolve(RunContext run, Collection<SourceRef> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        Map<EntityType, Set<SourceId>> byType = references.stream()
                .collect(Collectors.groupingBy(
                        SourceRef::type, Collectors.mapping(SourceRef::id, Collectors.toCollection(TreeSet::new))));
        List<Known> known = byType.entrySet().stream()
                .flatMap(each -> find(run, each.getKey(), each.getValue()).stream())
                .toList();
        Set<TargetId> present = present(run, known);
        Map<SourceRef, Resolution> resolved = new HashMap<>();
        known.forEach(each -> resolved.put(each.ref, resolution(run, each, present)));
        return resolved;
    }

    private Resolution resolution(RunContext run, Known known, Set<TargetId> present) {
        if (known.target != null && present.contains(known.target)) {
            return new Resolution.Loaded(known.target);
        }
        if (leavesOut(run.scope(), known)) {
            return new Resolution.LeftOut();
        }
        if (known.target != null) {
            return new Resolution.NotLoaded(Reason.DELETED_IN_ASCENT, known.name);
        }
        if (known.reason != null) {
            return new Resolution.NotLoaded(known.reason, known.name);
        }
        return known.sent ? new Resolution.Gone(known.name, known.hides) : new Resolution.Unknown(known.hides);
    }

    /** So does what belongs to such a record in turn. Of a type that is read in part nobody knows whether what did not come is left out or gone, and neither is missed. */
    private boolean leavesOut(Scope scope, Known known) {
        EntityType type = known.ref.type();
        return !scope.takes(entities.kind(type))
                || known.leftOut
                || !known.came && entities.of(type).narrowedBy(scope.history());
    }

    /** The id map tells what was imported; a person may have deleted it since. */
    private Set<TargetId> present(RunContext run, List<Known> known) {
        Map<EntityType, Set<TargetId>> targets = new HashMap<>();
        for (Known each : known) {
            if (each.target != null) {
                targets.computeIfAbsent(each.ref.type(), type -> new HashSet<>())
                        .add(each.target);
            }
        }
        return targets.entrySet().stream()
                .flatMap(entry -> states(run, entities.of(entry.getKey()), entry.getValue()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<TargetId> states(RunContext run, EntityMigration<?, ?> entity, Set<TargetId> targets) {
        return entity.states(run, targets).keySet();
    }

    /** Type by type, so that each statement names the one partition it looks into: docs/adr/053. */
    private List<Known> find(RunContext run, EntityType type, Set<SourceId> ids) {
        return jdbc.sql(
                        """
                        select r.id, m.target_id, f.code, f.severity, s.name, s.source_id is not null as sent,
                            coalesce(s.run_id = :run, false) as came,
                            coalesce(s.run_id = :run and s.state = 'LEFT_OUT', false) as left_out,
                            exists (
                                select from migration_notice o
                                where o.run_id = :run and o.entity = :entity and o.code = :restricted
                            ) as hides
                        from unnest(:ids) as r (id)
                        left join lateral (
                            select i.target_id from migration_id_map i
                            where i.organization_id = :organization and i.source_system = :system
                                and i.source_database = :database and i.entity = :entity and i.source_id = r.id
                            limit 1
                        ) m on true
                        left join lateral (
                            select n.code, n.severity from migration_finding n
                            where n.organization_id = :organization and n.migration_id = :migration
                                and n.entity = :entity and n.source_id = r.id and n.run_id = :run
                                and n.origin = 'BATCH' and n.ordinal = 0 and n.severity < 2
                                and m.target_id is null
                            limit 1
                        ) f on true
                        left join lateral (
                            select t.source_id, t.run_id, t.name, t.state from migration_staged_record t
                            where t.organization_id = :organization and t.migration_id = :migration
                                and t.entity = :entity and t.source_id = r.id and (m.target_id is null or :narrowed)
                            limit 1
                        ) s on true
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("restricted", SourcePlan.Notice.RESTRICTED_ACCESS)
                .param("system", run.source().system())
                .param("database", run.source().database())
                .param("entity", type.name())
                .param("narrowed", entities.of(type).narrowedBy(run.scope().history()))
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query((row, number) -> known(type, row))
                .list();
    }

    private Known known(EntityType type, ResultSet row) throws SQLException {
        UUID target = row.getObject("target_id", UUID.class);
        String code = row.getString("code");
        return new Known(
                new SourceRef(type, new SourceId(row.getLong("id"))),
                target == null ? null : new TargetId(target),
                code == null ? null : reasons.found(code, Findings.level(row.getInt("severity"))),
                row.getBoolean("came"),
                row.getBoolean("sent"),
                row.getBoolean("left_out"),
                row.getString("name"),
                row.getBoolean("hides"));
    }
}
