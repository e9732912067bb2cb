package app.ascent.crm.web;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.Doubles;
import app.ascent.crm.page.WhichClient;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.page.Doubtful;
import app.ascent.record.page.RecordChoices;
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

/** The forms in which people add, change and remove contacts. */
@Controller
@RequestMapping("/contacts")
class ContactForms implements RecordForms.Surroundings<ContactView> {

    private static final String CLIENT = "clientId";
    private static final String PRIMARY = "primary";
    static final RecordKind KIND = new RecordKind(
            "contact", "contacts", "crm/contact-form", ContactFields.FIELDS, Map.of(PRIMARY, boolean.class));

    private final Contacts contacts;
    private final WhichClient whichClient;
    private final RecordChoices choices;
    private final Doubles doubles;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<ContactId, ContactView> forms;

    ContactForms(
            Contacts contacts,
            WhichClient whichClient,
            RecordChoices choices,
            Doubles doubles,
            RecordWords words,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.whichClient = whichClient;
        this.choices = choices;
        this.doubles = doubles;
        this.words = words;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, contacts, this, words, currentUser);
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('contacts.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "") String search,
            @Nullable Entered returned) {
        return whichClient.first(forms, client, search, returned);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts.create')")
    ModelAndView create(Entered entered, @RequestParam(defaultValue = "") String seen, RedirectAttributes redirect) {
        return forms.create(entered, seen, redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        return forms.edit(id, returned);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        return forms.update(id, entered, redirect);
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
        return whichClient
                .choose(new ModelAndView("crm/contact-move"), search)
                .addObject("contact", ContactRow.of(forms.existing(id)));
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
        return forms.confirmDelete(id);
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contacts.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(doubles.contacts(currentUser.organization(), entered).stream()
                .map(Records::doubtful)
                .toList());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ContactView contact, Entered entered) {
        return page.addObject("contact", contact == null ? null : ContactRow.of(contact))
                .addObject("statuses", words.choices("contact", "status", RecordStatus.values()))
                .addObject("clientName", choices.name(WhichClient.of(entered)));
    }
}
