package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.MemberChange;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Members;
import app.ascent.identity.NewMember;
import app.ascent.identity.Password;
import app.ascent.identity.PasswordHolder;
import app.ascent.identity.PasswordRules;
import app.ascent.identity.Role;
import app.ascent.identity.SecondFactors;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.UserStatus;
import app.ascent.web.KeptForms;
import app.ascent.web.LastPage;
import app.ascent.web.PageNotice;
import app.ascent.web.RefusedAccess;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which Owner and Admin add and change the members of their organization. */
@Controller
@RequestMapping("/settings/members")
@PreAuthorize("hasAuthority('users.manage')")
class MemberPages {

    private static final int ROWS = 25;

    private final Members members;
    private final PasswordRules rules;
    private final CurrentUser currentUser;
    private final MemberWords words;
    private final SessionWords sessions;
    private final SecondFactors secondFactors;
    private final RefusedAccess access;

    MemberPages(
            Members members,
            PasswordRules rules,
            CurrentUser currentUser,
            MemberWords words,
            SessionWords sessions,
            SecondFactors secondFactors,
            RefusedAccess access) {
        this.members = members;
        this.rules = rules;
        this.currentUser = currentUser;
        this.words = words;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.access = access;
    }

    /** Somebody to be added. */
    @SuppressWarnings("MultipleNullnessAnnotations") // one says what a form must have, the other what it may bring
    record AddForm(
            @NotBlank(message = "{member.name.missing}")
                    @Size(max = 200, message = "{form.too-long}")
                    @Pattern(regexp = Member.PRINTABLE, message = "{form.unprintable}")
                    String name,
            @Size(max = 254, message = "{form.too-long}")
                    @Pattern(regexp = Member.EMAIL, message = "{member.email.invalid}")
                    String email,
            @NotNull(message = "{member.role.missing}") @Nullable Role role,
            @Nullable Password password) {

        AddForm {
            name = Forms.stripped(name);
            email = Forms.stripped(email);
        }
    }

    /** A new password for a member who forgot theirs. */
    record ResetForm(@Nullable Password password) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        SignedInUser me = currentUser.get();
        PageRequest rows = PageRequest.of(Math.clamp(page, 0, 1_000_000), ROWS, Sort.by("name", "id"));
        model.addAttribute("required", me.role() == Role.OWNER ? secondFactors.isRequired(me.organization()) : null);
        model.addAttribute(
                "page",
                LastPage.orAsked(rows, asked -> members.list(me.organization(), asked))
                        .map(member -> words.row(member, me)));
        return "identity/members";
    }

    @GetMapping("/new")
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "MEMBER") Role role,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned,
            Model model) {
        model.addAttribute(
                "form",
                returned == null ? new AddForm("", "", Role.MEMBER, null) : new AddForm(name, email, role, null));
        model.addAttribute("roles", words.roles(currentUser.get()));
        return "identity/member-add";
    }

    @PostMapping
    ModelAndView add(
            @Valid @ModelAttribute("form") @Nullable AddForm form, BindingResult errors, RedirectAttributes redirect) {
        if (form == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST); // no page of ours sends such a role
        }
        SignedInUser me = currentUser.get();
        Password password = Forms.chosen(
                form.password(), new PasswordHolder(form.email(), form.name(), me.organizationName()), rules, errors);
        if (!errors.hasErrors() && password != null && form.role() != null) {
            try {
                Member added = members.add(me, new NewMember(form.name(), form.email(), form.role(), password));
                redirect.addFlashAttribute(PageNotice.ATTRIBUTE, words.added(added));
                return new ModelAndView("redirect:/settings/members");
            } catch (MemberRefused.EmailTaken taken) {
                errors.rejectValue("email", "member.email.taken");
            } catch (MemberRefused.OwnerOnly refused) {
                access.tellOfRole();
                errors.rejectValue("role", "member.owner-only");
            }
        }
        ModelAndView page =
                new ModelAndView("identity/member-add", errors.getModel(), HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("roles", words.roles(me));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        ModelAndView page = member(id, HttpStatus.OK);
        page.addObject("form", new ResetForm(null));
        return page;
    }

    @PostMapping("/{id}/role")
    String changeRole(@PathVariable UUID id, @RequestParam Role role, RedirectAttributes redirect) {
        return change(id, MemberChange.role(role), "members.changed.role", redirect);
    }

    @PostMapping("/{id}/status")
    String changeStatus(@PathVariable UUID id, @RequestParam UserStatus status, RedirectAttributes redirect) {
        return change(id, MemberChange.status(status), "members.changed." + status, redirect);
    }

    @PostMapping("/{id}/password")
    ModelAndView resetPassword(
            @PathVariable UUID id,
            @ModelAttribute("form") ResetForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        if (me.id().value().equals(id)) {
            return new ModelAndView("redirect:/settings/password"); // where the present one is asked for
        }
        Member holder = found(id, me);
        Password password = Forms.chosen(
                form.password(),
                new PasswordHolder(holder.email(), holder.name(), me.organizationName()),
                rules,
                errors);
        if (password == null) {
            ModelAndView page = member(id, HttpStatus.UNPROCESSABLE_CONTENT);
            page.addAllObjects(errors.getModel());
            return page;
        }
        return new ModelAndView(change(id, MemberChange.password(password), "members.changed.password", redirect));
    }

    @ExceptionHandler
    ModelAndView unknown(MemberRefused.Unknown refusal, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
        return new ModelAndView();
    }

    private String change(UUID id, MemberChange change, String done, RedirectAttributes redirect) {
        SignedInUser me = currentUser.get();
        try {
            Member changed = members.change(me, new UserId(id), change);
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, words.done(done, changed));
        } catch (MemberRefused.OwnerOnly refusal) {
            access.tellOfRole();
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, words.refused(refusal));
        } catch (MemberRefused.LastOwner refusal) {
            redirect.addFlashAttribute(PageNotice.ATTRIBUTE, words.refused(refusal));
        }
        // Whoever demoted themselves may not see the list of members any more.
        return me.id().value().equals(id) && change.password() == null
                ? "redirect:/"
                : "redirect:/settings/members/" + id;
    }

    private Member found(UUID id, SignedInUser me) {
        return members.find(me.organization(), new UserId(id))
                .orElseThrow(() -> new MemberRefused.Unknown(new UserId(id)));
    }

    private ModelAndView member(UUID id, HttpStatus status) {
        SignedInUser me = currentUser.get();
        Member member = found(id, me);
        ModelAndView page = new ModelAndView("identity/member", status);
        page.addObject("member", words.row(member, me));
        page.addObject("roles", words.roles(me));
        if (me.role() == Role.OWNER && !member.id().equals(me.id())) {
            page.addObject("sessions", sessions.rows(me, member.id(), null));
        }
        return page;
    }
}
