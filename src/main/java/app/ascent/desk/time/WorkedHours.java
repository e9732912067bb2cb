package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was worked by client and month, to be compared with whoever counted the same elsewhere. */
@Service
public class WorkedHours {

    private final JdbcClient jdbc;

    WorkedHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A group with how many there are, which every row repeats; null where the page is empty. */
    private record Row(@Nullable HoursBy hours, long groups) {}

    /**
     * In one statement, all of it from an index; the latest month first, and within it in the order of the clients' ids.
     *
     * @param from the first day, or null for whenever that was
     * @param to the last day
     */
    @Transactional(readOnly = true)
    public Page<HoursBy> list(
            OrganizationId organization,
            boolean byClient,
            boolean byMonth,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Pageable pageable) {
        List<Row> rows = jdbc.sql(
                        """
                        with hours as materialized (
                            select %s as client_id, %s as month, sum(c.minutes)::bigint as minutes, sum(%3$s)::bigint as billable,
                                sum(case when c.billing_state = 'UNBILLED' then %3$s else 0 end)::bigint as unbilled
                            from desk_time c
                            where c.organization_id = :organization and c.date between :from and :to
                            group by 1, 2
                        ), total as (select count(*) as groups from hours)
                        select total.groups, page.* from total left join (
                            select * from hours order by month desc nulls last, client_id limit :limit offset :offset
                        ) page on true
                        order by page.month desc nulls last, page.client_id
                        """
                                .formatted(
                                        byClient ? "c.client_id" : "null::uuid",
                                        byMonth ? "date_trunc('month', c.date::timestamp)::date" : "null::date",
                                        TimeReading.BILLED))
                .param("organization", organization.value())
                .param("from", from == null ? LocalDate.of(1900, 1, 1) : from)
                .param("to", to == null ? LocalDate.of(2200, 12, 31) : to)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query((row, _) -> {
                    LocalDate month = row.getObject("month", LocalDate.class);
                    UUID client = row.getObject("client_id", UUID.class);
                    row.getLong("minutes");
                    return new Row(
                            row.wasNull()
                                    ? null
                                    : new HoursBy(
                                            client == null ? null : new ClientId(client),
                                            month == null ? null : YearMonth.from(month),
                                            row.getLong("minutes"),
                                            row.getLong("billable"),
                                            row.getLong("unbilled")),
                            row.getLong("groups"));
                })
                .list();
        List<HoursBy> page = new ArrayList<>();
        rows.forEach(row -> {
            if (row.hours() != null) {
                page.add(row.hours());
            }
        });
        return new PageImpl<>(page, pageable, rows.getFirst().groups());
    }
}
