package app.ascent.desk.time;

import app.ascent.contracts.ContractId;
import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.record.DependentsOf;
import app.ascent.record.HoldsOf;
import app.ascent.record.RecordRefused.Dependents;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Time on its way to an invoice, or on one, stays with the client that it is billed to: so does what it was worked on. The contract it
 * is billed by stays as well.
 */
@Configuration(proxyBeanMethods = false)
class SettledTime {

    @Bean
    HoldsOf<TicketId> settledTimeOfTickets(TimeReading time) {
        return new Holding<>(TicketId.class, time, TimeFilter::of);
    }

    @Bean
    HoldsOf<ProjectId> settledTimeOfProjects(TimeReading time) {
        return new Holding<>(ProjectId.class, time, TimeFilter::of);
    }

    @Bean
    DependentsOf<ContractId> settledTimeOfContracts(TimeReading time) {
        return new Keeping(time);
    }

    /** Deleting it would take it off what was billed by it. */
    private record Keeping(TimeReading time) implements DependentsOf<ContractId> {

        @Override
        public Class<ContractId> ids() {
            return ContractId.class;
        }

        @Override
        public Dependents count(OrganizationId organization, ContractId id) {
            return of(time.sums(organization, TimeFilter.of(id)));
        }
    }

    private record Holding<I>(Class<I> ids, TimeReading time, Function<I, TimeFilter> filter) implements HoldsOf<I> {

        @Override
        public Dependents count(OrganizationId organization, I id) {
            return of(time.sums(organization, filter.apply(id)));
        }
    }

    static Dependents of(TimeSums sums) {
        long settled = Stream.of(BillingState.values())
                .filter(BillingState::isSettled)
                .mapToLong(state -> sums.of(state).entries())
                .sum();
        return new Dependents("time-tracking.settled.count", settled, true);
    }
}
