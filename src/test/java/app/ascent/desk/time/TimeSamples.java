package app.ascent.desk.time;

import app.ascent.crm.Samples;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time entries with no more said than a test is about, and tickets for them. */
public final class TimeSamples {

    private TimeSamples() {}

    /** Of Kjell, half an hour, for nobody yet. */
    public static TimeEntryFields entry(String description) {
        return new TimeEntryFields(
                LocalDate.of(2026, 4, 28),
                null,
                null,
                30L,
                null,
                description,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Kjell Ström",
                true,
                BillingState.UNBILLED,
                null,
                null,
                null,
                null);
    }

    public static TimeEntryFields with(TimeEntryFields entry, String field, @Nullable Object value) {
        return TimeEntryFields.FIELDS.with(entry, field, value);
    }

    /** An open ticket whose last activity was on the first day of 2026. */
    public static TicketId ticket(JdbcClient jdbc, OrganizationId organization, UUID client, String number) {
        UUID id = Samples.id();
        jdbc.sql(
                        """
                        insert into desk_status (organization_id, id, name, colour, closed, system, place, created_at,
                            updated_at, name_key)
                        values (?, ?, 'Open', 'BLUE', false, true, 2, now(), now(), 'open') on conflict do nothing
                        """)
                .params(organization.value(), SystemStatus.OPEN.id().value())
                .update();
        jdbc.sql(
                        """
                        insert into desk_ticket (organization_id, id, client_id, number, subject, status_id, closed,
                            priority, type, opened_at, last_activity_at, created_at, updated_at, due_by, sort_key)
                        values (?, ?, ?, ?, 'Mail flow stops', ?, false, 'HIGH', 'INCIDENT', '2026-01-01', '2026-01-01',
                            now(), now(), '9999-12-31', 'mail')
                        """)
                .params(
                        organization.value(),
                        id,
                        client,
                        number,
                        SystemStatus.OPEN.id().value())
                .update();
        return new TicketId(id);
    }
}
