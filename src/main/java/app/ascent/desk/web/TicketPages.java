package app.ascent.desk.web;

import app.ascent.crm.page.LeftOutHints;
import app.ascent.crm.page.WhichClient;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.desk.TicketsByNumber;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordPages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tickets, and each ticket with its conversation and its history. */
@Controller
@RequestMapping("/tickets")
@PreAuthorize("hasAuthority('tickets.read')")
class TicketPages {

    private final Tickets tickets;
    private final TicketsByNumber numbers;
    private final TicketSheets sheets;
    private final TicketFilters filters;
    private final DeskClock clock;
    private final WhichClient whichClient;
    private final LeftOutHints leftOut;
    private final CurrentUser currentUser;
    private final RecordPages<TicketId, TicketView, TicketFilter> pages;

    TicketPages(
            Tickets tickets,
            TicketsByNumber numbers,
            TicketRows rows,
            TicketSheets sheets,
            TicketFilters filters,
            DeskClock clock,
            WhichClient whichClient,
            LeftOutHints leftOut,
            PageServices services,
            CurrentUser currentUser) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.sheets = sheets;
        this.filters = filters;
        this.clock = clock;
        this.whichClient = whichClient;
        this.leftOut = leftOut;
        this.currentUser = currentUser;
        this.pages = new RecordPages<>(TicketForms.KIND, tickets, rows, services);
    }

    @GetMapping
    String list(
            @ModelAttribute("query") TicketQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        Optional<TicketId> numbered = numbers.find(organization, query.words());
        if (numbered.isPresent()) {
            return Fragments.leave(headers, response, "/tickets/" + numbered.get());
        }
        DueDays days = clock.of(organization);
        if (whichClient.list(pages, query, asked -> asked.filter(days), model)) {
            model.addAttribute("leftOut", leftOut.of("tickets", query.words()));
            model.addAttribute("done", !query.filtered() && tickets.count(organization) > 0);
        }
        filters.offer(query, model);
        return Fragments.view(headers, response, "desk/tickets", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        TicketView ticket = pages.show(id, model);
        model.addAttribute("sheet", sheets.of(ticket));
        model.addAttribute("notes", sheets.notes(ticket.id()));
        return "desk/ticket";
    }

    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        model.addAttribute("notes", sheets.notes(new TicketId(id)));
        return pages.tabs(id, at, model);
    }

    /** All of a text of which the page of the ticket shows the beginning. */
    @GetMapping("/{id}/{text:description|resolution}")
    String text(
            @PathVariable UUID id,
            @PathVariable String text,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        TicketView ticket = tickets.get(currentUser.organization(), new TicketId(id));
        model.addAttribute("ticket", ticket);
        model.addAttribute("which", text);
        model.addAttribute(
                "text",
                text.equals("description")
                        ? ticket.fields().description()
                        : ticket.fields().resolution());
        return Fragments.view(headers, response, "desk/ticket-text", "whole");
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("notes", sheets.notes(new TicketId(id)));
        return pages.activity(id, page, model);
    }
}
