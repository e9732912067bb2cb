package app.ascent.contracts.web;

import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractParts;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Contracts;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Organizations;
import app.ascent.web.Formats;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sheet of all contracts; a handful of statements, however many there are. */
@Controller
class PrintedSheetPage {

    /** Hundreds of pages; whoever has more prints them client by client. */
    private static final PageRequest MOST = PageRequest.of(0, 10_000);

    private final Contracts contracts;
    private final ContractParts parts;
    private final ContractRows rows;
    private final Organizations organizations;
    private final CurrentUser currentUser;
    private final Formats formats;
    private final Clock clock;

    PrintedSheetPage(
            Contracts contracts,
            ContractParts parts,
            ContractRows rows,
            Organizations organizations,
            CurrentUser currentUser,
            Formats formats,
            Clock clock) {
        this.contracts = contracts;
        this.parts = parts;
        this.rows = rows;
        this.organizations = organizations;
        this.currentUser = currentUser;
        this.formats = formats;
        this.clock = clock;
    }

    @GetMapping("/contracts/sheet")
    @PreAuthorize("hasAuthority('contracts.read')")
    String show(Model model) {
        OrganizationId organization = currentUser.organization();
        Instant now = clock.instant();
        Page<ContractView> all = contracts.list(organization, ContractFilter.NONE, MOST);
        model.addAttribute(
                "sheet",
                PrintedSheet.of(
                        rows.of(organization, all).getContent(),
                        all.getTotalElements(),
                        LocalDate.ofInstant(now, formats.zone()),
                        parts.asOf(organization).orElse(null)));
        model.addAttribute("now", now);
        model.addAttribute("currency", organizations.settings(organization).currency());
        return "contracts/sheet";
    }
}
