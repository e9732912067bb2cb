package app.ascent.migration.staging;

import app.ascent.migration.spi.EntityType;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places of entity types in the tables of staging, which are divided by type: docs/adr/053. */
@Component
public class Partitions {

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those that are missing; may be done again, and by several nodes at once. Nothing is staged of a type without one. */
    public void prepare(Collection<EntityType> types) {
        jdbc.sql(
                        """
                        select count(migration_partition(parent, entity))
                        from unnest(array['migration_staged_record', 'migration_payload', 'migration_page']) as p (parent),
                            unnest(:entities) as e (entity)
                        """)
                .param("entities", types.stream().map(EntityType::name).toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
