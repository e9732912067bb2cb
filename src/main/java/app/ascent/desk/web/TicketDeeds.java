package app.ascent.desk.web;

import app.ascent.desk.ChecklistLine;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to a ticket by a button of its page. */
@Controller
@RequestMapping("/tickets/{id}")
@PreAuthorize("hasAuthority('tickets.update')")
class TicketDeeds {

    private final Tickets tickets;
    private final RecordWords words;
    private final CurrentUser currentUser;

    TicketDeeds(Tickets tickets, RecordWords words, CurrentUser currentUser) {
        this.tickets = tickets;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** One that is closed already stays as it is. */
    @PostMapping("/resolve")
    String resolve(@PathVariable UUID id, RedirectAttributes redirect) {
        OrganizationId organization = currentUser.organization();
        TicketView ticket = tickets.get(organization, new TicketId(id));
        if (!ticket.fields().closed()) {
            tickets.update(organization, ticket.id(), ticket.entered().with("statusId", SystemStatus.RESOLVED.id()));
            say(redirect, "tickets.resolved", ticket);
        }
        return page(id);
    }

    @GetMapping("/reopen")
    String confirmReopen(@PathVariable UUID id, Model model) {
        model.addAttribute("ticket", tickets.get(currentUser.organization(), new TicketId(id)));
        return "desk/ticket-reopen";
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable UUID id, RedirectAttributes redirect) {
        TicketView ticket = tickets.get(currentUser.organization(), new TicketId(id));
        if (ticket.fields().closed()) {
            tickets.reopen(currentUser.organization(), ticket.id());
            say(redirect, "tickets.reopened", ticket);
        }
        return page(id);
    }

    /**
     * Ticks what was ticked, under the name of whoever did it; what was done before stays as it was.
     *
     * @param done places of the lines whose boxes are ticked
     */
    @PostMapping("/checklist")
    String tick(@PathVariable UUID id, @RequestParam long version, @RequestParam(required = false) Set<Integer> done) {
        OrganizationId organization = currentUser.organization();
        TicketView ticket = tickets.get(organization, new TicketId(id));
        List<String> lines = ticked(ticket.fields().checklist(), done == null ? Set.of() : done);
        tickets.update(
                organization,
                ticket.id(),
                ticket.entered().with("checklist", String.join("\n", lines)).with(Entered.VERSION, version));
        return page(id) + "#checklist";
    }

    private static List<String> ticked(List<ChecklistLine> lines, Set<Integer> done) {
        List<String> ticked = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            ChecklistLine line = lines.get(at);
            ChecklistLine next = done.contains(at) == line.done()
                    ? line
                    : new ChecklistLine(line.text(), done.contains(at), line.important(), null, null);
            ticked.add(next.line());
        }
        return ticked;
    }

    private void say(RedirectAttributes redirect, String sentence, TicketView ticket) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(words.say(sentence, ticket.name())));
    }

    private static String page(UUID id) {
        return "redirect:/tickets/" + id;
    }
}
