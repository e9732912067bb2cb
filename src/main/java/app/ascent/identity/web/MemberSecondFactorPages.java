package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Members;
import app.ascent.identity.SecondFactors;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.web.PageNotice;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an Owner demands two-step sign-in of all Owners, and takes it from a member who has lost the app. */
@Controller
@RequestMapping("/settings/members")
@PreAuthorize("hasRole('OWNER')")
class MemberSecondFactorPages {

    private final SecondFactors secondFactors;
    private final Members members;
    private final CurrentUser currentUser;
    private final MemberWords words;

    MemberSecondFactorPages(SecondFactors secondFactors, Members members, CurrentUser currentUser, MemberWords words) {
        this.secondFactors = secondFactors;
        this.members = members;
        this.currentUser = currentUser;
        this.words = words;
    }

    @PostMapping("/two-step")
    String require(@RequestParam boolean required, RedirectAttributes redirect) {
        secondFactors.require(currentUser.get(), required);
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE,
                words.notice(required ? "members.two-step.required" : "members.two-step.optional"));
        return "redirect:/settings/members";
    }

    @PostMapping("/{id}/two-step-reset")
    String reset(@PathVariable UUID id, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        UserId user = new UserId(id);
        Member member = members.find(me.organization(), user).orElseThrow(() -> new MemberRefused.Unknown(user));
        if (user.equals(me.id())) {
            return "redirect:/settings/two-step"; // where password and code are asked for
        }
        secondFactors.reset(me, user);
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, words.done("members.two-step.reset", member));
        return "redirect:/settings/members/" + id;
    }

    @ExceptionHandler
    ModelAndView unknown(MemberRefused.Unknown refusal, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
        return new ModelAndView();
    }
}
