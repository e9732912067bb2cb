package app.ascent.desk.time.web;

import app.ascent.desk.TicketId;
import app.ascent.desk.time.Timer;
import app.ascent.desk.time.TimerId;
import app.ascent.desk.time.TimerRunning;
import app.ascent.desk.time.Timers;
import app.ascent.desk.time.web.TimeSheets.Linked;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.SignedInUser;
import app.ascent.projects.TaskId;
import app.ascent.record.RecordRefused;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts the timer of whoever presses the button, and discards it; where it is stopped, its time is logged: {@link TimeForms}. */
@Controller
@RequestMapping("/time-tracking/timer")
@PreAuthorize("hasAuthority('time_entries.create')")
class TimerPages {

    private final Timers timers;
    private final TimerCards cards;
    private final RecordWords words;
    private final CurrentUser currentUser;

    TimerPages(Timers timers, TimerCards cards, RecordWords words, CurrentUser currentUser) {
        this.timers = timers;
        this.cards = cards;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** Where it runs already on the same, a button was pressed twice; another one is neither replaced nor stopped. */
    @PostMapping
    String start(
            @RequestParam(required = false) @Nullable UUID ticketId,
            @RequestParam(required = false) @Nullable UUID taskId,
            RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        TicketId ticket = ticketId == null ? null : new TicketId(ticketId);
        TaskId task = taskId == null ? null : new TaskId(taskId);
        try {
            timers.start(me.organization(), me.id(), ticket, task);
        } catch (TimerRunning refusal) {
            Timer timer = refusal.timer();
            if (!timer.item().equals(ticket) && !timer.item().equals(task)) {
                say(
                        redirect,
                        PageNotice.refused(
                                words.say("timer.refused"),
                                words.say(
                                        "timer.refused.text",
                                        cards.linked(timer).name(),
                                        cards.since(timer))));
            }
        }
        return "redirect:" + (ticketId == null ? "/tasks/" + taskId : "/tickets/" + ticketId);
    }

    @GetMapping("/discard")
    String confirmDiscard(RedirectAttributes redirect, Model model) {
        TimerCards.Running running = cards.running();
        if (running == null) {
            return none(redirect);
        }
        model.addAttribute("timer", running);
        return "time/timer-discard";
    }

    /** @param timer that was seen: another one that runs by now is left alone */
    @PostMapping("/discard")
    String discard(@RequestParam UUID timer, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        TimerCards.Running running = cards.running();
        Linked item = running == null ? null : running.item();
        if (item == null || !timers.discard(me.organization(), me.id(), new TimerId(timer))) {
            return none(redirect);
        }
        say(redirect, PageNotice.done(words.say("timer.discarded", item.name())));
        return "redirect:" + item.address();
    }

    private String none(RedirectAttributes redirect) {
        say(redirect, PageNotice.refused(words.say("timer.none"), words.say("timer.none.text")));
        return "redirect:/time-tracking";
    }

    /** What it was to run on is gone. */
    @ExceptionHandler
    String gone(RecordRefused.Invalid refusal, RedirectAttributes redirect) {
        say(redirect, PageNotice.refused(words.say("timer.gone"), null));
        return "redirect:/time-tracking";
    }

    private static void say(RedirectAttributes redirect, PageNotice notice) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, notice);
    }
}
