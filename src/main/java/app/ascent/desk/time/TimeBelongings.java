package app.ascent.desk.time;

import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.DependentsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What time was worked on is not deleted, nor is the client it was worked for: hours would be lost to whoever bills them. Where some of
 * it is on its way to an invoice, nobody can take the time away first.
 */
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

    private record Belonging<I>(Class<I> ids, TimeReading time, Function<I, TimeFilter> filter)
            implements DependentsOf<I> {

        @Override
        public Dependents count(OrganizationId organization, I id) {
            TimeSums sums = time.sums(organization, filter.apply(id));
            Dependents settled = SettledTime.of(sums);
            return settled.count() > 0 ? settled : new Dependents("time-tracking.count", sums.entries());
        }
    }
}
