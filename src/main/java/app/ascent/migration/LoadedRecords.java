package app.ascent.migration;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that a run has loaded by now, for types that follow theirs and ask the source by them. */
@Component
public class LoadedRecords {

    /** One of them, with what it became. */
    public record Loaded(SourceId id, TargetId target) {}

    private final JdbcClient jdbc;

    LoadedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with the highest ids below a bound, the highest first. */
    public List<Loaded> below(RunContext run, EntityType type, long bound, int limit) {
        return jdbc.sql(
                        """
                        select s.source_id, m.target_id
                        from (
                            select source_id from migration_staged_record
                            where organization_id = :organization and migration_id = :migration and entity = :entity
                                and run_id = :run and state = 'LOADED' and source_id < :bound
                            order by source_id desc limit :limit
                        ) s
                        cross join lateral (
                            select i.target_id from migration_id_map i
                            where i.organization_id = :organization and i.source_system = :system
                                and i.source_database = :database and i.entity = :entity and i.source_id = s.source_id
                            limit 1
                        ) m
                        order by s.source_id desc
                        """)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("system", run.source().system())
                .param("database", run.source().database())
                .param("entity", type.name())
                .param("bound", bound)
                .param("limit", limit)
                .query((row, number) -> new Loaded(
                        new SourceId(row.getLong("source_id")),
                        new TargetId(row.getObject("target_id", UUID.class))))
                .list();
    }
}
