package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the tickets that have a status or a category, each to {@link #MOST} and no further. */
@Component
class LabelCounts {

    static final int MOST = 10_000;

    private final JdbcClient jdbc;

    LabelCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Long> byStatus(OrganizationId organization) {
        return counted("desk_status", "status_id", organization);
    }

    Map<UUID, Long> byCategory(OrganizationId organization) {
        return counted("desk_category", "category_id", organization);
    }

    private Map<UUID, Long> counted(String table, String column, OrganizationId organization) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select l.id, (
                            select count(*) from (
                                select from desk_ticket t
                                where t.organization_id = :organization and t.%s = l.id limit :most
                            ) taken
                        ) as tickets
                        from %s l where l.organization_id = :organization
                        """
                                .formatted(column, table))
                .param("organization", organization.value())
                .param("most", MOST)
                .query(row -> {
                    counts.put(row.getObject("id", UUID.class), row.getLong("tickets"));
                });
        return counts;
    }
}
