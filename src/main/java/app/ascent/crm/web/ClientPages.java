package app.ascent.crm.web;

import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.page.LeftOutHints;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordPages;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Page;
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

/** The list of clients, and each client with its contacts and its history. */
@Controller
@RequestMapping("/clients")
@PreAuthorize("hasAuthority('clients.read')")
class ClientPages {

    private static final int ROWS = 25;
    private static final int GLIMPSE = 5;

    private final Contacts contacts;
    private final ClientPanels overview;
    private final LeftOutHints leftOut;
    private final CurrentUser currentUser;
    private final RecordPages<ClientId, ClientView, ClientFilter> pages;

    ClientPages(
            Clients clients,
            ClientRows rows,
            Contacts contacts,
            ClientPanels overview,
            LeftOutHints leftOut,
            PageServices services,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.overview = overview;
        this.leftOut = leftOut;
        this.currentUser = currentUser;
        this.pages = new RecordPages<>(ClientForms.KIND, clients, rows, services);
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ListQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        if (pages.list(query, ListQuery::clientFilter, model)) {
            model.addAttribute("leftOut", leftOut.of("clients", query.words()));
        }
        model.addAttribute("types", ClientType.values());
        model.addAttribute("statuses", RecordStatus.values());
        return Fragments.view(headers, response, "crm/clients", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        ClientView client = pages.show(id, model);
        model.addAttribute(
                "contacts",
                contacts.list(currentUser.organization(), ContactFilter.of(client.id()), PageRequest.of(0, GLIMPSE))
                        .map(ContactRow::of));
        model.addAttribute("panel", overview.of(client));
        return "crm/client";
    }

    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        return pages.tabs(id, at, model);
    }

    @GetMapping("/{id}/contacts")
    String contacts(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ContactFilter filter =
                ContactFilter.of(pages.head(id, "contacts", model).id());
        Page<ContactView> rows = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), ROWS),
                asked -> contacts.list(currentUser.organization(), filter, asked));
        model.addAttribute("page", rows.map(ContactRow::of));
        return "crm/client-contacts";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        return pages.activity(id, page, model);
    }
}
