package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many records look up the rows of a table of which that is counted, as the last run that came to its end found it. */
@Component
public class LookedUpRecords {

    private final JdbcClient jdbc;

    LookedUpRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By row and by type of the records; empty where no run counted yet. Rows that nothing looks up are absent. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, Long>> of(OrganizationId organization, MigrationId migration, EntityType table) {
        Map<Long, Map<String, Long>> records = new HashMap<>();
        jdbc.sql(
                        """
                        select l.row_id, l.entity, l.records from migration_looked_up l
                        where l.looked_up = :table and l.run_id = (
                            select r.id from migration_run r
                            where r.organization_id = :organization and r.migration_id = :migration
                                and exists (select from migration_looked_up c where c.run_id = r.id)
                            order by r.completed_at is null, r.number desc limit 1
                        )
                        """)
                .param("organization", organization.value())
                .param("migration", migration.value())
                .param("table", table.name())
                .query(row -> {
                    records.computeIfAbsent(row.getLong("row_id"), id -> new TreeMap<>())
                            .merge(
                                    new EntityType(row.getString("entity"))
                                            .whole()
                                            .name(),
                                    row.getLong("records"),
                                    Long::sum);
                });
        return records;
    }
}
