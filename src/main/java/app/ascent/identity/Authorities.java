package app.ascent.identity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Signs a user in with what the role may do, all modules taken together. */
@Component
class Authorities {

    private final Map<Role, List<GrantedAuthority>> byRole;

    /** An application in which two modules contribute one permission must not start. */
    Authorities(List<Permissions> contributed) {
        Set<String> names = new HashSet<>();
        contributed.stream().flatMap(some -> some.names().stream()).forEach(name -> {
            if (!names.add(name)) {
                throw new IllegalStateException("Two permissions are named " + name);
            }
        });
        byRole = Arrays.stream(Role.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), role -> of(role, contributed)));
    }

    private static List<GrantedAuthority> of(Role role, List<Permissions> contributed) {
        Stream<String> may =
                contributed.stream().filter(some -> role.includes(some.least())).flatMap(some -> some.names().stream());
        return AuthorityUtils.createAuthorityList(
                Stream.concat(may, Stream.of("ROLE_" + role)).toList());
    }

    /** An Owner who is to have a second factor does nothing before setting it up. */
    UsernamePasswordAuthenticationToken signIn(AscentUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, user.mustEnrol() ? List.of() : byRole.getOrDefault(user.role(), List.of()));
    }
}
