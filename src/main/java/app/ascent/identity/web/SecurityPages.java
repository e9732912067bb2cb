package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Sessions;
import app.ascent.identity.SignedInUser;
import app.ascent.web.PageNotice;
import app.ascent.web.SessionStart;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What guards one's own account, and where it is signed in. */
@Controller
@RequestMapping("/settings/security")
@PreAuthorize("isAuthenticated()")
class SecurityPages {

    private static final String HERE = "redirect:/settings/security";

    private final Sessions sessions;
    private final SessionWords words;
    private final CurrentUser currentUser;
    private final MessageSource messages;

    SecurityPages(Sessions sessions, SessionWords words, CurrentUser currentUser, MessageSource messages) {
        this.sessions = sessions;
        this.words = words;
        this.currentUser = currentUser;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model, HttpServletRequest request) {
        SignedInUser me = currentUser.get();
        model.addAttribute("sessions", words.rows(me, me.id(), SessionStart.key(request)));
        return "identity/security";
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        sessions.end(me, me.id(), id);
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(say("sessions.ended")));
        return HERE;
    }

    @PostMapping("/sessions/end-others")
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        int ended = sessions.endOthers(me, me.id(), SessionStart.key(request));
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(say("sessions.ended.others", ended)));
        return HERE;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ENGLISH);
    }
}
