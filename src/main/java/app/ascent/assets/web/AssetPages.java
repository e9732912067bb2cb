package app.ascent.assets.web;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetType;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.assets.Warranty;
import app.ascent.contracts.ContractId;
import app.ascent.crm.page.WhichClient;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordLinks;
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

/** The list of assets, and each asset with its history. */
@Controller
@RequestMapping("/assets")
@PreAuthorize("hasAuthority('assets.read')")
class AssetPages {

    private final AssetSheets sheets;
    private final WhichClient whichClient;
    private final RecordLinks links;
    private final RecordPages<AssetId, AssetView, AssetFilter> pages;

    AssetPages(
            Assets assets,
            AssetRows rows,
            AssetSheets sheets,
            WhichClient whichClient,
            RecordLinks links,
            PageServices services) {
        this.sheets = sheets;
        this.whichClient = whichClient;
        this.links = links;
        this.pages = new RecordPages<>(AssetForms.KIND, assets, rows, services);
    }

    @GetMapping
    String list(
            @ModelAttribute("query") AssetQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        whichClient.list(pages, query, AssetQuery::filter, model);
        model.addAttribute("types", AssetType.values());
        model.addAttribute("statuses", RecordStatus.values());
        model.addAttribute("warranties", Warranty.values());
        ContractId contract = query.chosenContract();
        model.addAttribute("contract", links.to(contract).get(contract));
        return Fragments.view(headers, response, "assets/assets", "list");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("sheet", sheets.of(pages.show(id, model)));
        return "assets/asset";
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
