package app.ascent.assets.web;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people choose which other assets one has to do with: there are too many for a list in the form. */
@Controller
@RequestMapping("/assets/{id}/links")
@PreAuthorize("hasAuthority('assets.update')")
class AssetLinkPages {

    private static final PageRequest CHOICES = PageRequest.of(0, 25);

    private final Assets assets;
    private final AssetRows rows;
    private final AssetSheets sheets;
    private final RecordWords words;
    private final CurrentUser currentUser;

    AssetLinkPages(Assets assets, AssetRows rows, AssetSheets sheets, RecordWords words, CurrentUser currentUser) {
        this.assets = assets;
        this.rows = rows;
        this.sheets = sheets;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** What is done with another asset. */
    enum Deed {
        PARENT,
        NO_PARENT,
        RELATE,
        PART
    }

    /** Until somebody searches those of the same client are offered. */
    @GetMapping
    String choose(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model model) {
        OrganizationId organization = currentUser.organization();
        AssetView asset = assets.get(organization, new AssetId(id));
        AssetFilter filter = search.isBlank()
                ? AssetFilter.of(asset.fields().clientId())
                : new AssetFilter(search, null, null, null, null, null);
        AssetSheets.Linked linked = sheets.linked(asset);
        model.addAttribute("asset", rows.of(organization, asset));
        model.addAttribute("linked", linked);
        model.addAttribute("search", search);
        model.addAttribute(
                "found",
                rows
                        .of(
                                organization,
                                assets.browse(organization, filter, CHOICES).page())
                        .stream()
                        .filter(other -> !other.id().equals(id) && !linked.has(other.id()))
                        .toList());
        return "assets/asset-links";
    }

    @PostMapping
    String change(
            @PathVariable UUID id, @RequestParam Deed deed, @RequestParam UUID other, RedirectAttributes redirect) {
        OrganizationId organization = currentUser.organization();
        AssetView asset = assets.get(organization, new AssetId(id));
        try {
            assets.update(organization, asset.id(), after(asset, deed, new AssetId(other)));
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(words.say("assets.saved", asset.name())));
        } catch (RecordRefused.Invalid refusal) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE,
                    PageNotice.refused(
                            words.say("assets.links.refused"),
                            words.problems().say(refusal.problems().getFirst())));
        }
        return "redirect:/assets/" + id + "/links";
    }

    private static Entered after(AssetView asset, Deed deed, AssetId other) {
        Set<AssetId> related = new LinkedHashSet<>(asset.links().relatedIds());
        Entered present = asset.entered();
        return switch (deed) {
            case PARENT -> present.with("parentId", other);
            case NO_PARENT -> present.with("parentId", null);
            case RELATE -> {
                related.add(other);
                yield present.with("relatedIds", related);
            }
            case PART -> {
                related.remove(other);
                yield present.with("relatedIds", related);
            }
        };
    }
}
