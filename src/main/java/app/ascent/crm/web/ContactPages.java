package app.ascent.crm.web;

import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.MeantClients;
import app.ascent.crm.page.LeftOutHints;
import app.ascent.crm.page.WhichClient;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordPages;
import app.ascent.record.page.SourceCards;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

/** The list of contacts, and each contact with its history. */
@Controller
@RequestMapping("/contacts")
@PreAuthorize("hasAuthority('contacts.read')")
class ContactPages {

    private final Contacts contacts;
    private final WhichClient whichClient;
    private final MeantClients meantClients;
    private final SourceCards sourceCards;
    private final LeftOutHints leftOut;
    private final CurrentUser currentUser;
    private final RecordPages<ContactId, ContactView, ContactFilter> pages;

    ContactPages(
            Contacts contacts,
            WhichClient whichClient,
            MeantClients meantClients,
            SourceCards sourceCards,
            LeftOutHints leftOut,
            PageServices services,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.whichClient = whichClient;
        this.meantClients = meantClients;
        this.sourceCards = sourceCards;
        this.leftOut = leftOut;
        this.currentUser = currentUser;
        this.pages = new RecordPages<>(
                ContactForms.KIND, contacts, (organization, rows) -> rows.map(ContactRow::of), services);
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ListQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        if (whichClient.list(pages, query, ListQuery::contactFilter, model)) {
            model.addAttribute("leftOut", leftOut.of("contacts", query.words()));
        }
        model.addAttribute("statuses", RecordStatus.values());
        return Fragments.view(headers, response, "crm/contacts", "list");
    }

    /** Names to choose from while one is typed; without script people type the name, or enough of it. */
    @GetMapping("/clients")
    @PreAuthorize("hasAuthority('contacts.read') and hasAuthority('clients.read')")
    String clientNames(@RequestParam(defaultValue = "") String clientName, Model model) {
        model.addAttribute("names", meantClients.names(currentUser.organization(), clientName));
        return "crm/meant :: names";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        ContactView contact = pages.show(id, model);
        ContactFields fields = contact.fields();
        OrganizationId organization = currentUser.organization();
        model.addAttribute("fields", fields);
        model.addAttribute("notes", Records.lines(fields.notes()));
        model.addAttribute(
                "address",
                Records.address(
                        fields.address1(),
                        fields.address2(),
                        fields.additionalAddress(),
                        fields.city(),
                        fields.state(),
                        fields.postalCode(),
                        fields.country()));
        model.addAttribute(
                "source",
                sourceCards.of(
                        organization, "contacts", contact.source(), contacts.sourceTrace(organization, contact.id())));
        return "crm/contact";
    }

    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        return pages.tabs(id, at, model);
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        return pages.activity(id, page, model);
    }
}
