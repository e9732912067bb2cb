package app.ascent.crm.web;

import app.ascent.audit.Audit;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.Found;
import app.ascent.crm.RecordStatus;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
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

    private static final int ROWS = 25;

    private final Contacts contacts;
    private final Clients clients;
    private final SourceCards sourceCards;
    private final Audit audit;
    private final CurrentUser currentUser;

    ContactPages(Contacts contacts, Clients clients, SourceCards sourceCards, Audit audit, CurrentUser currentUser) {
        this.contacts = contacts;
        this.clients = clients;
        this.sourceCards = sourceCards;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ListQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        Found<ContactView> found = contacts.browse(organization, query.contactFilter(), query.pageable());
        model.addAttribute("page", found.page().map(ContactRow::of));
        model.addAttribute("counted", found.counted());
        model.addAttribute("statuses", RecordStatus.values());
        if (query.chosenClient() != null) {
            clients.find(organization, query.chosenClient())
                    .ifPresent(client ->
                            model.addAttribute("ofClient", client.fields().name()));
        }
        return Fragments.view(headers, response, "crm/contacts", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        ContactView contact = head(id, "overview", model);
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
                        organization,
                        "contacts",
                        contact.source(),
                        contacts.sourceDetails(organization, contact.id())));
        return "crm/contact";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ContactView contact = head(id, "activity", model);
        model.addAttribute(
                "page",
                audit.entries(
                                currentUser.organization(),
                                Contacts.AUDITED_AS,
                                contact.id().toString(),
                                PageRequest.of(Math.max(0, page), ROWS))
                        .map(ActivityLine::of));
        model.addAttribute("address", "/contacts/" + contact.id() + "/activity");
        return "crm/contact-activity";
    }

    private ContactView head(UUID id, String tab, Model model) {
        ContactView contact = contacts.get(currentUser.organization(), new ContactId(id));
        model.addAttribute("contact", ContactRow.of(contact));
        model.addAttribute("tab", tab);
        return contact;
    }
}
