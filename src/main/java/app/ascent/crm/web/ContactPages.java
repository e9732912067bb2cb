package app.ascent.crm.web;

import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.MeantClient;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Arrivals;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.RecordActivity;
import app.ascent.record.page.SourceCards;
import app.ascent.record.table.Found;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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
    private final MeantClients meantClients;
    private final SourceCards sourceCards;
    private final RecordActivity activity;
    private final Arrivals arrivals;
    private final LeftOutHints leftOut;
    private final CurrentUser currentUser;

    ContactPages(
            Contacts contacts,
            MeantClients meantClients,
            SourceCards sourceCards,
            RecordActivity activity,
            Arrivals arrivals,
            LeftOutHints leftOut,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.meantClients = meantClients;
        this.sourceCards = sourceCards;
        this.activity = activity;
        this.arrivals = arrivals;
        this.leftOut = leftOut;
        this.currentUser = currentUser;
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ListQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        MeantClient meant = meantClients.of(organization, query.chosenClient(), query.typedClient());
        ListQuery settled = meant.isClear() ? query.of(meant.id()) : query;
        Found<ContactView> found = meant.isClear()
                ? LastPage.orAsked(
                        query.pageable(),
                        rows -> contacts.browse(organization, settled.contactFilter(), rows),
                        Found::page)
                : new Found<>(Page.empty(query.pageable()), true);
        model.addAttribute("query", settled);
        model.addAttribute("meant", meant);
        model.addAttribute("page", found.page().map(ContactRow::of));
        model.addAttribute("counted", found.counted());
        model.addAttribute("statuses", RecordStatus.values());
        if (found.page().isEmpty() && meant.isClear()) {
            model.addAttribute("elsewhere", elsewhere(organization, settled));
            model.addAttribute("leftOut", leftOut.of("contacts", settled));
        }
        if (found.page().getTotalElements() == 0 && !settled.filtered()) {
            arrivals.of(organization).ifPresent(arrival -> model.addAttribute("arrival", arrival));
        }
        return Fragments.view(headers, response, "crm/contacts", "list");
    }

    private @Nullable Elsewhere elsewhere(OrganizationId organization, ListQuery query) {
        return query.elsewhere(
                "contacts", wider -> contacts.browse(organization, wider.contactFilter(), Elsewhere.GLIMPSE)
                        .page()
                        .map(Records::named));
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
                        organization, "contacts", contact.source(), contacts.sourceTrace(organization, contact.id())));
        return "crm/contact";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ContactView contact = head(id, "activity", model);
        model.addAttribute("page", activity.of(Contacts.AUDITED_AS, ContactFields.FIELDS, contact.id(), page));
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
