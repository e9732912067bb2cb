package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Arrivals;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.Panels;
import app.ascent.record.page.RecordActivity;
import app.ascent.record.table.Found;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final Clients clients;
    private final Contacts contacts;
    private final ClientPanels overview;
    private final Panels panels;
    private final RecordActivity activity;
    private final Arrivals arrivals;
    private final LeftOutHints leftOut;
    private final CurrentUser currentUser;

    ClientPages(
            Clients clients,
            Contacts contacts,
            ClientPanels overview,
            Panels panels,
            RecordActivity activity,
            Arrivals arrivals,
            LeftOutHints leftOut,
            CurrentUser currentUser) {
        this.clients = clients;
        this.contacts = contacts;
        this.overview = overview;
        this.panels = panels;
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
        Found<ClientView> found = LastPage.orAsked(
                query.pageable(), rows -> clients.browse(organization, query.clientFilter(), rows), Found::page);
        Map<ClientId, Long> counts = clients.contactCounts(
                organization, found.page().map(ClientView::id).getContent());
        model.addAttribute(
                "page", found.page().map(client -> ClientRow.of(client, counts.getOrDefault(client.id(), 0L))));
        model.addAttribute("counted", found.counted());
        if (found.page().isEmpty()) {
            model.addAttribute("elsewhere", elsewhere(organization, query));
            model.addAttribute("leftOut", leftOut.of("clients", query));
        }
        model.addAttribute("types", ClientType.values());
        model.addAttribute("statuses", RecordStatus.values());
        if (found.page().getTotalElements() == 0 && !query.filtered()) {
            arrivals.of(organization).ifPresent(arrival -> model.addAttribute("arrival", arrival));
        }
        return Fragments.view(headers, response, "crm/clients", "list");
    }

    private @Nullable Elsewhere elsewhere(OrganizationId organization, ListQuery query) {
        return query.elsewhere("clients", wider -> clients.browse(organization, wider.clientFilter(), Elsewhere.GLIMPSE)
                .page()
                .map(Records::named));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        ClientId client = head(id, "overview", model);
        OrganizationId organization = currentUser.organization();
        model.addAttribute(
                "contacts",
                contacts.list(organization, ContactFilter.of(client), PageRequest.of(0, GLIMPSE))
                        .map(ContactRow::of));
        model.addAttribute("panel", overview.of(clients.get(organization, client)));
        model.addAttribute("panels", panels.blocks(client));
        return "crm/client";
    }

    /** Once more, with what other kinds have counted meanwhile. */
    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        model.addAttribute("tabs", panels.counted(head(id, at, model)));
        return "crm/client-head :: tabs";
    }

    @GetMapping("/{id}/contacts")
    String contacts(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ClientId client = head(id, "contacts", model);
        Page<ContactView> rows = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), ROWS),
                asked -> contacts.list(currentUser.organization(), ContactFilter.of(client), asked));
        model.addAttribute("page", rows.map(ContactRow::of));
        return "crm/client-contacts";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ClientId client = head(id, "activity", model);
        model.addAttribute("page", activity.of(Clients.AUDITED_AS, ClientFields.FIELDS, client, page));
        model.addAttribute("address", "/clients/" + client + "/activity");
        return "crm/client-activity";
    }

    /** What stands on top of each tab. */
    private ClientId head(UUID id, String tab, Model model) {
        ClientId client = new ClientId(id);
        OrganizationId organization = currentUser.organization();
        ClientView view = clients.get(organization, client);
        long count = clients.contactCounts(organization, List.of(client)).getOrDefault(client, 0L);
        model.addAttribute("client", ClientRow.of(view, count));
        model.addAttribute("place", Records.place(view.fields()));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", panels.tabs(client));
        return client;
    }
}
