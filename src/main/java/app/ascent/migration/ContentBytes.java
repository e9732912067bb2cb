package app.ascent.migration;

import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up how much content the records of a run are. Of earlier runs nobody knows: later ones have their records. */
@Component
class ContentBytes {

    private final JdbcClient jdbc;
    private final EntityMigrations entities;

    ContentBytes(JdbcClient jdbc, EntityMigrations entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** What waits and is beyond the limit of the scope counts as little as what was left out for it. By run, for the latest ones of their migrations, and by type. */
    Map<UUID, Map<EntityType, EntityProgress.Bytes>> of(Map<UUID, Scope> scopes, Collection<UUID> runs) {
        Map<UUID, Map<EntityType, EntityProgress.Bytes>> bytes = new HashMap<>();
        entities.inOrder().stream().filter(entity -> entity.content() != null).forEach(entity -> {
            List<UUID> taking = runs.stream()
                    .filter(run -> scopes.getOrDefault(run, Scope.EVERYTHING).takes(entity.kind()))
                    .toList();
            if (!taking.isEmpty()) {
                sum(entity.type(), taking).forEach((run, sum) -> bytes.computeIfAbsent(run, _ -> new HashMap<>())
                        .put(entity.type(), sum));
            }
        });
        return bytes;
    }

    private Map<UUID, EntityProgress.Bytes> sum(EntityType type, List<UUID> runs) {
        Map<UUID, EntityProgress.Bytes> bytes = new HashMap<>();
        jdbc.sql(
                        """
                        select r.id, coalesce(sum(s.counted[1]) filter (where s.state not in ('LEFT_OUT', 'STAGED')
                                or s.state = 'STAGED' and coalesce(s.counted[1] <= c.content_up_to, true)), 0) as expected,
                            coalesce(sum(s.counted[1]) filter (where s.state not in ('LEFT_OUT', 'STAGED')), 0) as handled,
                            coalesce(sum(s.counted[1]) filter (where s.state = 'LOADED'), 0) as kept
                        from migration_run r
                        left join migration_run_scope c on c.run_id = r.id
                        left join migration_staged_record s on s.organization_id = r.organization_id
                            and s.migration_id = r.migration_id and s.entity = :entity and s.run_id = r.id
                        where r.id = any(:runs)
                            and r.number = (select max(l.number) from migration_run l where l.migration_id = r.migration_id)
                        group by r.id
                        """)
                .param("entity", type.name())
                .param("runs", runs.toArray(UUID[]::new))
                .query(row -> {
                    bytes.put(
                            row.getObject("id", UUID.class),
                            new EntityProgress.Bytes(
                                    row.getLong("expected"), row.getLong("handled"), row.getLong("kept")));
                });
        return bytes;
    }
}
