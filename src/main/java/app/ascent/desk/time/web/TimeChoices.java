package app.ascent.desk.time.web;

import static app.ascent.record.page.RecordChoices.MOST;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.page.WhichClient;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntryView;
import app.ascent.desk.time.Timers;
import app.ascent.desk.time.WorkItems;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.MemberChoices;
import app.ascent.record.page.RecordChoices;
import app.ascent.record.page.RecordForms;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the form of a time entry offers to choose from: colleagues, and contracts of the client. */
@Component
class TimeChoices implements RecordForms.Surroundings<TimeEntryView> {

    private final Contracts contracts;
    private final MemberChoices people;
    private final RecordChoices choices;
    private final WorkItems items;
    private final TimeInput input;
    private final TimerCards timers;
    private final CurrentUser currentUser;

    TimeChoices(
            Contracts contracts,
            MemberChoices people,
            RecordChoices choices,
            WorkItems items,
            TimeInput input,
            TimerCards timers,
            CurrentUser currentUser) {
        this.contracts = contracts;
        this.people = people;
        this.choices = choices;
        this.items = items;
        this.input = input;
        this.timers = timers;
        this.currentUser = currentUser;
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable TimeEntryView entry, Entered entered) {
        OrganizationId organization = currentUser.organization();
        TicketId ticket = (TicketId) Ids.parsed(TicketId.class, entered.comparable("ticketId"));
        TaskId task = (TaskId) Ids.parsed(TaskId.class, entered.comparable("taskId"));
        ProjectId project = task == null
                ? (ProjectId) Ids.parsed(ProjectId.class, entered.comparable("projectId"))
                : items.projectOf(organization, task).orElse(null);
        ClientId client = belonging(organization, ticket, project)
                .map(WorkItems.Belonging::client)
                .orElse(WhichClient.of(entered));
        page.addObject("timeEntry", entry);
        page.addObject("timed", entry == null && entered.has(Timers.TIMER));
        page.addObject("timer", entry == null ? timers.of(entered.comparable(Timers.TIMER)) : null);
        page.addObject(
                "members", people.of(entry == null ? null : entry.fields().userId()));
        page.addObject("alone", ticket == null && task == null && project == null);
        page.addObject("itemName", choices.name(ticket != null ? ticket : task != null ? task : project));
        page.addObject("clientName", choices.name(client));
        page.addObject("cancel", cancel(entry, ticket, task, project, client));
        page.addObject("startTime", input.time(entered, TimeInput.START, "startAt"));
        page.addObject("endTime", input.time(entered, TimeInput.END, "endAt"));
        page.addObject(
                "contracts",
                client == null
                        ? Map.of()
                        : choices.of(
                                contracts.list(organization, ContractFilter.of(client), MOST),
                                entry == null ? null : entry.fields().contractId()));
        return page;
    }

    private Optional<WorkItems.Belonging> belonging(
            OrganizationId organization, @Nullable TicketId ticket, @Nullable ProjectId project) {
        if (ticket != null) {
            return items.of(organization, ticket);
        }
        return project == null ? Optional.empty() : items.of(organization, project);
    }

    /** Where whoever logs nothing after all came from. */
    private static String cancel(
            @Nullable TimeEntryView entry,
            @Nullable TicketId ticket,
            @Nullable TaskId task,
            @Nullable ProjectId project,
            @Nullable ClientId client) {
        if (entry != null) {
            return "/time-tracking/" + entry.id();
        }
        if (ticket != null) {
            return "/tickets/" + ticket;
        }
        if (task != null) {
            return "/tasks/" + task;
        }
        if (project != null) {
            return "/projects/" + project;
        }
        return client == null ? "/time-tracking" : "/clients/" + client;
    }
}
