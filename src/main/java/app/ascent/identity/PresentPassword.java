package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Asks who is signed in for their password once more, before something is changed that guards the account. */
@Component
class PresentPassword {

    private final PasswordEncoder passwords;
    private final SignInTries tries;
    private final RefusedSignIns refusals;

    PresentPassword(PasswordEncoder passwords, SignInTries tries, RefusedSignIns refusals) {
        this.passwords = passwords;
        this.tries = tries;
        this.refusals = refusals;
    }

    /** An open session must not serve to guess its user's password without end, so wrong ones count as at sign-in. */
    void refuseWrong(User user, @Nullable Password presented) {
        if (presented == null) {
            throw new MemberRefused.CurrentPasswordMissing();
        }
        Caller caller = Caller.current();
        boolean locked = tries.lockedUntil(user.email(), caller).isPresent();
        if (locked || !passwords.matches(presented.reveal(), user.passwordHash())) {
            refusals.wrong(user.email(), user, Reason.WRONG_PRESENT_PASSWORD, caller);
            throw new MemberRefused.WrongPassword();
        }
    }
}
