package app.ascent.desk.web;

import app.ascent.desk.Colour;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.SystemStatusKept;
import app.ascent.desk.TicketStatus;
import app.ascent.desk.TicketStatusId;
import app.ascent.desk.TicketStatuses;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.page.Form;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of the statuses that tickets can have. */
@Controller
@RequestMapping(StatusForms.STATUSES)
@PreAuthorize("hasAuthority('tickets.customize')")
class StatusForms {

    static final String STATUSES = CustomizationPages.PATH + "/statuses";

    private static final String BACK = "redirect:" + CustomizationPages.PATH;
    private static final Form FORM =
            new Form("desk/status-form", List.of("name", "colour", "closed", TicketStatuses.DEFAULT, Entered.VERSION));

    private final TicketStatuses statuses;
    private final RecordWords words;
    private final CurrentUser currentUser;

    StatusForms(TicketStatuses statuses, RecordWords words, CurrentUser currentUser) {
        this.statuses = statuses;
        this.words = words;
        this.currentUser = currentUser;
    }

    @GetMapping("/new")
    ModelAndView add(@Nullable Entered returned) {
        Entered begun = Entered.nothing().with("colour", Colour.GREY);
        return offer(FORM.open(returned == null ? begun : returned, null), null);
    }

    @PostMapping
    ModelAndView create(Entered entered, RedirectAttributes redirect) {
        try {
            return done("created", statuses.create(currentUser.organization(), entered), redirect);
        } catch (RecordRefused.Invalid refusal) {
            return offer(FORM.refused(entered, refusal, words.problems()), null);
        }
    }

    /** Where whoever does not delete a status, after all, is led. */
    @GetMapping("/{id}")
    String show(@PathVariable UUID id) {
        return BACK;
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        TicketStatus status = existing(id);
        return offer(FORM.open(returned == null ? entered(status) : returned, null), status);
    }

    @PostMapping("/{id}")
    ModelAndView update(@PathVariable UUID id, Entered sent, RedirectAttributes redirect) {
        TicketStatus status = existing(id);
        Entered entered = status.system()
                ? entered(status)
                        .with(TicketStatuses.DEFAULT, sent.isYes(TicketStatuses.DEFAULT))
                        .with(Entered.VERSION, sent.raw(Entered.VERSION))
                : sent;
        try {
            return done("saved", statuses.update(currentUser.organization(), status.id(), entered), redirect);
        } catch (RecordRefused.Invalid refusal) {
            return offer(FORM.refused(entered, refusal, words.problems()), status);
        }
    }

    @GetMapping("/{id}/delete")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        TicketStatus status = existing(id);
        Map<String, String> others = new LinkedHashMap<>();
        statuses.all(currentUser.organization()).stream()
                .filter(other -> !other.id().equals(status.id()))
                .forEach(other -> others.put(other.id().toString(), other.name()));
        return new ModelAndView("desk/status-delete")
                .addObject("status", status)
                .addObject("others", others)
                .addObject("preset", (status.closed() ? SystemStatus.CLOSED : SystemStatus.OPEN).id())
                .addObject(
                        "tickets", statuses.tickets(currentUser.organization()).getOrDefault(id, 0L));
    }

    @PostMapping("/{id}/delete")
    String delete(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID moveTo, RedirectAttributes redirect) {
        TicketStatus status = existing(id);
        try {
            statuses.delete(
                    currentUser.organization(), status.id(), moveTo == null ? null : new TicketStatusId(moveTo));
            say(PageNotice.done(words.say("statuses.deleted", status.name())), redirect);
        } catch (RecordRefused.InUse refusal) {
            String why = words.problems().say(refusal);
            say(PageNotice.refused(words.say("statuses.delete.refused", status.name()), why), redirect);
        } catch (RecordRefused.Invalid gone) {
            say(PageNotice.refused(words.say("statuses.delete.refused", status.name()), null), redirect);
        }
        return BACK;
    }

    /** No page of ours offers it. */
    @ExceptionHandler
    String kept(SystemStatusKept refusal, RedirectAttributes redirect) {
        say(PageNotice.refused(words.say("statuses.kept"), null), redirect);
        return BACK;
    }

    private TicketStatus existing(UUID id) {
        return statuses.get(currentUser.organization(), new TicketStatusId(id));
    }

    private static Entered entered(TicketStatus status) {
        return Entered.nothing()
                .with("name", status.name())
                .with("colour", status.colour())
                .with("closed", status.closed())
                .with(TicketStatuses.DEFAULT, status.preset())
                .with(Entered.VERSION, status.version());
    }

    private ModelAndView offer(ModelAndView page, @Nullable TicketStatus status) {
        return page.addObject("status", status).addObject("colours", words.choices("desk", "colour", Colour.values()));
    }

    private ModelAndView done(String deed, TicketStatus status, RedirectAttributes redirect) {
        say(PageNotice.done(words.say("statuses." + deed, status.name())), redirect);
        return new ModelAndView(BACK);
    }

    private static void say(PageNotice notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, notice);
    }
}
