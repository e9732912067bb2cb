package app.ascent.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What each role may do, by the names that {@code @PreAuthorize} and the navigation ask for. */
final class Permissions {

    private static final List<String> EVERYONE = List.of(
            "clients.read",
            "clients.create",
            "clients.update",
            "contacts.read",
            "contacts.create",
            "contacts.update",
            "contracts.read");
    private static final List<String> ADMINS = List.of(
            "clients.delete",
            "contacts.delete",
            "contracts.create",
            "contracts.update",
            "contracts.delete",
            "audit.read",
            "users.manage",
            "organization.manage");
    private static final List<String> OWNERS = List.of("migrations.manage");

    private Permissions() {}

    static Collection<GrantedAuthority> of(Role role) {
        List<String> names = new ArrayList<>(EVERYONE);
        switch (role) {
            case OWNER -> {
                names.addAll(ADMINS);
                names.addAll(OWNERS);
            }
            case ADMIN -> names.addAll(ADMINS);
            case MEMBER -> {}
        }
        names.add("ROLE_" + role);
        return names.stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }
}
