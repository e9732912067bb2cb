package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ascent.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInWorkTests {

    private final PasswordEncoder passwords = mock(PasswordEncoder.class);
    private final UserRows users = mock(UserRows.class);
    private final SignInTries tries = mock(SignInTries.class);

    /** Otherwise the answer to an unknown address comes sooner, and tells that it is unknown. */
    @Test
    void comparesAPasswordForUnknownUsersToo() {
        when(passwords.encode(anyString())).thenReturn("hash of nobody");
        when(users.findByEmail("nobody@fjordlight.example")).thenReturn(Optional.empty());
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        SignIn signIn = new SignIn(
                users,
                tries,
                new SignInProperties(5, Duration.ofMinutes(15)),
                passwords,
                words,
                new Formats(Clock.systemUTC(), words, "UTC"));

        assertThatThrownBy(() -> signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("nobody@fjordlight.example", "guess")))
                .isInstanceOf(BadCredentialsException.class);

        verify(passwords).matches(eq("guess"), eq("hash of nobody"));
        verify(tries).failed("nobody@fjordlight.example");
    }
}
