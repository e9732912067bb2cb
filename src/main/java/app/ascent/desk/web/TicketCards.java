package app.ascent.desk.web;

import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.identity.SignedInUser;
import app.ascent.record.page.FirstPageCard;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** What whoever looks at the first page does, and what is to be done today. */
@Configuration(proxyBeanMethods = false)
class TicketCards {

    private static final int FEW = 5;

    /**
     * @param due whether the rows tell when they are due
     * @param all where all of them are
     */
    record Some(boolean due, List<TicketRow> rows, long count, String all) {}

    /** Which tickets a card shows, and where all of them are. */
    private record Wanted(TicketFilter filter, Sort order, String all) {}

    @Bean
    FirstPageCard myOpenTickets(Tickets tickets, TicketRows rows, CurrentUser currentUser) {
        return new Card(10, false, tickets, rows) {
            @Override
            Wanted wanted(OrganizationId organization) {
                SignedInUser me = currentUser.get();
                return new Wanted(
                        TicketFilter.builder()
                                .standing(TicketFilter.Standing.OPEN)
                                .assignee(me.id())
                                .build(),
                        Sort.by(Sort.Direction.DESC, "activity"),
                        "/tickets?assignee=" + me.id());
            }
        };
    }

    @Bean
    FirstPageCard ticketsDueToday(Tickets tickets, TicketRows rows, DeskClock clock, CurrentUser currentUser) {
        return new Card(11, true, tickets, rows) {
            @Override
            Wanted wanted(OrganizationId organization) {
                SignedInUser me = currentUser.get();
                boolean mine = me.role() == Role.MEMBER;
                DueDays days = clock.of(organization);
                return new Wanted(
                        TicketFilter.builder()
                                .standing(TicketFilter.Standing.OPEN)
                                .assignee(mine ? me.id() : null)
                                .dueFrom(days.today())
                                .dueBefore(days.tomorrow())
                                .build(),
                        Sort.by("due"),
                        "/tickets?" + (mine ? "assignee=" + me.id() + "&" : "") + "due=TODAY&sort=due");
            }
        };
    }

    private abstract static class Card implements FirstPageCard {

        private final int place;
        private final boolean due;
        private final Tickets tickets;
        private final TicketRows rows;

        Card(int place, boolean due, Tickets tickets, TicketRows rows) {
            this.place = place;
            this.due = due;
            this.tickets = tickets;
            this.rows = rows;
        }

        abstract Wanted wanted(OrganizationId organization);

        @Override
        public int place() {
            return place;
        }

        @Override
        public String authority() {
            return "tickets.read";
        }

        @Override
        public Shown of(OrganizationId organization) {
            Wanted wanted = wanted(organization);
            Page<TicketView> some = tickets.list(organization, wanted.filter(), PageRequest.of(0, FEW, wanted.order()));
            return new Shown(
                    "desk/first-page",
                    new Some(due, rows.of(organization, some).getContent(), some.getTotalElements(), wanted.all()));
        }
    }
}
