package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.TickingClock;
import app.ascent.identity.password.CommonPasswords;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RecoveryTests {

    private static final Password NEXT = new Password("the next long one");

    private final UserRows users = mock(UserRows.class);
    private final TickingClock clock = new TickingClock();

    private final User zoe = mock(User.class);
    private final Recovery recovery = new Recovery(
            users,
            mock(OrganizationRows.class),
            mock(SignInTries.class),
            mock(RefusedSignIns.class),
            mock(SecondFactors.class),
            mock(ApiTokens.class),
            mock(PasswordEncoder.class),
            new PasswordRules(new CommonPasswords()),
            event -> {},
            clock,
            "zoe@fjordlight.example");

    @BeforeEach
    void hire() {
        when(zoe.isActiveOwner()).thenReturn(true);
        when(zoe.email()).thenReturn("zoe@fjordlight.example");
        when(zoe.name()).thenReturn("Zoë Lindqvist");
        when(zoe.organization()).thenReturn(new OrganizationId(UUID.randomUUID()));
        when(zoe.id()).thenReturn(new UserId(UUID.randomUUID()));
        when(users.findByEmail(any())).thenReturn(Optional.of(zoe));
    }

    @Test
    void takesItsCodeForAnHour() {
        recovery.offer();
        String code = recovery.code().orElseThrow().printed();
        clock.advance(Duration.ofMinutes(59));
        assertThat(recovery.accepts(code)).isTrue();

        clock.advance(Duration.ofMinutes(1));

        assertThat(recovery.isOpen()).isFalse();
        assertThat(recovery.accepts(code)).isFalse();
        assertThat(recovery.complete(code, NEXT)).isFalse();
    }

    @Test
    void offersNothingToWhoeverIsNoActiveOwner() {
        when(zoe.isActiveOwner()).thenReturn(false);

        recovery.offer();

        assertThat(recovery.isOpen()).isFalse();
    }

    @Test
    void givesNothingToAnOwnerWhoIsNoneAnyMore() {
        recovery.offer();
        String code = recovery.code().orElseThrow().printed();

        when(zoe.isActiveOwner()).thenReturn(false);

        assertThat(recovery.complete(code, NEXT)).isFalse();
    }
}
