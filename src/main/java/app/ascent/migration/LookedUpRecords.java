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

    /** What is counted of each row, beside what a kind of record adds. */
    public static final String RECORDS = "records";

    /**
     * Of a row.
     *
     * @param records by type
     * @param measures what the records add to it, by measure
     */
    public record Counted(Map<String, Long> records, Map<String, Long> measures) {

        public static final Counted NONE = new Counted(Map.of(), Map.of());
    }

    private final JdbcClient jdbc;

    LookedUpRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By row; empty where no run counted yet. Rows that nothing looks up are absent. */
    @Transactional(readOnly = true)
    public Map<Long, Counted> of(OrganizationId organization, MigrationId migration, EntityType table) {
        Map<Long, Counted> counted = new HashMap<>();
        jdbc.sql(
                        """
                        select l.row_id, l.entity, l.measure, l.amount from migration_looked_up l
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
                    Counted of = counted.computeIfAbsent(
                            row.getLong("row_id"), id -> new Counted(new TreeMap<>(), new TreeMap<>()));
                    String measure = row.getString("measure");
                    if (measure.equals(RECORDS)) {
                        String type =
                                new EntityType(row.getString("entity")).whole().name();
                        of.records.merge(type, row.getLong("amount"), Long::sum);
                    } else {
                        of.measures.merge(measure, row.getLong("amount"), Long::sum);
                    }
                });
        return counted;
    }
}
