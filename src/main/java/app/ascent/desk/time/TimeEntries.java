package app.ascent.desk.time;

import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time that was worked, as people read and change it, and what it comes to. What is on its way to an invoice is changed and
 * deleted by nobody.
 */
@Service
public class TimeEntries extends RecordDesk<TimeEntryId, TimeEntryFields, @Nullable Void, TimeEntryView, TimeFilter> {

    /** What audit entries call a time entry. */
    public static final String AUDITED_AS = "Time entry";

    private final TimeReading reading;
    private final TimeRules rules;
    private final WorkItems items;

    TimeEntries(
            RecordRows<TimeEntryFields> rows,
            TimeReading reading,
            TimeRules rules,
            WorkItems items,
            DeskServices services) {
        super(AUDITED_AS, TimeEntryId.class, TimeEntryFields.FIELDS, rows, reading, services);
        this.reading = reading;
        this.rules = rules;
        this.items = items;
    }

    /** What all entries that fit come to. */
    @Transactional(readOnly = true)
    public TimeSums sums(OrganizationId organization, TimeFilter filter) {
        return reading.sums(organization, filter);
    }

    /** @throws TimeEntryBilled when it is on its way to an invoice */
    @Override
    @Transactional
    public void delete(OrganizationId organization, TimeEntryId id) {
        lock(organization, id);
        checkOpen(get(organization, id));
        super.delete(organization, id);
    }

    /** @throws TimeEntryBilled when it is on its way to an invoice */
    @Override
    protected Checked<TimeEntryFields, @Nullable Void> check(
            OrganizationId organization, @Nullable TimeEntryView entry, Entered entered) {
        if (entry != null) {
            checkOpen(entry);
        }
        TimeEntryFields checked = rules.check(organization, entry == null ? null : entry.fields(), entered);
        return new Checked<TimeEntryFields, @Nullable Void>(checked, null);
    }

    /** @throws TimeEntryBilled when it is on its way to an invoice */
    public void checkOpen(TimeEntryView entry) {
        if (entry.isSettled()) {
            throw new TimeEntryBilled(entry);
        }
    }

    /** Whoever works on a ticket has done something about it. */
    @Override
    protected void complete(
            OrganizationId organization,
            TimeEntryId id,
            @Nullable TimeEntryView before,
            Checked<TimeEntryFields, @Nullable Void> next) {
        TicketId ticket = next.fields().ticketId();
        if (ticket != null) {
            items.touch(organization, ticket);
        }
    }

    @Override
    protected @Nullable Void beside(TimeEntryView entry) {
        return null;
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable TimeEntryView before, @Nullable Void none) {
        return Map.of();
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable TimeEntryView before,
            @Nullable TimeEntryView after) {}
}
