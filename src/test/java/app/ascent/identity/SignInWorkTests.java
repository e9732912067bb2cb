package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ascent.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInWorkTests {

    private static final Caller HERE = new Caller("", null);

    private final PasswordEncoder passwords = mock(PasswordEncoder.class);
    private final UserRows users = mock(UserRows.class);
    private final SignInTries tries = mock(SignInTries.class);
    private final RecentPasswords recent = new RecentPasswords(passwords, Clock.systemUTC());

    /** Otherwise the answer to an unknown address comes sooner, and tells that it is unknown. */
    @Test
    void comparesAPasswordForUnknownUsersToo() {
        when(users.findByEmail("nobody@fjordlight.example")).thenReturn(Optional.empty());
        SignIn signIn = signIn();

        assertThatThrownBy(() -> signIn.authenticate(claim("nobody@fjordlight.example", "guess")))
                .isInstanceOf(BadCredentialsException.class);

        verify(passwords).matches(eq("guess"), eq("hash of nobody"));
        verify(tries).failed("nobody@fjordlight.example", HERE);
    }

    /** Otherwise the right guess, which a program of the user's was let in with just now, would be answered sooner. */
    @Test
    void comparesARightPasswordSlowlyWhileTheAddressIsLocked() {
        User ines = mock(User.class);
        when(ines.passwordHash()).thenReturn("hash of Ines");
        when(users.findByEmail("ines@fjordlight.example")).thenReturn(Optional.of(ines));
        when(passwords.matches("right", "hash of Ines")).thenReturn(true);
        when(tries.lockedUntil("ines@fjordlight.example", HERE)).thenReturn(Optional.of(Instant.EPOCH));
        SignIn signIn = signIn();
        recent.matches("right", "hash of Ines");

        assertThatThrownBy(() -> signIn.authenticate(claim("ines@fjordlight.example", "right")))
                .isInstanceOf(LockedException.class);

        verify(passwords, times(2)).matches("right", "hash of Ines");
    }

    private SignIn signIn() {
        when(passwords.encode(anyString())).thenReturn("hash of nobody");
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        return new SignIn(
                users,
                tries,
                new RefusedSignIns(tries, event -> {}, Clock.systemUTC()),
                mock(SecondFactors.class),
                mock(ApiTokens.class),
                new Authorities(List.of()),
                new SignInProperties(5, Duration.ofMinutes(15), 20, 50, Duration.ofHours(1)),
                passwords,
                recent,
                words,
                new Formats(Clock.systemUTC(), words, "UTC"),
                Clock.systemUTC());
    }

    private static Authentication claim(String email, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(email, password);
    }
}
