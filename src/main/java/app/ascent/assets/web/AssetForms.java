package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.crm.page.WhichClient;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove assets. */
@Controller
@RequestMapping("/assets")
class AssetForms implements RecordForms.Surroundings<AssetView> {

    static final RecordKind KIND = new RecordKind(
            "asset",
            "assets",
            "assets/asset-form",
            AssetFields.FIELDS,
            Map.of("parentId", AssetId.class, "relatedIds", AssetId.class));

    private final Assets assets;
    private final WhichClient whichClient;
    private final AssetChoices choices;
    private final CurrentUser currentUser;
    private final RecordForms<AssetId, AssetView> forms;

    AssetForms(
            Assets assets, WhichClient whichClient, AssetChoices choices, RecordWords words, CurrentUser currentUser) {
        this.assets = assets;
        this.whichClient = whichClient;
        this.choices = choices;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, assets, this, words, currentUser);
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('assets.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "") String search,
            @Nullable Entered returned) {
        return whichClient.first(forms, client, search, returned);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('assets.create')")
    ModelAndView create(Entered entered, RedirectAttributes redirect) {
        return forms.create(entered, "", redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('assets.update')")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        return forms.edit(id, returned);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('assets.update')")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        return forms.update(id, entered, redirect);
    }

    @PostMapping("/{id}/status")
    @PreAuthorize("hasAuthority('assets.update')")
    ModelAndView changeStatus(@PathVariable UUID id, @RequestParam RecordStatus status, RedirectAttributes redirect) {
        return forms.done(
                assets.setStatus(currentUser.organization(), new AssetId(id), status), "status." + status, redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('assets.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id);
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('assets.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable AssetView asset, Entered entered) {
        return choices.offer(page, asset, WhichClient.of(entered));
    }
}
