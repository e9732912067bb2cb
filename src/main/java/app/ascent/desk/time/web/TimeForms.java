package app.ascent.desk.time.web;

import app.ascent.crm.page.WhichClient;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeEntryBilled;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeEntryId;
import app.ascent.desk.time.TimeEntryView;
import app.ascent.desk.time.Timers;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.SignedInUser;
import app.ascent.record.field.Entered;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
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

/** The forms in which people log time, change and remove it. */
@Controller
@RequestMapping("/time-tracking")
class TimeForms {

    static final RecordKind KIND = new RecordKind(
            "timeEntry",
            "time-tracking",
            "time/timeEntry-form",
            TimeEntryFields.FIELDS,
            Map.of(TimeInput.START, String.class, TimeInput.END, String.class));

    private final TimeEntries entries;
    private final Timers timers;
    private final TimeInput input;
    private final WhichClient whichClient;
    private final RecordWords words;
    private final BilledWords billedWords;
    private final CurrentUser currentUser;
    private final RecordForms<TimeEntryId, TimeEntryView> forms;

    TimeForms(
            TimeEntries entries,
            Timers timers,
            TimeInput input,
            TimeChoices choices,
            WhichClient whichClient,
            RecordWords words,
            BilledWords billedWords,
            CurrentUser currentUser) {
        this.entries = entries;
        this.timers = timers;
        this.input = input;
        this.whichClient = whichClient;
        this.words = words;
        this.billedWords = billedWords;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, entries, choices, words, currentUser);
    }

    /** Where time is logged of nothing yet, the client comes first: there are too many for a list to choose from. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('time_entries.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID ticketId,
            @RequestParam(required = false) @Nullable UUID taskId,
            @RequestParam(required = false) @Nullable UUID projectId,
            @RequestParam(required = false) @Nullable UUID clientId,
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "") String search,
            @Nullable Entered returned) {
        Entered come = returned == null ? null : input.of(returned, null);
        if (come != null) {
            return forms.addReturned(come);
        }
        if (ticketId == null && taskId == null && projectId == null) {
            UUID chosen = client == null ? clientId : client;
            return whichClient.first(forms, chosen, search, null, input::begun);
        }
        return forms.add(input.begun(forms.fresh()
                .with("ticketId", ticketId)
                .with("taskId", taskId)
                .with("projectId", taskId == null ? projectId : null)));
    }

    /** What the timer has measured by now, to be looked over; it runs on until that is logged. */
    @GetMapping("/timer")
    @PreAuthorize("hasAuthority('time_entries.create')")
    ModelAndView stop(RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        return timers.running(me.organization(), me.id())
                .map(timer -> forms.add(input.begun(forms.fresh(), timer)))
                .orElseGet(() -> {
                    redirect.addFlashAttribute(
                            PageNotice.ATTRIBUTE,
                            PageNotice.refused(words.say("timer.none"), words.say("timer.none.text")));
                    return new ModelAndView("redirect:/time-tracking");
                });
    }

    @PostMapping
    @PreAuthorize("hasAuthority('time_entries.create')")
    ModelAndView create(Entered entered, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        return forms.create(
                input.of(entered, null), "", redirect, checked -> timers.log(me.organization(), me.id(), checked));
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('time_entries.update')")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        TimeEntryView entry = forms.existing(id);
        entries.checkOpen(entry);
        return forms.edit(id, returned == null ? null : input.of(returned, entry.fields()));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('time_entries.update')")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        TimeEntryFields present = entries.find(currentUser.organization(), new TimeEntryId(id))
                .map(TimeEntryView::fields)
                .orElse(null);
        return forms.update(id, input.of(entered, present), redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('time_entries.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        entries.checkOpen(forms.existing(id));
        return forms.confirmDelete(id);
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('time_entries.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    /** Back to the entry, which says why, too. */
    @ExceptionHandler
    String billed(TimeEntryBilled refusal, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE, PageNotice.refused(words.say("time-tracking.billed"), billedWords.why(refusal)));
        return "redirect:/time-tracking/" + refusal.id();
    }
}
