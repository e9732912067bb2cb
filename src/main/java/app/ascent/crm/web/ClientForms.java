package app.ascent.crm.web;

import app.ascent.crm.ClientDraft;
import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
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

/** The forms in which people add, change and remove clients. */
@Controller
@RequestMapping("/clients")
class ClientForms {

    private static final String FORM = "crm/client-form";
    private static final int CHOICES = 25;

    private final Clients clients;
    private final ClientChoices choices;
    private final Doubles doubles;
    private final ClashWords clashes;
    private final ProblemWords words;
    private final CurrentUser currentUser;

    ClientForms(
            Clients clients,
            ClientChoices choices,
            Doubles doubles,
            ClashWords clashes,
            ProblemWords words,
            CurrentUser currentUser) {
        this.clients = clients;
        this.choices = choices;
        this.doubles = doubles;
        this.clashes = clashes;
        this.words = words;
        this.currentUser = currentUser;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('clients.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID parent,
            ClientDraft entered,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (returned != null) {
            return choices.offer(Form.returned(FORM, entered, null), null);
        }
        return choices.offer(Form.fresh(FORM, ClientDraft.below(parent == null ? null : new ClientId(parent))), null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('clients.create')")
    ModelAndView create(ClientDraft draft, @RequestParam(defaultValue = "") String seen, RedirectAttributes redirect) {
        Doubtful doubtful = Doubtful.clients(doubles.of(currentUser.organization(), draft));
        if (doubtful.isUnseen(seen)) {
            return choices.offer(Form.undecided(FORM, draft), null).addObject("doubtful", doubtful);
        }
        try {
            ClientView created = clients.create(currentUser.organization(), draft);
            return done(
                    created.id(), "clients.created", redirect, created.fields().name());
        } catch (CrmRefused.Invalid refusal) {
            return choices.offer(Form.refused(FORM, draft, refusal, words), null)
                    .addObject("seen", seen);
        }
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            ClientDraft entered,
            @RequestParam Map<String, String> parameters,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        ClientView client = client(id);
        if (returned != null) {
            ClientDraft settled = Clashes.settled(entered, ClientDraft.of(client), parameters);
            return choices.offer(Form.returned(FORM, settled, parameters.get(Form.OPENED)), client);
        }
        return choices.offer(Form.fresh(FORM, ClientDraft.of(client)), client);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView update(
            @PathVariable UUID id,
            ClientDraft draft,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        Optional<ClientView> present = clients.find(currentUser.organization(), new ClientId(id));
        if (present.isEmpty()) {
            return choices.offer(Form.gone(FORM, draft.on(null)), null);
        }
        String opened = parameters.get(Form.OPENED);
        ClientDraft entered = Clashes.settled(draft, ClientDraft.of(present.get()), parameters);
        try {
            return saved(clients.update(currentUser.organization(), new ClientId(id), entered), redirect);
        } catch (CrmRefused.Invalid refusal) {
            return choices.offer(Form.refused(FORM, entered, refusal, words), client(id))
                    .addObject(Form.OPENED, opened);
        } catch (CrmRefused.ChangedMeanwhile refusal) {
            return decide(client(id), entered, opened, redirect);
        }
    }

    /** Where nobody else changed what was changed here, it is saved as if nothing had happened meanwhile. */
    private ModelAndView decide(
            ClientView client, ClientDraft entered, @Nullable String opened, RedirectAttributes redirect) {
        ClientDraft theirs = ClientDraft.of(client);
        ClientDraft onTop = Clashes.merged(entered, theirs, opened).on(client.version());
        Map<String, Clash> differing = clashes.between(onTop, theirs, opened);
        if (differing.isEmpty()) {
            return update(client.id().value(), onTop, Map.of(Form.OPENED, Clashes.fingerprint(theirs)), redirect);
        }
        return choices.offer(Form.undecided(FORM, onTop), client)
                .addObject(Form.OPENED, Clashes.fingerprint(theirs))
                .addObject("clashes", differing);
    }

    private ModelAndView saved(ClientView client, RedirectAttributes redirect) {
        return done(client.id(), "clients.saved", redirect, client.fields().name());
    }

    @PostMapping("/{id}/status")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView changeStatus(@PathVariable UUID id, @RequestParam RecordStatus status, RedirectAttributes redirect) {
        ClientView changed = clients.setStatus(currentUser.organization(), new ClientId(id), status);
        return done(
                changed.id(),
                "clients.status." + status,
                redirect,
                changed.fields().name());
    }

    @GetMapping("/{id}/parent")
    @PreAuthorize("hasAuthority('clients.update')")
    String chooseParent(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model model) {
        ClientView client = client(id);
        model.addAttribute("client", ClientRow.of(client, 0));
        model.addAttribute("hasParent", client.parent() != null);
        model.addAttribute("search", search);
        model.addAttribute(
                "found",
                clients.browse(
                                currentUser.organization(),
                                new ClientFilter(search, null, null, null),
                                PageRequest.of(0, CHOICES))
                        .page()
                        .filter(candidate -> !candidate.id().equals(client.id()))
                        .map(candidate -> ClientRow.of(candidate, 0))
                        .toList());
        return "crm/client-parent";
    }

    @PostMapping("/{id}/parent")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView changeParent(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID parent, RedirectAttributes redirect) {
        ClientView client = client(id);
        ClientId chosen = parent == null ? null : new ClientId(parent);
        try {
            clients.update(
                    currentUser.organization(),
                    client.id(),
                    ClientDraft.of(client).withParent(chosen));
        } catch (CrmRefused.Invalid refusal) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE,
                    PageNotice.refused(
                            words.say("clients.parent.refused"),
                            words.say(refusal.problems().getFirst())));
            return new ModelAndView("redirect:/clients/" + id + "/parent");
        }
        return done(client.id(), "clients.saved", redirect, client.fields().name());
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('clients.delete')")
    String confirmDelete(@PathVariable UUID id, Model model) {
        ClientView client = client(id);
        model.addAttribute("client", ClientRow.of(client, 0));
        model.addAttribute(
                "inUse",
                clients.use(currentUser.organization(), client.id())
                        .map(words::say)
                        .orElse(null));
        return "crm/client-delete";
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('clients.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        ClientView client = client(id);
        try {
            clients.delete(currentUser.organization(), client.id());
        } catch (CrmRefused.InUse refusal) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE,
                    PageNotice.refused(
                            words.say("clients.delete.refused", client.fields().name()), words.say(refusal)));
            return "redirect:/clients/" + id;
        }
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE,
                PageNotice.done(words.say("clients.deleted", client.fields().name())));
        return "redirect:/clients";
    }

    private ModelAndView done(ClientId client, String message, RedirectAttributes redirect, String name) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(words.say(message, name)));
        return new ModelAndView("redirect:/clients/" + client);
    }

    private ClientView client(UUID id) {
        return clients.get(currentUser.organization(), new ClientId(id));
    }
}
