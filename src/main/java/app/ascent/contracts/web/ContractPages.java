package app.ascent.contracts.web;

import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractFilter.Standing;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractType;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Contracts;
import app.ascent.crm.MeantClient;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Organizations;
import app.ascent.record.Arrivals;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.Named;
import app.ascent.record.page.Panels;
import app.ascent.record.page.RecordActivity;
import app.ascent.record.table.Found;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
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

/** The list of contracts, and each contract with its history. */
@Controller
@RequestMapping("/contracts")
@PreAuthorize("hasAuthority('contracts.read')")
class ContractPages {

    private final Contracts contracts;
    private final ContractRows rows;
    private final ContractSheets sheets;
    private final MeantClients meantClients;
    private final Organizations organizations;
    private final Panels panels;
    private final RecordActivity activity;
    private final Arrivals arrivals;
    private final CurrentUser currentUser;

    ContractPages(
            Contracts contracts,
            ContractRows rows,
            ContractSheets sheets,
            MeantClients meantClients,
            Organizations organizations,
            Panels panels,
            RecordActivity activity,
            Arrivals arrivals,
            CurrentUser currentUser) {
        this.contracts = contracts;
        this.rows = rows;
        this.sheets = sheets;
        this.meantClients = meantClients;
        this.organizations = organizations;
        this.panels = panels;
        this.activity = activity;
        this.arrivals = arrivals;
        this.currentUser = currentUser;
    }

    /** Amounts are in the organization's currency. */
    @ModelAttribute("currency")
    String currency() {
        return organizations.settings(currentUser.organization()).currency();
    }

    @GetMapping
    String list(
            @ModelAttribute("query") ContractQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        MeantClient meant = meantClients.of(organization, query.chosenClient(), query.typedClient());
        ContractQuery settled = meant.isClear() ? query.of(meant.id()) : query;
        Found<ContractView> found = meant.isClear()
                ? LastPage.orAsked(
                        query.pageable(), asked -> contracts.browse(organization, settled.filter(), asked), Found::page)
                : new Found<>(Page.empty(query.pageable()), true);
        model.addAttribute("query", settled);
        model.addAttribute("meant", meant);
        model.addAttribute("page", rows.of(organization, found.page()));
        model.addAttribute("counted", found.counted());
        model.addAttribute("types", ContractType.values());
        model.addAttribute("standings", Standing.values());
        if (found.page().isEmpty() && meant.isClear()) {
            model.addAttribute("elsewhere", settled.elsewhere(wider -> contracts
                    .browse(organization, wider.filter(), Elsewhere.GLIMPSE)
                    .page()
                    .map(ContractPages::named)));
        }
        if (found.page().getTotalElements() == 0 && !settled.filtered()) {
            arrivals.of(organization).ifPresent(arrival -> model.addAttribute("arrival", arrival));
        }
        return Fragments.view(headers, response, "contracts/contracts", "list");
    }

    private static Named named(ContractView contract) {
        return new Named(contract.id().value(), contract.name());
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        ContractView contract = head(id, "overview", model);
        model.addAttribute("sheet", sheets.of(contract));
        model.addAttribute("panels", panels.blocks(contract.id()));
        return "contracts/contract";
    }

    /** Once more, with what other kinds have counted meanwhile. */
    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        model.addAttribute("tabs", panels.counted(head(id, at, model).id()));
        return "contracts/contract-head :: tabs";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        ContractView contract = head(id, "activity", model);
        model.addAttribute("page", activity.of(Contracts.AUDITED_AS, ContractFields.FIELDS, contract.id(), page));
        model.addAttribute("address", "/contracts/" + contract.id() + "/activity");
        return "contracts/contract-activity";
    }

    /** What stands on top of each tab. */
    private ContractView head(UUID id, String tab, Model model) {
        ContractView contract = contracts.get(currentUser.organization(), new ContractId(id));
        model.addAttribute("contract", rows.of(currentUser.organization(), contract));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", panels.tabs(contract.id()));
        return contract;
    }
}
