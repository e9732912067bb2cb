package app.ascent.identity;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and a code is still to come. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class SecondFactorNeeded extends AuthenticationException {

    private final PendingSignIn pending;

    SecondFactorNeeded(PendingSignIn pending) {
        super("A code is still to come");
        this.pending = pending;
    }

    public PendingSignIn pending() {
        return pending;
    }
}
