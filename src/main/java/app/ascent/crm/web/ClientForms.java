package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.Doubles;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.page.Doubtful;
import app.ascent.record.page.MemberChoices;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove clients. */
@Controller
@RequestMapping("/clients")
class ClientForms implements RecordForms.Surroundings<ClientView> {

    private static final String PARENT = "parentId";
    private static final int CHOICES = 25;
    static final RecordKind KIND =
            new RecordKind("client", "clients", "crm/client-form", ClientFields.FIELDS, Map.of(PARENT, ClientId.class));

    private final Clients clients;
    private final MemberChoices members;
    private final Doubles doubles;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<ClientId, ClientView> forms;

    ClientForms(Clients clients, MemberChoices members, Doubles doubles, RecordWords words, CurrentUser currentUser) {
        this.clients = clients;
        this.members = members;
        this.doubles = doubles;
        this.words = words;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, clients, this, words, currentUser);
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('clients.create')")
    ModelAndView add(@RequestParam(required = false) @Nullable UUID parent, @Nullable Entered returned) {
        return returned == null ? forms.add(forms.fresh().with(PARENT, parent)) : forms.addReturned(returned);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('clients.create')")
    ModelAndView create(Entered entered, @RequestParam(defaultValue = "") String seen, RedirectAttributes redirect) {
        return forms.create(entered, seen, redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        return forms.edit(id, returned);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        return forms.update(id, entered, redirect);
    }

    @PostMapping("/{id}/status")
    @PreAuthorize("hasAuthority('clients.update')")
    ModelAndView changeStatus(@PathVariable UUID id, @RequestParam RecordStatus status, RedirectAttributes redirect) {
        return forms.done(
                clients.setStatus(currentUser.organization(), new ClientId(id), status), "status." + status, redirect);
    }

    @GetMapping("/{id}/parent")
    @PreAuthorize("hasAuthority('clients.update')")
    String chooseParent(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model model) {
        ClientView client = forms.existing(id);
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
        ClientView client = forms.existing(id);
        ClientId chosen = parent == null ? null : new ClientId(parent);
        try {
            clients.update(
                    currentUser.organization(), client.id(), client.entered().with(PARENT, chosen));
        } catch (RecordRefused.Invalid refusal) {
            redirect.addFlashAttribute(
                    PageNotice.ATTRIBUTE,
                    PageNotice.refused(
                            words.say("clients.parent.refused"),
                            words.problems().say(refusal.problems().getFirst())));
            return new ModelAndView("redirect:/clients/" + id + "/parent");
        }
        return forms.done(client, "saved", redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('clients.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id);
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('clients.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(doubles.clients(currentUser.organization(), entered).stream()
                .map(Records::doubtful)
                .toList());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ClientView client, Entered entered) {
        return page.addObject("client", client == null ? null : ClientRow.of(client, 0))
                .addObject("types", words.choices("client", "type", ClientType.values()))
                .addObject("statuses", words.choices("client", "status", RecordStatus.values()))
                .addObject(
                        "accountManagers",
                        members.of(client == null ? null : client.fields().accountManagerId()));
    }
}
