package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Members;
import app.ascent.identity.Sessions;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.web.PageNotice;
import app.ascent.web.SessionStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an Owner ends the sessions of a member; they are listed on the member's page. */
@Controller
@RequestMapping("/settings/members/{id}/sessions")
@PreAuthorize("hasRole('OWNER')")
class MemberSessionPages {

    private final Sessions sessions;
    private final Members members;
    private final CurrentUser currentUser;
    private final MemberWords words;

    MemberSessionPages(Sessions sessions, Members members, CurrentUser currentUser, MemberWords words) {
        this.sessions = sessions;
        this.members = members;
        this.currentUser = currentUser;
        this.words = words;
    }

    @PostMapping("/{session}/end")
    String end(@PathVariable UUID id, @PathVariable UUID session, RedirectAttributes redirect) {
        sessions.end(currentUser.get(), new UserId(id), session);
        return back(id, "members.session-ended", redirect);
    }

    @PostMapping("/end")
    String endAll(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes redirect) {
        sessions.endOthers(currentUser.get(), new UserId(id), SessionStart.key(request));
        return back(id, "members.sessions-ended", redirect);
    }

    @ExceptionHandler
    ModelAndView unknown(MemberRefused.Unknown refusal, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
        return new ModelAndView();
    }

    private String back(UUID id, String done, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        Member member = members.find(me.organization(), new UserId(id))
                .orElseThrow(() -> new MemberRefused.Unknown(new UserId(id)));
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, words.done(done, member));
        return "redirect:/settings/members/" + id;
    }
}
