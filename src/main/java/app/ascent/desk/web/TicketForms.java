package app.ascent.desk.web;

import app.ascent.assets.AssetId;
import app.ascent.crm.ContactId;
import app.ascent.crm.page.WhichClient;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.web.KeptForms;
import app.ascent.web.PageNotice;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** The forms in which people add, change and remove tickets. */
@Controller
@RequestMapping("/tickets")
class TicketForms {

    static final RecordKind KIND = new RecordKind(
            "ticket",
            "tickets",
            "desk/ticket-form",
            TicketFields.FIELDS,
            Map.of(
                    "problemTicketId", TicketId.class,
                    "contactIds", ContactId.class,
                    "assetIds", AssetId.class));

    private final Tickets tickets;
    private final TicketInput input;
    private final TicketChoices choices;
    private final WhichClient whichClient;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<TicketId, TicketView> forms;

    TicketForms(
            Tickets tickets,
            TicketInput input,
            TicketChoices choices,
            WhichClient whichClient,
            RecordWords words,
            CurrentUser currentUser) {
        this.tickets = tickets;
        this.input = input;
        this.choices = choices;
        this.whichClient = whichClient;
        this.words = words;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, tickets, choices, words, currentUser);
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('tickets.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(required = false) @Nullable UUID contract,
            @RequestParam(required = false) @Nullable UUID asset,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(defaultValue = "") String search,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return whichClient.first(
                forms, client, search, returned == null ? null : input.of(sent, null), begun -> begun.with(
                                "contactId", contact)
                        .with("contractId", contract)
                        .with("assetId", asset)
                        .with("projectId", project)
                        .with("statusId", choices.preset()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('tickets.create')")
    ModelAndView create(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        return forms.create(input.of(sent, null), seen, redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('tickets.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        TicketView ticket = forms.existing(id);
        return ticket.fields().closed()
                ? new ModelAndView("redirect:/tickets/%s/reopen".formatted(id))
                : forms.edit(id, returned == null ? null : input.of(sent, ticket));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.update')")
    ModelAndView update(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
        TicketView present =
                tickets.find(currentUser.organization(), new TicketId(id)).orElse(null);
        Entered entered = input.of(sent, present);
        try {
            return forms.update(id, entered, redirect);
        } catch (RecordRefused.Closed meanwhile) {
            ModelAndView page = forms.edit(id, entered);
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject(
                    PageNotice.ATTRIBUTE,
                    PageNotice.refused(
                            words.say("tickets.closed.meanwhile"), words.say("tickets.closed.meanwhile.text")));
        }
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('tickets.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id)
                .addObject("removed", tickets.removedWith(currentUser.organization(), new TicketId(id)));
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('tickets.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }
}
