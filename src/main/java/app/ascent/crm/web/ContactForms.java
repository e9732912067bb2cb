package app.ascent.crm.web;

import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactDraft;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.CrmRefused;
import app.ascent.crm.Doubles;
import app.ascent.crm.RecordStatus;
import app.ascent.identity.CurrentUser;
import app.ascent.web.KeptForms;
import app.ascent.web.PageNotice;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
class ContactForms {

    private static final String FORM = "crm/contact-form";
    private static final int CHOICES = 25;

    private final Contacts contacts;
    private final Clients clients;
    private final ClientChoices choices;
    private final Doubles doubles;
    private final ClashWords clashes;
    private final ProblemWords words;
    private final CurrentUser currentUser;

    ContactForms(
            Contacts contacts,
            Clients clients,
            ClientChoices choices,
            Doubles doubles,
            ClashWords clashes,
            ProblemWords words,
            CurrentUser currentUser) {
        this.contacts = contacts;
        this.clients = clients;
        this.choices = choices;
        this.doubles = doubles;
        this.clashes = clashes;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('contacts.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "") String search,
            ContactDraft entered,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (client == null) {
            return chooseClient("crm/contact-new-client", search);
        }
        if (returned != null) {
            return offer(Form.returned(FORM, entered, null), null, entered.clientId());
        }
        ClientView chosen = clients.get(currentUser.organization(), new ClientId(client));
        return offer(
                Form.fresh(FORM, ContactDraft.at(chosen.id())),
                null,
                chosen.id().toString());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts.create')")
    ModelAndView create(ContactDraft draft, @RequestParam(defaultValue = "") String seen, RedirectAttributes redirect) {
        Doubtful doubtful = Doubtful.contacts(doubles.of(currentUser.organization(), draft));
        if (doubtful.isUnseen(seen)) {
            return offer(Form.undecided(FORM, draft), null, draft.clientId()).addObject("doubtful", doubtful);
        }
        try {
            ContactView created = contacts.create(currentUser.organization(), draft);
            return done(created, "contacts.created", redirect);
        } catch (CrmRefused.Invalid refusal) {
            return offer(Form.refused(FORM, draft, refusal, words), null, draft.clientId())
                    .addObject("seen", seen);
        }
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            ContactDraft entered,
            @RequestParam Map<String, String> parameters,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        ContactView contact = contact(id);
        if (returned != null) {
            ContactDraft settled = Clashes.settled(entered, ContactDraft.of(contact), parameters);
            return offer(Form.returned(FORM, settled, parameters.get(Form.OPENED)), contact, settled.clientId());
        }
        ContactDraft draft = ContactDraft.of(contact);
        return offer(Form.fresh(FORM, draft), contact, draft.clientId());
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView update(
            @PathVariable UUID id,
            ContactDraft draft,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        Optional<ContactView> present = contacts.find(currentUser.organization(), new ContactId(id));
        if (present.isEmpty()) {
            return offer(Form.gone(FORM, draft.on(null)), null, draft.clientId());
        }
        String opened = parameters.get(Form.OPENED);
        ContactDraft entered = Clashes.settled(draft, ContactDraft.of(present.get()), parameters);
        try {
            ContactView changed = contacts.update(currentUser.organization(), new ContactId(id), entered);
            return done(changed, "contacts.saved", redirect);
        } catch (CrmRefused.Invalid refusal) {
            return offer(Form.refused(FORM, entered, refusal, words), contact(id), entered.clientId())
                    .addObject(Form.OPENED, opened);
        } catch (CrmRefused.ChangedMeanwhile refusal) {
            return decide(contact(id), entered, opened, redirect);
        }
    }

    /** Where nobody else changed what was changed here, it is saved as if nothing had happened meanwhile. */
    private ModelAndView decide(
            ContactView contact, ContactDraft entered, @Nullable String opened, RedirectAttributes redirect) {
        ContactDraft theirs = ContactDraft.of(contact);
        ContactDraft onTop = Clashes.merged(entered, theirs, opened).on(contact.version());
        Map<String, Clash> differing = clashes.between(onTop, theirs, opened);
        if (differing.isEmpty()) {
            return update(contact.id().value(), onTop, Map.of(Form.OPENED, Clashes.fingerprint(theirs)), redirect);
        }
        return offer(Form.undecided(FORM, onTop), contact, onTop.clientId())
                .addObject(Form.OPENED, Clashes.fingerprint(theirs))
                .addObject("clashes", differing);
    }

    @PostMapping("/{id}/status")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView changeStatus(@PathVariable UUID id, @RequestParam RecordStatus status, RedirectAttributes redirect) {
        ContactView changed = contacts.setStatus(currentUser.organization(), new ContactId(id), status);
        return done(changed, "contacts.status." + status, redirect);
    }

    @GetMapping("/{id}/client")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView move(@PathVariable UUID id, @RequestParam(defaultValue = "") String search) {
        return chooseClient("crm/contact-move", search).addObject("contact", ContactRow.of(contact(id)));
    }

    /** Who was primary there is not asked to be primary here. */
    @PostMapping("/{id}/client")
    @PreAuthorize("hasAuthority('contacts.update')")
    ModelAndView moveTo(@PathVariable UUID id, @RequestParam UUID client, RedirectAttributes redirect) {
        ContactView contact = contact(id);
        ClientId chosen = new ClientId(client);
        ContactDraft draft = ContactDraft.of(contact).movedTo(chosen);
        boolean stays = chosen.equals(contact.fields().client());
        ContactView moved =
                contacts.update(currentUser.organization(), contact.id(), stays ? draft : draft.withPrimary(false));
        return done(moved, "contacts.saved", redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contacts.delete')")
    String confirmDelete(@PathVariable UUID id, Model model) {
        model.addAttribute("contact", ContactRow.of(contact(id)));
        return "crm/contact-delete";
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contacts.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        ContactView contact = contact(id);
        contacts.delete(currentUser.organization(), contact.id());
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE, PageNotice.done(words.say("contacts.deleted", contact.name())));
        return "redirect:/contacts";
    }

    private ModelAndView chooseClient(String view, String search) {
        return new ModelAndView(view)
                .addObject("search", search)
                .addObject(
                        "found",
                        clients.browse(
                                        currentUser.organization(),
                                        new ClientFilter(search, null, null, null),
                                        PageRequest.of(0, CHOICES))
                                .page()
                                .map(client -> ClientRow.of(client, 0))
                                .getContent());
    }

    private ModelAndView offer(ModelAndView page, @Nullable ContactView contact, @Nullable String client) {
        page.addObject("contact", contact == null ? null : ContactRow.of(contact));
        page.addObject("statuses", choices.statuses());
        page.addObject("clientName", clientName(client));
        return page;
    }

    private @Nullable String clientName(@Nullable String client) {
        try {
            return client == null
                    ? null
                    : clients.find(currentUser.organization(), new ClientId(UUID.fromString(client)))
                            .map(found -> found.fields().name())
                            .orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private ModelAndView done(ContactView contact, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(words.say(message, contact.name())));
        return new ModelAndView("redirect:/contacts/" + contact.id());
    }

    private ContactView contact(UUID id) {
        return contacts.get(currentUser.organization(), new ContactId(id));
    }
}
