package app.ascent.crm.web;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.Doubles;
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

/** The forms in which people add, change and remove contacts. */
@Controller
@RequestMapping("/contacts")
class ContactForms implements RecordForms.Surroundings<ContactView> {

    private static final String CLIENT = "clientId";
    private static final String PRIMARY = "primary";
    private static final RecordKind KIND = new RecordKind(
            "contact", "contacts", "crm/contact-form", ContactFields.FIELDS, Map.of(PRIMARY, boolean.class));

    private final Contacts contacts;
    private final Clients clients;
    private final MeantClients meantClients;
    private final ClientChoices choices;
    private final Doubles doubles;
    private final CurrentUser currentUser;
    private final RecordForms<ContactId, ContactView> forms;

    ContactForms(
            Contacts contacts,
            Clients clients,
            MeantClients meantClients,
            ClientChoices choices,
            Doubles doubles,
            RecordWords words,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.clients = clients;
        this.meantClients = meantClients;
        this.choices = choices;
        this.doubles = doubles;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, contacts, this, words, currentUser);
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('contacts.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "") String search,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (client == null) {
            return chooseClient("crm/contact-new-client", search);
        }
        if (returned != null) {
            return forms.addReturned(Entered.form(input));
        }
        ClientView chosen = clients.get(currentUser.organization(), new ClientId(client));
        return forms.add(Entered.fresh(ContactFields.FIELDS).with(CLIENT, chosen.id()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts.create')")
    ModelAndView create(
            @RequestParam MultiValueMap<String, String> input,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        return forms.create(Entered.form(input), seen, redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return forms.edit(id, returned == null ? null : Entered.form(input));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView update(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> input, RedirectAttributes redirect) {
        return forms.update(id, Entered.form(input), redirect);
    }

    @PostMapping("/{id}/status")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView changeStatus(@PathVariable UUID id, @RequestParam RecordStatus status, RedirectAttributes redirect) {
        return forms.done(
                contacts.setStatus(currentUser.organization(), new ContactId(id), status),
                "status." + status,
                redirect);
    }

    @GetMapping("/{id}/client")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView move(@PathVariable UUID id, @RequestParam(defaultValue = "") String search) {
        return chooseClient("crm/contact-move", search).addObject("contact", ContactRow.of(forms.existing(id)));
    }

    /** Who was primary there is not asked to be primary here. */
    @PostMapping("/{id}/client")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView moveTo(@PathVariable UUID id, @RequestParam UUID client, RedirectAttributes redirect) {
        ContactView contact = forms.existing(id);
        ClientId chosen = new ClientId(client);
        Entered moved = contact.entered().with(CLIENT, chosen);
        boolean stays = chosen.equals(contact.fields().clientId());
        return forms.done(
                contacts.update(currentUser.organization(), contact.id(), stays ? moved : moved.with(PRIMARY, false)),
                "saved",
                redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contacts.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id, "crm/contact-delete");
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contacts.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    private ModelAndView chooseClient(String view, String search) {
        return new ModelAndView(view)
                .addObject("search", search)
                .addObject("found", meantClients.choices(currentUser.organization(), search));
    }

    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(doubles.contacts(currentUser.organization(), entered).stream()
                .map(Records::doubtful)
                .toList());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ContactView contact, Entered entered) {
        page.addObject("contact", contact == null ? null : ContactRow.of(contact));
        page.addObject("statuses", choices.statuses());
        page.addObject("clientName", clientName(entered));
        return page;
    }

    private @Nullable String clientName(Entered entered) {
        return Ids.parsed(ClientId.class, entered.comparable(CLIENT)) instanceof ClientId client
                ? clients.find(currentUser.organization(), client)
                        .map(ClientView::name)
                        .orElse(null)
                : null;
    }
}
