package app.ascent.identity;

import app.ascent.identity.password.PasswordHashes;
import app.ascent.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail address and password, for the sign-in page and for HTTP Basic alike. Unknown, deactivated and known users
 * get the same words after the same work; the messages of its exceptions are meant for people.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final UserRows users;
    private final SignInTries tries;
    private final SignInProperties properties;
    private final PasswordEncoder encoder;
    private final RecentPasswords passwords;
    private final MessageSource messages;
    private final Formats formats;
    private final String nobodysHash;

    SignIn(
            UserRows users,
            SignInTries tries,
            SignInProperties properties,
            PasswordEncoder encoder,
            RecentPasswords passwords,
            MessageSource messages,
            Formats formats) {
        this.users = users;
        this.tries = tries;
        this.properties = properties;
        this.encoder = encoder;
        this.passwords = passwords;
        this.messages = messages;
        this.formats = formats;
        this.nobodysHash = encoder.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String email = Emails.normal(claim.getName());
        if (!Emails.possible(email)) {
            throw wrong();
        }
        Optional<User> user = users.findByEmail(email);
        String password = String.valueOf(claim.getCredentials());
        boolean right = matches(email, password, user.map(User::passwordHash).orElse(nobodysHash));
        // Asked after the slow comparison: of many guesses sent at once, the right one must not slip past the lock.
        tries.lockedUntil(email).ifPresent(until -> {
            throw locked(until);
        });
        AscentUser signedIn = user.filter(found -> right)
                .flatMap(found -> users.findSignedIn(found.id().value()))
                .filter(AscentUser::isEnabled)
                .orElseThrow(() -> tries.failed(email).map(this::locked).orElseGet(this::wrong));
        tries.forget(email);
        user.map(User::passwordHash)
                .filter(PasswordHashes::isOutdated)
                .ifPresent(hash -> users.hashAnew(signedIn.id(), hash, encoder.encode(password)));
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
        authentication.setDetails(claim.getDetails());
        return authentication;
    }

    /** While an address is locked, a quick answer would tell whoever guesses that the password was right. */
    private boolean matches(String email, String password, String hash) {
        return tries.lockedUntil(email).isPresent()
                ? passwords.matchesSlowly(password, hash)
                : passwords.matches(password, hash);
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }

    private AuthenticationException wrong() {
        Duration lock = properties.lockFor();
        return new BadCredentialsException(say("sign-in.wrong", properties.maxTries(), Math.max(1, lock.toMinutes())));
    }

    private AuthenticationException locked(Instant until) {
        return new LockedException(say("sign-in.locked", formats.until(until)));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ENGLISH);
    }
}
