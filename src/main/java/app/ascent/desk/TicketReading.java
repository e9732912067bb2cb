package app.ascent.desk;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.record.field.Person;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tickets as everybody sees them, each with the names of its status and its category. */
@Component
class TicketReading extends RecordReading<TicketFields, TicketView, TicketFilter> {

    private static final String LABELS =
            "c.problem_id, s.name as status_name, s.colour as status_colour, k.name as category_name, k.colour as category_colour";

    private static final String BESIDE =
            """
             join desk_status s on s.organization_id = c.organization_id and s.id = c.status_id
            left join desk_category k on k.organization_id = c.organization_id and k.id = c.category_id""";

    private final OrganizationDays days;
    private final PageQuery<TicketFields, TicketView> query;

    TicketReading(JdbcClient jdbc, OrganizationDays days) {
        this.days = days;
        query = new PageQuery<>(
                jdbc,
                TicketTables.TICKETS,
                LABELS,
                BESIDE,
                (ticket, row) -> new TicketView(
                        new TicketId(ticket.id()),
                        ticket.fields(),
                        problem(row),
                        new Label(row.getString("status_name"), Colour.valueOf(row.getString("status_colour"))),
                        category(row),
                        ticket.source(),
                        ticket.created(),
                        ticket.updated(),
                        ticket.version()));
    }

    private static @Nullable TicketId problem(ResultSet row) throws SQLException {
        UUID problem = row.getObject("problem_id", UUID.class);
        return problem == null ? null : new TicketId(problem);
    }

    private static @Nullable Label category(ResultSet row) throws SQLException {
        String name = row.getString("category_name");
        return name == null ? null : new Label(name, Colour.valueOf(row.getString("category_colour")));
    }

    @Override
    protected PageQuery<TicketFields, TicketView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, TicketFilter filter) {
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("status_id", value(filter.status()))
                .equal("priority", filter.priority())
                .equal("client_id", value(filter.client()))
                .equal("assignee_id", value(filter.assignee()))
                .equal("contract_id", value(filter.contract()))
                .equal("project_id", value(filter.project()))
                .equal("problem_id", value(filter.problem()))
                .equal("category_id", value(filter.category()))
                .equal("queue", filter.queue())
                .equal("type", filter.type())
                .origin(filter.origin());
        Instant dueFrom = filter.dueFrom();
        if (dueFrom != null) {
            criteria.and("c.due_by >= :due_from").parameter("due_from", Timestamp.from(dueFrom));
        }
        Instant dueBefore = filter.dueBefore();
        if (dueBefore != null) {
            criteria.and("c.due_by < :due_before").parameter("due_before", Timestamp.from(dueBefore));
        }
        switch (filter.standing()) {
            case OPEN -> criteria.and("not c.closed");
            case CLOSED -> criteria.and("c.closed");
            case ANY -> {}
        }
        people(criteria, filter);
        either(criteria, "contact", value(filter.contact()));
        either(criteria, "asset", value(filter.asset()));
        if (filter.tag() != null) {
            criteria.and("array[:tag::text] <@ c.tags").parameter("tag", filter.tag());
        }
        ZoneId zone = days.zone(organization);
        within(criteria, "opened_at", filter.created(), zone);
        within(criteria, "last_activity_at", filter.updated(), zone);
        within(criteria, "due_by", filter.due(), zone);
        return criteria;
    }

    private static @Nullable UUID value(@Nullable Record id) {
        return id == null ? null : UUID.fromString(id.toString());
    }

    private static void people(Criteria criteria, TicketFilter filter) {
        UserId involved = filter.involved();
        if (involved != null) {
            criteria.and("(c.assignee_id = :involved or :person = any(c.people))")
                    .parameter("involved", involved.value())
                    .parameter("person", Person.user(involved).line());
        }
        if (filter.unassigned()) {
            criteria.and("c.assignee_id is null and c.assignee_name is null");
        }
    }

    /** The first one of a ticket, or one of the further ones. */
    private static void either(Criteria criteria, String what, @Nullable UUID id) {
        if (id != null) {
            criteria.and("(c.%1$s_id = :%1$s or c.%1$s_ids <> '{}' and array[:%1$s::uuid] <@ c.%1$s_ids)"
                            .formatted(what))
                    .parameter(what, id);
        }
    }

    private static void within(Criteria criteria, String column, DateRange range, ZoneId zone) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (from != null) {
            criteria.and("c.%1$s >= :%1$s_from".formatted(column)).parameter(column + "_from", begin(from, zone));
        }
        if (to != null) {
            criteria.and("c.%1$s < :%1$s_to".formatted(column)).parameter(column + "_to", begin(to.plusDays(1), zone));
        }
    }

    private static Timestamp begin(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
