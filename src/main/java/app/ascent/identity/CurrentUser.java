package app.ascent.identity;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers who is signed in; every query of a page or an API call is bound to this user's organization. */
@Component
public class CurrentUser {

    /** The signed-in user; an {@link IllegalStateException} where nobody is. */
    public SignedInUser get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** The signed-in user, or empty in the background. */
    public Optional<SignedInUser> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AscentUser user
                ? Optional.of(user.view())
                : Optional.empty();
    }

    /** The organization of the signed-in user. */
    public OrganizationId organization() {
        return get().organization();
    }
}
