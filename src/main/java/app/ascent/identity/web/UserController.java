package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.MemberChange;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Members;
import app.ascent.identity.NewMember;
import app.ascent.identity.OwnSession;
import app.ascent.identity.Password;
import app.ascent.identity.Role;
import app.ascent.identity.SecondFactors;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.UserStatus;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of one's organization, for programs. */
@RestController
@RequestMapping("/api/v1/users")
@PreAuthorize("hasAuthority('users.manage')")
class UserController {

    private final Members members;
    private final CurrentUser currentUser;
    private final OwnSession session;
    private final SecondFactors secondFactors;

    UserController(Members members, CurrentUser currentUser, OwnSession session, SecondFactors secondFactors) {
        this.members = members;
        this.currentUser = currentUser;
        this.session = session;
        this.secondFactors = secondFactors;
    }

    /** A user as programs see it. */
    record UserView(
            UUID id,
            String email,
            String name,
            Role role,
            UserStatus status,
            boolean secondFactor,
            @Nullable Instant lastLoginAt,
            Instant createdAt) {

        static UserView of(Member member) {
            return new UserView(
                    member.id().value(),
                    member.email(),
                    member.name(),
                    member.role(),
                    member.status(),
                    member.secondFactor(),
                    member.lastLoginAt(),
                    member.createdAt());
        }
    }

    /** Somebody to be added. */
    record NewUser(
            @NotNull @Size(max = 254) @Pattern(regexp = Member.EMAIL, message = "{member.email.invalid}") String email,
            @NotBlank @Size(max = 200) @Pattern(regexp = Member.PRINTABLE, message = "{form.unprintable}") String name,
            @NotNull Role role,
            @NotNull @Schema(implementation = String.class, format = "password", minLength = 12) Password password) {}

    /** What is to change; what is absent stays. */
    record UserPatch(
            @Nullable Role role,
            @Nullable UserStatus status,
            @Schema(implementation = String.class, format = "password", minLength = 12) @Nullable Password password,
            @Schema(
                            implementation = String.class,
                            format = "password",
                            description = "Needed by whoever changes their own password")
                    @Nullable
                    Password currentPassword) {

        @JsonIgnore
        @Schema(hidden = true)
        @AssertTrue(message = "Name what is to change: role, status or password.")
        boolean isAnything() {
            return role != null || status != null || password != null;
        }
    }

    @GetMapping
    Listing<UserView> list(@Valid @ParameterObject Paging paging) {
        return Listing.of(
                members.list(currentUser.organization(), paging.pageable(Sort.by("name", "id"))), UserView::of);
    }

    @GetMapping("/{id}")
    UserView show(@PathVariable UUID id) {
        UserId user = new UserId(id);
        return members.find(currentUser.organization(), user)
                .map(UserView::of)
                .orElseThrow(() -> new MemberRefused.Unknown(user));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    ResponseEntity<UserView> add(@Valid @RequestBody NewUser user) {
        Member added =
                members.add(currentUser.get(), new NewMember(user.name(), user.email(), user.role(), user.password()));
        return ResponseEntity.created(URI.create("/api/v1/users/" + added.id())).body(UserView.of(added));
    }

    /** For somebody who has lost app and recovery codes. */
    @DeleteMapping("/{id}/second-factor")
    @PreAuthorize("hasRole('OWNER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable UUID id) {
        secondFactors.reset(currentUser.get(), new UserId(id));
    }

    @PatchMapping("/{id}")
    UserView change(
            @PathVariable UUID id,
            @Valid @RequestBody UserPatch patch,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInUser me = currentUser.get();
        Member changed = members.change(
                me,
                new UserId(id),
                new MemberChange(patch.role(), patch.status(), patch.password(), patch.currentPassword()));
        if (patch.password() != null && me.id().equals(changed.id())) {
            session.renew(me, request, response);
        }
        return UserView.of(changed);
    }
}
