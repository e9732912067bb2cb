package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import app.ascent.identity.password.PasswordHashes;
import app.ascent.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final RefusedSignIns refusals;
    private final SignInProperties properties;
    private final PasswordEncoder encoder;
    private final RecentPasswords passwords;
    private final MessageSource messages;
    private final Formats formats;
    private final String nobodysHash;

    SignIn(
            UserRows users,
            SignInTries tries,
            RefusedSignIns refusals,
            SignInProperties properties,
            PasswordEncoder encoder,
            RecentPasswords passwords,
            MessageSource messages,
            Formats formats) {
        this.users = users;
        this.tries = tries;
        this.refusals = refusals;
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
        Caller caller = Caller.current();
        User user = users.findByEmail(email).orElse(null);
        String password = String.valueOf(claim.getCredentials());
        boolean right = matches(email, caller, password, user == null ? nobodysHash : user.passwordHash());
        // Asked after the slow comparison: of many guesses sent at once, the right one must not slip past the lock.
        tries.lockedUntil(email, caller).ifPresent(until -> {
            refusals.refused(email, user, Reason.LOCKED);
            throw locked(until);
        });
        if (user == null || !right || !user.isActive()) {
            throw refusals.wrong(email, user, reason(user, right), caller)
                    .map(this::locked)
                    .orElseGet(this::wrong);
        }
        return signedIn(user, password, caller);
    }

    private Authentication signedIn(User user, String password, Caller caller) {
        AscentUser signedIn = users.findSignedIn(user.id().value()).orElseThrow(this::wrong);
        tries.succeeded(signedIn, caller);
        if (PasswordHashes.isOutdated(user.passwordHash())) {
            users.hashAnew(signedIn.id(), user.passwordHash(), encoder.encode(password));
        }
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
    }

    private static Reason reason(@Nullable User user, boolean right) {
        if (user == null) {
            return Reason.UNKNOWN_USER;
        }
        return right ? Reason.DEACTIVATED : Reason.WRONG_PASSWORD;
    }

    private boolean matches(String email, Caller caller, String password, String hash) {
        return tries.lockedUntil(email, caller).isPresent()
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
