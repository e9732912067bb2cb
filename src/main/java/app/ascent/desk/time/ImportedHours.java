package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of the time that imports brought stands now, by client and month, to be compared with what the source has. */
@Service
public class ImportedHours {

    /**
     * @param billableMinutes what invoices count of it
     * @param edited how many of the entries people changed since
     */
    public record Sum(
            ClientId client, YearMonth month, long entries, long minutes, long billableMinutes, long edited) {}

    private final JdbcClient jdbc;

    ImportedHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of some entries of the source, those that stand, each with its client. */
    @Transactional(readOnly = true)
    public Map<Long, ClientId> standing(
            OrganizationId organization, String system, long database, Collection<Long> ids) {
        Map<Long, ClientId> standing = new HashMap<>();
        jdbc.sql(
                        """
                        select source_id, client_id from desk_time
                        where organization_id = :organization and source_system = :system and source_database = :database
                            and source_id = any(:ids) and source_id is not null
                        """)
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    standing.put(row.getLong("source_id"), new ClientId(row.getObject("client_id", UUID.class)));
                });
        return standing;
    }

    /**
     * @param from the first day, or null for whenever that was
     * @param to the last day
     */
    @Transactional(readOnly = true)
    public List<Sum> sum(
            OrganizationId organization,
            String system,
            long database,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return jdbc.sql(
                        """
                        select client_id, date_trunc('month', date::timestamp)::date as month, count(*) as entries,
                            sum(minutes)::bigint as minutes,
                            sum(case when billable then coalesce(billable_minutes, minutes) else 0 end)::bigint as billable,
                            count(*) filter (where edited) as edited
                        from desk_time
                        where organization_id = :organization and source_system = :system and source_database = :database
                            and date between :from and :to
                        group by 1, 2
                        """)
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .param("from", from == null ? LocalDate.of(1900, 1, 1) : from)
                .param("to", to == null ? LocalDate.of(2200, 12, 31) : to)
                .query((row, _) -> new Sum(
                        new ClientId(row.getObject("client_id", UUID.class)),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("entries"),
                        row.getLong("minutes"),
                        row.getLong("billable"),
                        row.getLong("edited")))
                .list();
    }
}
