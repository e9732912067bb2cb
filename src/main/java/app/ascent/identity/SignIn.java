package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import app.ascent.identity.password.PasswordHashes;
import app.ascent.web.Formats;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
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
    private final SecondFactors secondFactors;
    private final ApiTokens tokens;
    private final Authorities authorities;
    private final SignInProperties properties;
    private final PasswordEncoder encoder;
    private final RecentPasswords passwords;
    private final MessageSource messages;
    private final Formats formats;
    private final Clock clock;
    private final String nobodysHash;

    SignIn(
            UserRows users,
            SignInTries tries,
            RefusedSignIns refusals,
            SecondFactors secondFactors,
            ApiTokens tokens,
            Authorities authorities,
            SignInProperties properties,
            PasswordEncoder encoder,
            RecentPasswords passwords,
            MessageSource messages,
            Formats formats,
            Clock clock) {
        this.users = users;
        this.tries = tries;
        this.refusals = refusals;
        this.secondFactors = secondFactors;
        this.tokens = tokens;
        this.authorities = authorities;
        this.properties = properties;
        this.encoder = encoder;
        this.passwords = passwords;
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
        this.nobodysHash = encoder.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        Caller caller = Caller.current();
        if (claim.getDetails() instanceof PageSignIn page) {
            String code = page.code();
            return code == null ? firstStep(claim, caller) : secondStep(page.pending(), code, caller);
        }
        return program(claim, caller);
    }

    /** A page, with the password. */
    private Authentication firstStep(Authentication claim, Caller caller) {
        User user = known(claim, caller);
        if (user.hasSecondFactor()) {
            throw new SecondFactorNeeded(new PendingSignIn(user.id().value(), user.sessionVersion(), clock.instant()));
        }
        return signedIn(user, caller);
    }

    /** A page, with the code, after the password. */
    private Authentication secondStep(@Nullable PendingSignIn pending, String code, Caller caller) {
        User user = pending == null || pending.isOver(clock.instant())
                ? null
                : users.findById(pending.user())
                        .filter(found -> found.isActive() && found.hasSecondFactor())
                        .filter(found -> found.sessionVersion() == pending.sessionVersion())
                        .orElse(null);
        if (user == null) {
            throw new BadCredentialsException(say("sign-in.too-late"));
        }
        refuseLocked(user.email(), user, caller);
        if (!secondFactors.letsIn(user, code)) {
            throw refusals.wrong(user.email(), user, Reason.WRONG_CODE, caller)
                    .map(this::locked)
                    .orElseGet(() -> new WrongSignInCode(say("sign-in.code.wrong")));
        }
        refuseLocked(user.email(), user, caller); // of many codes sent at once, a right one must not slip past
        return signedIn(user, caller);
    }

    /** HTTP Basic. Nobody types a code for a program, so its user gives it a token where a password is not enough. */
    private Authentication program(Authentication claim, Caller caller) {
        User holder = users.findByEmail(Emails.normal(claim.getName()))
                .filter(User::isActive)
                .orElse(null);
        Instant end = holder == null
                ? null
                : tokens.end(holder, String.valueOf(claim.getCredentials())).orElse(null);
        if (holder != null && end != null) {
            refuseEnded(holder, end);
            return users.findSignedIn(holder.id().value())
                    .map(this::authenticated)
                    .orElseThrow(this::wrong);
        }
        User user = known(claim, caller);
        AscentUser found = users.findSignedIn(user.id().value()).orElseThrow(this::wrong);
        if (user.hasSecondFactor() || found.mustEnrol()) {
            refusals.refused(user.email(), user, Reason.SECOND_FACTOR_NEEDED);
            throw new BadCredentialsException(say("sign-in.token-needed"));
        }
        return signedIn(user, caller);
    }

    /** Whoever has the token may know that it was one. */
    private void refuseEnded(User holder, Instant end) {
        if (!end.isAfter(clock.instant())) {
            refusals.refused(holder.email(), holder, Reason.TOKEN_ENDED);
            throw new BadCredentialsException(say("sign-in.token-ended", formats.date(end)));
        }
    }

    /** The user whose address and password these are. */
    private User known(Authentication claim, Caller caller) {
        String email = Emails.normal(claim.getName());
        if (!Emails.possible(email)) {
            refusals.refused(email, null, Reason.UNKNOWN_USER); // not counted: there is nothing to lock
            throw wrong();
        }
        User user = users.findByEmail(email).orElse(null);
        String password = String.valueOf(claim.getCredentials());
        boolean right = matches(email, caller, password, user == null ? nobodysHash : user.passwordHash());
        // Asked after the slow comparison: of many guesses sent at once, the right one must not slip past the lock.
        refuseLocked(email, user, caller);
        if (user == null || !right || !user.isActive()) {
            throw refusals.wrong(email, user, reason(user, right), caller)
                    .map(this::locked)
                    .orElseGet(this::wrong);
        }
        if (PasswordHashes.isOutdated(user.passwordHash())) {
            users.hashAnew(user.id().value(), user.passwordHash(), encoder.encode(password));
        }
        return user;
    }

    private Authentication signedIn(User user, Caller caller) {
        AscentUser signedIn = users.findSignedIn(user.id().value()).orElseThrow(this::wrong);
        tries.succeeded(signedIn, caller);
        return authenticated(signedIn);
    }

    /** Details of its own, or those of the claim would be kept, with the code. */
    private Authentication authenticated(AscentUser user) {
        var authentication = authorities.signIn(user);
        authentication.setDetails(RequestOrigin.current());
        return authentication;
    }

    private void refuseLocked(String email, @Nullable User user, Caller caller) {
        tries.lockedUntil(email, caller).ifPresent(until -> {
            refusals.refused(email, user, Reason.LOCKED);
            throw locked(until);
        });
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
