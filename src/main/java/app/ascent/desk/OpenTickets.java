package app.ascent.desk;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many tickets there are in which something is still to be done, each answer from one statement. */
@Service
public class OpenTickets {

    private static final String OPEN = " from desk_ticket c where c.organization_id = :organization and not c.closed";

    private final JdbcClient jdbc;

    OpenTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unassigned how many nobody does, user or not */
    public record Counts(long open, long critical, long unassigned) {}

    /**
     * @param today how many are to be done today
     * @param late how many should be done by now, of today or earlier
     */
    public record Due(long today, long late) {}

    /** Those of some tickets that are open. */
    @Transactional(readOnly = true)
    public Set<UUID> among(OrganizationId organization, Collection<UUID> tickets) {
        return Set.copyOf(jdbc.sql("select c.id" + OPEN + " and c.id = any(:tickets)")
                .param("organization", organization.value())
                .param("tickets", tickets.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** @param whose null for all */
    @Transactional(readOnly = true)
    public Counts count(OrganizationId organization, @Nullable UserId whose) {
        return of(
                        organization,
                        whose,
                        "select count(*) as open, count(*) filter (where c.priority = 'CRITICAL') as critical,"
                                + " count(*) filter (where c.assignee_id is null and c.assignee_name is null) as unassigned"
                                + OPEN)
                .query((row, _) -> new Counts(row.getLong("open"), row.getLong("critical"), row.getLong("unassigned")))
                .single();
    }

    /**
     * @param whose null for all
     * @param today when the day began
     * @param tomorrow when the next day begins
     */
    @Transactional(readOnly = true)
    public Due due(OrganizationId organization, @Nullable UserId whose, Instant now, Instant today, Instant tomorrow) {
        return of(
                        organization,
                        whose,
                        "select count(*) filter (where c.due_by >= :today) as today,"
                                + " count(*) filter (where c.due_by < :now) as late" + OPEN
                                + " and c.due_by < :tomorrow")
                .param("now", Timestamp.from(now))
                .param("today", Timestamp.from(today))
                .param("tomorrow", Timestamp.from(tomorrow))
                .query((row, _) -> new Due(row.getLong("today"), row.getLong("late")))
                .single();
    }

    private JdbcClient.StatementSpec of(OrganizationId organization, @Nullable UserId whose, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql + (whose == null ? "" : " and c.assignee_id = :whose"))
                .param("organization", organization.value());
        return whose == null ? statement : statement.param("whose", whose.value());
    }
}
