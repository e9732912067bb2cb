package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Members;
import app.ascent.identity.OwnSession;
import app.ascent.identity.Password;
import app.ascent.identity.SignedInUser;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account, for programs and whatever one's role is. */
@RestController
@RequestMapping("/api/v1/me")
@PreAuthorize("isAuthenticated()")
class AccountController {

    private final Members members;
    private final CurrentUser currentUser;
    private final OwnSession session;

    AccountController(Members members, CurrentUser currentUser, OwnSession session) {
        this.members = members;
        this.currentUser = currentUser;
        this.session = session;
    }

    /** The password as it is, and as it is to be. */
    record NewPassword(
            @NotNull @Schema(implementation = String.class, format = "password") Password currentPassword,
            @NotNull @Schema(implementation = String.class, format = "password", minLength = 12) Password password) {}

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @Valid @RequestBody NewPassword change, HttpServletRequest request, HttpServletResponse response) {
        SignedInUser me = currentUser.get();
        members.changeOwnPassword(me, change.currentPassword(), change.password());
        session.renew(me, request, response);
    }
}
