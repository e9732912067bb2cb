package app.ascent.migration;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records of which more may be asked, for types that follow theirs and ask the source by them: those that a run has loaded by now, and of
 * a kind that it leaves out those that any run has brought.
 */
@Component
public class LoadedRecords {

    /** One of them, with what it became. */
    public record Loaded(SourceId id, TargetId target) {}

    private static final String OF_THE_RUN =
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
            """;

    private static final String OF_ANY_RUN =
            """
            select source_id, target_id from migration_id_map
            where organization_id = :organization and source_system = :system and source_database = :database
                and entity = :entity and source_id < :bound
            order by source_id desc limit :limit
            """;

    private final JdbcClient jdbc;

    LoadedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with the highest ids below a bound, the highest first. */
    public List<Loaded> below(RunContext run, EntityType type, long bound, int limit) {
        return jdbc.sql(loads(run, type) ? OF_THE_RUN : OF_ANY_RUN)
                .param("organization", run.organization().value())
                .param("migration", run.migration().value())
                .param("run", run.run().value())
                .param("system", run.source().system())
                .param("database", run.source().database())
                .param("entity", type.name())
                .param("bound", bound)
                .param("limit", limit)
                .query((row, number) -> new Loaded(
                        new SourceId(row.getLong("source_id")), new TargetId(row.getObject("target_id", UUID.class))))
                .list();
    }

    private boolean loads(RunContext run, EntityType type) {
        return jdbc.sql(
                        "select exists (select from migration_load_checkpoint where run_id = :run and entity = :entity)")
                .param("run", run.run().value())
                .param("entity", type.name())
                .query(Boolean.class)
                .single();
    }
}
