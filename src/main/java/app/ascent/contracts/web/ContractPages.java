package app.ascent.contracts.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractFilter.Standing;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractType;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Contracts;
import app.ascent.crm.page.WhichClient;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.Organizations;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordPages;
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

/** The list of contracts, and each contract with its history. */
@Controller
@RequestMapping("/contracts")
@PreAuthorize("hasAuthority('contracts.read')")
class ContractPages {

    private final ContractSheets sheets;
    private final WhichClient whichClient;
    private final Organizations organizations;
    private final CurrentUser currentUser;
    private final RecordPages<ContractId, ContractView, ContractFilter> pages;

    ContractPages(
            Contracts contracts,
            ContractRows rows,
            ContractSheets sheets,
            WhichClient whichClient,
            Organizations organizations,
            PageServices services,
            CurrentUser currentUser) {
        this.sheets = sheets;
        this.whichClient = whichClient;
        this.organizations = organizations;
        this.currentUser = currentUser;
        this.pages = new RecordPages<>(ContractForms.KIND, contracts, rows, services);
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
        whichClient.list(pages, query, ContractQuery::filter, model);
        model.addAttribute("types", ContractType.values());
        model.addAttribute("standings", Standing.values());
        return Fragments.view(headers, response, "contracts/contracts", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("sheet", sheets.of(pages.show(id, model)));
        return "contracts/contract";
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
