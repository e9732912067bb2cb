package app.ascent.desk.time;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.field.BySource;
import app.ascent.record.field.Decimals;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Minutes;
import app.ascent.record.field.Money;
import app.ascent.record.field.Otherwise;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a time entry that an import can fill. It belongs to a ticket, a task or a project, or to a client alone.
 *
 * @param date of the work, in no time zone
 * @param billableMinutes what an invoice counts, where that is not what was worked
 * @param projectId of a task, its project
 * @param clientId of the ticket or the project, which the table keeps true; null only until it is written
 * @param userName whose time it is where that is no user
 * @param invoiceNumber of the invoice it is on, where one is known
 */
public record TimeEntryFields(
        LocalDate date,
        @Nullable Instant startAt,
        @Nullable Instant endAt,
        @Minutes Long minutes,
        @Minutes @Nullable Long billableMinutes,
        @Line(1_000_000) String description,
        @Line(1_000_000) @Nullable String internalNote,
        @Nullable TicketId ticketId,
        @Nullable TaskId taskId,
        @Nullable ProjectId projectId,
        @Nullable ClientId clientId,
        @Nullable ContractId contractId,
        @Nullable UserId userId,
        @Line(200) @Nullable String userName,
        @Otherwise("true") boolean billable,
        @BySource @Otherwise("UNBILLED") BillingState billingState,
        @Money @Nullable BigDecimal rate,
        @Line(100) @Nullable String workType,
        @Line(100) @Nullable String role,
        @BySource @Line(50) @Nullable String invoiceNumber) {

    public static final Fields<TimeEntryFields> FIELDS = Fields.of(TimeEntryFields.class);

    public TimeEntryFields {
        rate = Decimals.money(rate);
    }
}
