package app.ascent.desk.web;

import app.ascent.desk.Colour;
import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketStatuses;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.web.NavigationItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which Owner and Admin see what tickets can be and be about. */
@Controller
@PreAuthorize("hasAuthority('tickets.customize')")
class CustomizationPages {

    static final String PATH = "/admin/ticket-customization";

    private final TicketStatuses statuses;
    private final TicketCategories categories;
    private final CurrentUser currentUser;

    CustomizationPages(TicketStatuses statuses, TicketCategories categories, CurrentUser currentUser) {
        this.statuses = statuses;
        this.categories = categories;
        this.currentUser = currentUser;
    }

    /** Where the sidebar leads to it. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationItem ticketCustomizationItem() {
            return new NavigationItem(
                    "nav.admin", 75, "nav.ticket-customization", PATH, "adjustments", "tickets.customize");
        }
    }

    /**
     * A status or a category in its table.
     *
     * @param tickets how many have it, as people write it
     */
    record Row(UUID id, String name, Colour colour, boolean closed, boolean preset, boolean system, long tickets) {}

    @GetMapping(PATH)
    String show(Model model) {
        OrganizationId organization = currentUser.organization();
        Map<UUID, Long> having = statuses.tickets(organization);
        List<Row> rows = statuses.all(organization).stream()
                .map(status -> new Row(
                        status.id().value(),
                        status.name(),
                        status.colour(),
                        status.closed(),
                        status.preset(),
                        status.system(),
                        having.getOrDefault(status.id().value(), 0L)))
                .toList();
        Map<UUID, Long> about = categories.tickets(organization);
        List<Row> more = categories.all(organization).stream()
                .map(category -> new Row(
                        category.id().value(),
                        category.name(),
                        category.colour(),
                        false,
                        false,
                        false,
                        about.getOrDefault(category.id().value(), 0L)))
                .toList();
        model.addAttribute("statuses", rows).addAttribute("categories", more);
        return "desk/customization";
    }
}
