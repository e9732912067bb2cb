package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RecentPasswordsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final PasswordEncoder slow = mock(PasswordEncoder.class);
    private final Clock clock = mock(Clock.class);
    private final RecentPasswords passwords = new RecentPasswords(slow, clock);

    @BeforeEach
    void atNoon() {
        when(clock.instant()).thenReturn(NOON);
        when(slow.matches("right", "hash")).thenReturn(true);
    }

    @Test
    void comparesARightPasswordOnceAMinute() {
        assertThat(passwords.matches("right", "hash")).isTrue();
        at(Duration.ofSeconds(59));
        assertThat(passwords.matches("right", "hash")).isTrue();
        verify(slow, times(1)).matches("right", "hash");

        at(Duration.ofSeconds(60));
        assertThat(passwords.matches("right", "hash")).isTrue();

        verify(slow, times(2)).matches("right", "hash");
    }

    @Test
    void comparesAWrongPasswordEachTime() {
        passwords.matches("right", "hash");

        assertThat(passwords.matches("guess", "hash")).isFalse();
        assertThat(passwords.matches("guess", "hash")).isFalse();

        verify(slow, times(2)).matches("guess", "hash");
    }

    @Test
    void forgetsAPasswordThatWasChanged() {
        passwords.matches("right", "hash");

        assertThat(passwords.matches("right", "another hash")).isFalse();

        verify(slow).matches("right", "another hash");
    }

    @Test
    void forgetsWhenTheClockIsSetBack() {
        passwords.matches("right", "hash");

        at(Duration.ofSeconds(-1));
        passwords.matches("right", "hash");

        verify(slow, times(2)).matches("right", "hash");
    }

    @Test
    void remembersNoMoreThanItHasRoomFor() {
        when(slow.matches(anyString(), anyString())).thenReturn(true);
        passwords.matches("right", "hash");
        for (int i = 0; i < 1_000; i++) {
            passwords.matches("password " + i, "hash");
        }

        passwords.matches("right", "hash");

        verify(slow, times(2)).matches("right", "hash");
    }

    private void at(Duration afterNoon) {
        when(clock.instant()).thenReturn(NOON.plus(afterNoon));
    }
}
