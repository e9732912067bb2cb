package app.ascent.record.page;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whether whoever looks may see something, where a page shows it to some and not to others. */
public final class Permitted {

    private Permitted() {}

    public static boolean to(String authority) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(each -> authority.equals(each.getAuthority()));
    }
}
