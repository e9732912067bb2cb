package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetType;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.assets.Warranty;
import app.ascent.contracts.ContractId;
import app.ascent.crm.MeantClient;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Arrivals;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Elsewhere;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.Named;
import app.ascent.record.page.Panels;
import app.ascent.record.page.RecordActivity;
import app.ascent.record.table.Found;
import app.ascent.web.LastPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** The list of assets, and each asset with its history. */
@Controller
@RequestMapping("/assets")
@PreAuthorize("hasAuthority('assets.read')")
class AssetPages {

    private final Assets assets;
    private final AssetRows rows;
    private final AssetSheets sheets;
    private final MeantClients meantClients;
    private final RecordNames names;
    private final Panels panels;
    private final RecordActivity activity;
    private final Arrivals arrivals;
    private final CurrentUser currentUser;

    AssetPages(
            Assets assets,
            AssetRows rows,
            AssetSheets sheets,
            MeantClients meantClients,
            RecordNames names,
            Panels panels,
            RecordActivity activity,
            Arrivals arrivals,
            CurrentUser currentUser) {
        this.assets = assets;
        this.rows = rows;
        this.sheets = sheets;
        this.meantClients = meantClients;
        this.names = names;
        this.panels = panels;
        this.activity = activity;
        this.arrivals = arrivals;
        this.currentUser = currentUser;
    }

    @GetMapping
    String list(
            @ModelAttribute("query") AssetQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        MeantClient meant = meantClients.of(organization, query.chosenClient(), query.typedClient());
        AssetQuery settled = meant.isClear() ? query.of(meant.id()) : query;
        Found<AssetView> found = meant.isClear()
                ? LastPage.orAsked(
                        query.pageable(), asked -> assets.browse(organization, settled.filter(), asked), Found::page)
                : new Found<>(Page.empty(query.pageable()), true);
        model.addAttribute("query", settled);
        model.addAttribute("meant", meant);
        model.addAttribute("page", rows.of(organization, found.page()));
        model.addAttribute("counted", found.counted());
        model.addAttribute("types", AssetType.values());
        model.addAttribute("statuses", RecordStatus.values());
        model.addAttribute("warranties", Warranty.values());
        ContractId contract = settled.chosenContract();
        if (contract != null) {
            names.of(organization, List.of(contract))
                    .values()
                    .forEach(name -> model.addAttribute("contract", new Named(contract.value(), name)));
        }
        if (found.page().isEmpty() && meant.isClear()) {
            model.addAttribute("elsewhere", settled.elsewhere(wider -> assets.browse(
                            organization, wider.filter(), Elsewhere.GLIMPSE)
                    .page()
                    .map(asset -> new Named(asset.id().value(), asset.name()))));
        }
        if (found.page().getTotalElements() == 0 && !settled.filtered()) {
            arrivals.of(organization).ifPresent(arrival -> model.addAttribute("arrival", arrival));
        }
        return Fragments.view(headers, response, "assets/assets", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        AssetView asset = head(id, "overview", model);
        model.addAttribute("sheet", sheets.of(asset));
        model.addAttribute("panels", panels.blocks(asset.id()));
        return "assets/asset";
    }

    /** Once more, with what other kinds have counted meanwhile. */
    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        model.addAttribute("tabs", panels.counted(head(id, at, model).id()));
        return "assets/asset-head :: tabs";
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        AssetView asset = head(id, "activity", model);
        model.addAttribute("page", activity.of(Assets.AUDITED_AS, AssetFields.FIELDS, asset.id(), page));
        model.addAttribute("address", "/assets/" + asset.id() + "/activity");
        return "assets/asset-activity";
    }

    /** What stands on top of each tab. */
    private AssetView head(UUID id, String tab, Model model) {
        AssetView asset = assets.get(currentUser.organization(), new AssetId(id));
        model.addAttribute("asset", rows.of(currentUser.organization(), asset));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", panels.tabs(asset.id()));
        return asset;
    }
}
