package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.web.DateStyle;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.core.GrantedAuthority;

class AuthoritiesTests {

    private static final Permissions READING = Permissions.from(Role.MEMBER, "boats.read");

    @ParameterizedTest
    @EnumSource(Role.class)
    void refuseAPermissionThatIsContributedTwice(Role least) {
        assertThatThrownBy(() -> new Authorities(List.of(READING, Permissions.from(least, "boats.sink", "boats.read"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two permissions are named boats.read");
    }

    @Test
    void refuseAPermissionThatOneModuleNamesTwice() {
        assertThatThrownBy(() -> new Authorities(List.of(Permissions.from(Role.MEMBER, "boats.read", "boats.read"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two permissions are named boats.read");
    }

    @Test
    void allowNothingBeforeTheSecondFactorIsSetUp() {
        assertThat(names(user(Role.OWNER, true))).isEmpty();
        assertThat(names(user(Role.OWNER, false))).containsExactlyInAnyOrder("boats.read", "ROLE_OWNER");
    }

    private static List<String> names(AscentUser user) {
        return new Authorities(List.of(READING))
                .signIn(user).getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList();
    }

    private static AscentUser user(Role role, boolean mustEnrol) {
        return new AscentUser(
                new UUID(1, 1),
                new UUID(2, 2),
                "Fjordlight IT",
                "Zoë Lindqvist",
                "zoe@fjordlight.example",
                role,
                UserStatus.ACTIVE,
                0,
                null,
                "en-US",
                DateStyle.values()[0],
                mustEnrol);
    }
}
