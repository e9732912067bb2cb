package app.ascent.desk.time.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeFilter;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.page.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The time of tickets, tasks, projects, clients and contracts, on their pages. */
@Configuration(proxyBeanMethods = false)
class TimePanels {

    private final TimeEntries entries;
    private final TimeRows rows;
    private final TimerCards timers;

    TimePanels(TimeEntries entries, TimeRows rows, TimerCards timers) {
        this.entries = entries;
        this.rows = rows;
        this.timers = timers;
    }

    @Bean
    @Order(0)
    Panel<TicketId> timeOfATicket() {
        return new TimePanel<>(TicketId.class, "ticket", TimeFilter::of, "ticketId", true, entries, rows, timers);
    }

    @Bean
    @Order(0)
    Panel<TaskId> timeOfATask() {
        return new TimePanel<>(TaskId.class, "task", TimeFilter::of, "taskId", true, entries, rows, timers);
    }

    @Bean
    Panel<ProjectId> timeOfAProject() {
        return new TimePanel<>(ProjectId.class, "project", TimeFilter::of, "projectId", true, entries, rows, null);
    }

    @Bean
    Panel<ClientId> timeOfAClient() {
        return new TimePanel<>(ClientId.class, "client", TimeFilter::of, "clientId", false, entries, rows, null);
    }

    @Bean
    Panel<ContractId> timeUnderAContract() {
        return new TimePanel<>(ContractId.class, "contract", TimeFilter::of, "", false, entries, rows, null);
    }
}
