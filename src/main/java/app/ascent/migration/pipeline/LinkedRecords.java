package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.StagedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loaded records of one entity type of a run with their deferred references. */
record LinkedRecords(JdbcClient jdbc, StagedRecords staging, RunContext run, EntityType type) {

    /** A loaded record with what its field points to, and what the import last wrote there; often neither. */
    record Linked(
            SourceId id, TargetId target, @Nullable SourceRef to, @Nullable TargetId lastWritten, Instant readAt) {

        boolean concerned() {
            return to != null || lastWritten != null;
        }
    }

    List<Linked> page(String field, long after, int limit) {
        return staging.inOrder(() -> read(field, after, limit));
    }

    private List<Linked> read(String field, long after, int limit) {
        return jdbc.sql(
                        """
                        select s.source_id, s.pulled_at, m.target_id, s.links -> :field ->> 'entity' as entity,
                            cast(s.links -> :field ->> 'id' as bigint) as id, cast(m.linked ->> :field as uuid) as written
                        from (
                            select source_id, pulled_at, links from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and run_id = :run and state = 'LOADED' and source_id > :after
                            order by source_id
                            limit :limit
                        ) s
                        cross join lateral (
                            select i.target_id, i.linked from migration_id_map i
                            where i.organization_id = :organization and i.source_system = :system
                                and i.source_database = :database and i.entity = :entity and i.source_id = s.source_id
                            limit 1
                        ) m
                        order by s.source_id
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("system", run.source().system())
                .param("database", run.source().database())
                .param("entity", type.name())
                .param("field", field)
                .param("after", after)
                .param("limit", limit)
                .query(LinkedRecords::linked)
                .list();
    }

    /** A reference that changed makes a record updated that else stayed as it was. */
    void markUpdated(Collection<SourceId> records) {
        jdbc.sql(
                        """
                        update migration_staged_record set outcome = 'UPDATED'
                        where organization_id = :organization and migration_id = :migration and entity = :entity
                            and run_id = :run and outcome = 'UNCHANGED' and source_id = any(:ids)
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("entity", type.name())
                .param("ids", records.stream().map(SourceId::value).toArray(Long[]::new))
                .update();
    }

    private static Linked linked(ResultSet row, int number) throws SQLException {
        String entity = row.getString("entity");
        UUID written = row.getObject("written", UUID.class);
        return new Linked(
                new SourceId(row.getLong("source_id")),
                new TargetId(row.getObject("target_id", UUID.class)),
                entity == null ? null : new SourceRef(new EntityType(entity), new SourceId(row.getLong("id"))),
                written == null ? null : new TargetId(written),
                row.getTimestamp("pulled_at").toInstant());
    }
}
