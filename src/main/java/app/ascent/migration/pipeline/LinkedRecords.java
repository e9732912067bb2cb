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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loaded records of one entity type of a run with their deferred references. */
record LinkedRecords(JdbcClient jdbc, StagedRecords staging, RunContext run, EntityType type) {

    /**
     * A loaded record with what its field points to, and what the import last wrote there; often neither.
     *
     * @param came whether this run loaded it
     */
    record Linked(
            SourceId id,
            TargetId target,
            @Nullable SourceRef to,
            @Nullable TargetId lastWritten,
            boolean came,
            Instant readAt) {

        boolean concerned() {
            return to != null || lastWritten != null;
        }
    }

    /** @param field whose references are read along, if any */
    List<Linked> page(@Nullable String field, long after, int limit) {
        return staging.inOrder(() -> read(field, after, limit));
    }

    private List<Linked> read(@Nullable String field, long after, int limit) {
        return jdbc.sql(
                        """
                        select s.source_id, s.pulled_at, true as came, m.target_id, s.links -> cast(:field as text) ->> 'entity' as entity,
                            cast(s.links -> cast(:field as text) ->> 'id' as bigint) as id,
                            cast(m.linked ->> cast(:field as text) as uuid) as written
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

    /** These, whatever run brought them; what they point to is known of those of this run. */
    List<Linked> those(String field, Collection<SourceId> ids) {
        return jdbc.sql(
                        """
                        select m.source_id, coalesce(s.pulled_at, m.last_import) as pulled_at,
                            s.source_id is not null as came, m.target_id,
                            s.links -> cast(:field as text) ->> 'entity' as entity,
                            cast(s.links -> cast(:field as text) ->> 'id' as bigint) as id,
                            cast(m.linked ->> cast(:field as text) as uuid) as written
                        from migration_id_map m
                        left join migration_staged_record s on s.organization_id = m.organization_id
                            and s.migration_id = :migration and s.entity = :entity and s.source_id = m.source_id
                            and s.run_id = :run and s.state = 'LOADED'
                        where m.organization_id = :organization and m.source_system = :system
                            and m.source_database = :database and m.entity = :entity and m.source_id = any(:ids)
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("system", run.source().system())
                .param("database", run.source().database())
                .param("entity", type.name())
                .param("field", field)
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query(LinkedRecords::linked)
                .list();
    }

    /** Of these, those to which the source's references lead back, over however many. */
    Set<SourceId> inCircles(String field, Collection<SourceId> ids) {
        return jdbc
                .sql(
                        """
                        with recursive above (start, at) as (
                            select v.id, v.id from unnest(:ids) as v (id)
                            union
                            select a.start, cast(s.links -> cast(:field as text) ->> 'id' as bigint)
                            from above a
                            join migration_staged_record s on s.organization_id = :organization
                                and s.migration_id = :migration and s.entity = :entity and s.source_id = a.at
                            where s.run_id = :run and s.state = 'LOADED'
                                and s.links -> cast(:field as text) ->> 'entity' = :entity
                        )
                        select distinct a.start from above a
                        join migration_staged_record s on s.organization_id = :organization
                            and s.migration_id = :migration and s.entity = :entity and s.source_id = a.at
                        where s.run_id = :run and s.state = 'LOADED'
                            and s.links -> cast(:field as text) ->> 'entity' = :entity
                            and cast(s.links -> cast(:field as text) ->> 'id' as bigint) = a.start
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("entity", type.name())
                .param("field", field)
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query(Long.class)
                .list()
                .stream()
                .map(SourceId::new)
                .collect(Collectors.toSet());
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
                row.getBoolean("came"),
                row.getTimestamp("pulled_at").toInstant());
    }
}
