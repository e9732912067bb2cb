package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Sessions;
import app.ascent.identity.UserId;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import app.ascent.web.SessionStart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in, for programs; and where a member is, for programs of an Owner. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

    private final Sessions sessions;
    private final SessionWords words;
    private final CurrentUser currentUser;

    SessionController(Sessions sessions, SessionWords words, CurrentUser currentUser) {
        this.sessions = sessions;
        this.words = words;
        this.currentUser = currentUser;
    }

    @GetMapping("/me/sessions")
    @PreAuthorize("isAuthenticated()")
    Listing<SessionWords.Row> own(@Valid @ParameterObject Paging paging, HttpServletRequest request) {
        return listing(currentUser.get().id(), paging, request);
    }

    @DeleteMapping("/me/sessions")
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOwnOthers(HttpServletRequest request) {
        sessions.endOthers(currentUser.get(), currentUser.get().id(), SessionStart.key(request));
    }

    @DeleteMapping("/me/sessions/{session}")
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOwn(@PathVariable UUID session) {
        end(currentUser.get().id(), session);
    }

    @GetMapping("/users/{id}/sessions")
    @PreAuthorize("hasRole('OWNER')")
    Listing<SessionWords.Row> ofMember(
            @PathVariable UUID id, @Valid @ParameterObject Paging paging, HttpServletRequest request) {
        return listing(new UserId(id), paging, request);
    }

    /** All of them; of one's own all others. */
    @DeleteMapping("/users/{id}/sessions")
    @PreAuthorize("hasRole('OWNER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAllOfMember(@PathVariable UUID id, HttpServletRequest request) {
        sessions.endOthers(currentUser.get(), new UserId(id), SessionStart.key(request));
    }

    @DeleteMapping("/users/{id}/sessions/{session}")
    @PreAuthorize("hasRole('OWNER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOfMember(@PathVariable UUID id, @PathVariable UUID session) {
        end(new UserId(id), session);
    }

    private void end(UserId user, UUID session) {
        if (!sessions.end(currentUser.get(), user, session)) {
            throw new MemberRefused.Unknown(user);
        }
    }

    private Listing<SessionWords.Row> listing(UserId user, Paging paging, HttpServletRequest request) {
        List<SessionWords.Row> all = words.rows(currentUser.get(), user, SessionStart.key(request));
        Pageable page = paging.pageable();
        List<SessionWords.Row> rows =
                all.stream().skip(page.getOffset()).limit(page.getPageSize()).toList();
        return Listing.of(new PageImpl<>(rows, page, all.size()), Function.identity());
    }
}
