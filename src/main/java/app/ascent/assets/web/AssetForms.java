package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Doubtful;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.web.KeptForms;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove assets. */
@Controller
@RequestMapping("/assets")
class AssetForms implements RecordForms.Surroundings<AssetView> {

    private static final RecordKind KIND = new RecordKind(
            "asset",
            "assets",
            "assets/asset-form",
            AssetFields.FIELDS,
            Map.of("parentId", AssetId.class, "relatedIds", AssetId.class));

    private static final String CLIENT = "clientId";

    private final Assets assets;
    private final Clients clients;
    private final MeantClients meantClients;
    private final AssetChoices choices;
    private final CurrentUser currentUser;
    private final RecordForms<AssetId, AssetView> forms;

    AssetForms(
            Assets assets,
            Clients clients,
            MeantClients meantClients,
            AssetChoices choices,
            RecordWords words,
            CurrentUser currentUser) {
        this.assets = assets;
        this.clients = clients;
        this.meantClients = meantClients;
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
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (client == null) {
            return new ModelAndView("assets/asset-new-client")
                    .addObject("search", search)
                    .addObject("found", meantClients.choices(currentUser.organization(), search));
        }
        if (returned != null) {
            return forms.addReturned(Entered.form(input));
        }
        ClientView chosen = clients.get(currentUser.organization(), new ClientId(client));
        return forms.add(Entered.fresh(AssetFields.FIELDS).with(CLIENT, chosen.id()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('assets.create')")
    ModelAndView create(@RequestParam MultiValueMap<String, String> input, RedirectAttributes redirect) {
        return forms.create(Entered.form(input), "", redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('assets.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return forms.edit(id, returned == null ? null : Entered.form(input));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('assets.update')")
    ModelAndView update(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> input, RedirectAttributes redirect) {
        return forms.update(id, Entered.form(input), redirect);
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
        return forms.confirmDelete(id, "assets/asset-delete");
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('assets.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    /** A client may have many assets of one name. */
    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(List.of());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable AssetView asset, Entered entered) {
        return choices.offer(page, asset, (ClientId) Ids.parsed(ClientId.class, entered.comparable(CLIENT)));
    }
}
