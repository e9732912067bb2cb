package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one place where it is known that a sign-in was refused, and why: counts it, and tells it. */
@Component
class RefusedSignIns {

    private final SignInTries tries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefusedSignIns(SignInTries tries, ApplicationEventPublisher events, Clock clock) {
        this.tries = tries;
        this.events = events;
        this.clock = clock;
    }

    /** A wrong try; answers until when sign-in is locked now, if it is. */
    @Transactional
    public Optional<Instant> wrong(String email, @Nullable User user, Reason reason, Caller caller) {
        Optional<Instant> locked = tries.failed(email, caller);
        tell(email, user, reason, locked.isPresent());
        return locked;
    }

    /** A try that says nothing of who made it: the sign-in was locked, or something more was asked for. */
    @Transactional
    public void refused(String email, @Nullable User user, Reason reason) {
        tell(email, user, reason, false);
    }

    private void tell(String email, @Nullable User user, Reason reason, boolean lockedNow) {
        events.publishEvent(new SignInRefused(
                email,
                user == null ? null : user.organization(),
                user == null ? null : user.id(),
                reason,
                lockedNow,
                RequestOrigin.current(),
                clock.instant()));
    }
}
