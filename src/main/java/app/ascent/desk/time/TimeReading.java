package app.ascent.desk.time;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.record.field.Ids;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordFigures;
import app.ascent.record.table.RecordReading;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads time entries as everybody sees them, and what they come to. */
@Component
class TimeReading extends RecordReading<TimeEntryFields, TimeEntryView, TimeFilter> {

    /** What an invoice counts of one entry. */
    static final String BILLED = "case when c.billable then coalesce(c.billable_minutes, c.minutes) else 0 end";

    private static final String SUMS = "c.billing_state, count(*) as entries, sum(c.minutes)::bigint as minutes,"
            + " sum(" + BILLED + ")::bigint as billed, min(c.date) as since";

    private final PageQuery<TimeEntryFields, TimeEntryView> query;
    private final RecordFigures figures;

    TimeReading(JdbcClient jdbc) {
        figures = new RecordFigures(jdbc, TimeTables.TIME);
        query = new PageQuery<>(
                jdbc,
                TimeTables.TIME,
                (entry, row) -> new TimeEntryView(
                        new TimeEntryId(entry.id()),
                        entry.fields(),
                        entry.source(),
                        entry.created(),
                        entry.updated(),
                        entry.version()));
    }

    /** What all entries that fit come to, however many they are, in one statement, or two of a search. */
    TimeSums sums(OrganizationId organization, TimeFilter filter) {
        Map<BillingState, TimeSums.Sum> sums = new EnumMap<>(BillingState.class);
        figures.of(
                criteria(organization, filter),
                SUMS,
                "c.billing_state",
                row -> sums.put(
                        BillingState.valueOf(row.getString("billing_state")),
                        new TimeSums.Sum(
                                row.getLong("entries"),
                                row.getLong("minutes"),
                                row.getLong("billed"),
                                row.getObject("since", LocalDate.class))));
        return new TimeSums(sums);
    }

    @Override
    protected PageQuery<TimeEntryFields, TimeEntryView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, TimeFilter filter) {
        UserId user = filter.user();
        Criteria criteria = new Criteria(organization, filter.search())
                .equal("client_id", value(filter.client()))
                .equal("ticket_id", value(filter.ticket()))
                .equal("task_id", value(filter.task()))
                .equal("project_id", value(filter.project()))
                .equal("contract_id", value(filter.contract()))
                .equal("user_id", user == null ? null : user.value())
                .equal("user_name", filter.userName())
                .equal("billing_state", filter.state());
        LocalDate from = filter.from();
        if (from != null) {
            criteria.and("c.date >= :from").parameter("from", from);
        }
        LocalDate to = filter.to();
        return to == null ? criteria : criteria.and("c.date <= :to").parameter("to", to);
    }

    private static @Nullable Object value(@Nullable Record id) {
        return id == null ? null : Ids.of(id.getClass()).value(id);
    }
}
