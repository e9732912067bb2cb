package app.ascent.desk.time;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which time entries to list; null does not filter.
 *
 * @param project with the time of all its tasks
 * @param userName whose time it is where that is no user
 * @param from the first day
 * @param to the last day
 */
public record TimeFilter(
        @Nullable String search,
        @Nullable ClientId client,
        @Nullable TicketId ticket,
        @Nullable TaskId task,
        @Nullable ProjectId project,
        @Nullable ContractId contract,
        @Nullable UserId user,
        @Nullable String userName,
        @Nullable BillingState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static TimeFilter in(BillingState state) {
        return new TimeFilter(null, null, null, null, null, null, null, null, state, null, null);
    }

    public static TimeFilter of(ClientId client) {
        return new TimeFilter(null, client, null, null, null, null, null, null, null, null, null);
    }

    public static TimeFilter of(TicketId ticket) {
        return new TimeFilter(null, null, ticket, null, null, null, null, null, null, null, null);
    }

    public static TimeFilter of(TaskId task) {
        return new TimeFilter(null, null, null, task, null, null, null, null, null, null, null);
    }

    /** With the time of all its tasks. */
    public static TimeFilter of(ProjectId project) {
        return new TimeFilter(null, null, null, null, project, null, null, null, null, null, null);
    }

    public static TimeFilter of(ContractId contract) {
        return new TimeFilter(null, null, null, null, null, contract, null, null, null, null, null);
    }
}
