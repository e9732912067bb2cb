package app.ascent.desk.time;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.contracts.OrganizationDays;
import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.desk.TicketId;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a time entry must be, whoever enters it. */
@Component
class TimeRules {

    private static final String DATE = "date";
    private static final String TICKET = "ticketId";
    private static final String TASK = "taskId";
    private static final String PROJECT = "projectId";
    private static final String CLIENT = "clientId";
    private static final String USER = "userId";
    private static final String USER_NAME = "userName";

    private final Inputs inputs;
    private final WorkingTime working;
    private final WorkItems items;
    private final Clients clients;
    private final Contracts contracts;
    private final Users users;
    private final OrganizationDays days;
    private final CurrentUser currentUser;

    TimeRules(
            Inputs inputs,
            WorkingTime working,
            WorkItems items,
            Clients clients,
            Contracts contracts,
            Users users,
            OrganizationDays days,
            CurrentUser currentUser) {
        this.inputs = inputs;
        this.working = working;
        this.items = items;
        this.clients = clients;
        this.contracts = contracts;
        this.users = users;
        this.days = days;
        this.currentUser = currentUser;
    }

    /** Whose time it is, and of which project, as that follows from what was worked on. */
    private record Belonging(@Nullable ClientId client, @Nullable ProjectId project) {}

    /** @param present of the entry that is changed, or null for a new one */
    TimeEntryFields check(OrganizationId organization, @Nullable TimeEntryFields present, Entered entered) {
        Input<TimeEntryFields> input =
                inputs.read(TimeEntryFields.FIELDS, settled(organization, present, entered), present);
        working.check(organization, input, present);
        checkRate(input, present);
        Belonging belonging = belonging(organization, input, present);
        checkContract(organization, input, belonging.client(), present);
        checkUser(organization, input, present);
        TimeEntryFields accepted = input.accepted();
        return billed(somebodys(with(with(accepted, CLIENT, belonging.client()), PROJECT, belonging.project())));
    }

    /** What nobody has to say: it was today, it was whoever says so, and it took from the start to the end. */
    private Entered settled(OrganizationId organization, @Nullable TimeEntryFields present, Entered entered) {
        Entered settled = entered;
        if (settled.text(DATE) == null) {
            settled = settled.with(DATE, present == null ? days.today(organization) : present.date());
        }
        if (settled.text(USER) == null && settled.text(USER_NAME) == null) {
            settled = present == null
                    ? settled.with(USER, currentUser.get().id())
                    : settled.with(USER, present.userId()).with(USER_NAME, present.userName());
        }
        return working.settled(settled);
    }

    /** An import may have written one below zero, which may stay. */
    private static void checkRate(Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        BigDecimal rate = input.value("rate", BigDecimal.class);
        BigDecimal before = present == null ? null : present.rate();
        boolean kept = rate != null && before != null && rate.compareTo(before) == 0;
        if (rate != null && !kept && rate.signum() < 0) {
            input.refuse("rate", "rate-below-zero");
        }
    }

    private Belonging belonging(
            OrganizationId organization, Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        TicketId ticket = input.value(TICKET, TicketId.class);
        TaskId task = input.value(TASK, TaskId.class);
        ProjectId project = input.value(PROJECT, ProjectId.class);
        if (ticket != null && (task != null || project != null)) {
            input.refuse(TICKET, "time-one-work-item");
            return new Belonging(null, null);
        }
        if (task != null) {
            project = projectOf(organization, input, task);
        }
        if (ticket != null) {
            return new Belonging(clientOf(input, TICKET, items.of(organization, ticket)), null);
        }
        if (project != null) {
            return new Belonging(clientOf(input, PROJECT, items.of(organization, project)), project);
        }
        return new Belonging(task == null ? client(organization, input, present) : null, null);
    }

    private @Nullable ProjectId projectOf(OrganizationId organization, Input<TimeEntryFields> input, TaskId task) {
        Optional<ProjectId> project = items.projectOf(organization, task);
        ProjectId said = input.value(PROJECT, ProjectId.class);
        if (project.isEmpty()) {
            input.refuse(TASK, "unknown");
        } else if (said != null && !said.equals(project.get())) {
            input.refuse(PROJECT, "time-project-of-task");
        }
        return project.orElse(null);
    }

    private static @Nullable ClientId clientOf(
            Input<TimeEntryFields> input, String item, Optional<WorkItems.Belonging> found) {
        if (found.isEmpty()) {
            input.refuse(item, "unknown");
            return null;
        }
        ClientId client = found.get().client();
        ClientId said = input.value(CLIENT, ClientId.class);
        if (said != null && !said.equals(client)) {
            input.refuse(CLIENT, "time-client-of-work-item");
        }
        return client;
    }

    private @Nullable ClientId client(
            OrganizationId organization, Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        ClientId client = input.value(CLIENT, ClientId.class);
        if (client == null) {
            input.refuse(CLIENT, "required.clientId");
        } else if (!(present != null && client.equals(present.clientId()))
                && clients.find(organization, client).isEmpty()) {
            input.refuse(CLIENT, "unknown");
        }
        return client;
    }

    /** An import may name a contract of another client, of a parent for example; there it may stay. */
    private void checkContract(
            OrganizationId organization,
            Input<TimeEntryFields> input,
            @Nullable ClientId client,
            @Nullable TimeEntryFields present) {
        ContractId contract = input.value("contractId", ContractId.class);
        boolean kept = present != null
                && Objects.equals(client, present.clientId())
                && Objects.equals(contract, present.contractId());
        if (client == null || contract == null || kept) {
            return;
        }
        if (contracts
                .find(organization, contract)
                .filter(found -> found.fields().clientId().equals(client))
                .isEmpty()) {
            input.refuse("contractId", "contract-of-client");
        }
    }

    /** Whose time it is already may stay, member or not. */
    private void checkUser(
            OrganizationId organization, Input<TimeEntryFields> input, @Nullable TimeEntryFields present) {
        UserId user = input.value(USER, UserId.class);
        boolean kept = present != null && Objects.equals(user, present.userId());
        if (user != null && !kept && !users.names(organization, List.of(user)).containsKey(user)) {
            input.refuse(USER, "unknown");
        }
    }

    /** A user has a name of their own. */
    private static TimeEntryFields somebodys(TimeEntryFields entry) {
        return entry.userId() == null ? entry : with(entry, USER_NAME, null);
    }

    /** Nobody enters how far it has come: until an invoice is made of it, that follows from whether it can be billed. */
    private static TimeEntryFields billed(TimeEntryFields entry) {
        return with(entry, "billingState", entry.billable() ? BillingState.UNBILLED : BillingState.NOT_BILLABLE);
    }

    private static TimeEntryFields with(TimeEntryFields entry, String field, @Nullable Object value) {
        return TimeEntryFields.FIELDS.with(entry, field, value);
    }
}
