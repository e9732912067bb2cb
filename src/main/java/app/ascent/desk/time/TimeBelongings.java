package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.DependentsOf;
import app.ascent.record.table.BelongingRecords;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time was worked on is not deleted, nor is the client it was worked for: hours would be lost to whoever bills them. */
@Configuration(proxyBeanMethods = false)
class TimeBelongings {

    @Bean
    DependentsOf<TicketId> timeOfTickets(TimeReading time) {
        return new Belonging<>(TicketId.class, time, TimeFilter::of);
    }

    @Bean
    DependentsOf<TaskId> timeOfTasks(TimeReading time) {
        return new Belonging<>(TaskId.class, time, TimeFilter::of);
    }

    @Bean
    DependentsOf<ProjectId> timeOfProjects(TimeReading time) {
        return new Belonging<>(ProjectId.class, time, TimeFilter::of);
    }

    @Bean
    DependentsOf<ClientId> timeOfClients(TimeReading time) {
        return new Belonging<>(ClientId.class, time, TimeFilter::of);
    }

    private static final class Belonging<I> extends BelongingRecords<I, TimeFilter> {

        Belonging(Class<I> ids, TimeReading time, Function<I, TimeFilter> filter) {
            super(ids, "time-tracking.count", time, filter);
        }
    }
}
