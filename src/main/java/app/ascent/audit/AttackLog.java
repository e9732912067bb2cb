package app.ascent.audit;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.ProgramSignedIn;
import app.ascent.identity.SignInRefused;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.web.AccessRefused;
import app.ascent.web.RequestOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what may be an attack: refused sign-ins, locks, refused access, and where programs sign in from. Each in the
 * application's log, for those who watch the machine, and in the audit log of the organization whose user it is about;
 * seldom enough in both that nobody can fill them. At once and by itself, not through the registry of events: what costs
 * an attacker nothing must not cost three writes.
 */
@Component
class AttackLog {

    private static final Logger LOG = LoggerFactory.getLogger(AttackLog.class);

    private final AuditRows rows;
    private final Users users;
    private final CurrentUser currentUser;
    private final Seldom lines = new Seldom(Duration.ofSeconds(1), 3_600, 600);
    private final Seldom refusals = new Seldom(Duration.ofMinutes(10), 600, 60);
    private final Seldom denials = new Seldom(Duration.ofMinutes(10), 600, 60);
    private final Seldom programs = new Seldom(Duration.ofHours(12), 600, 60);

    AttackLog(AuditRows rows, Users users, CurrentUser currentUser) {
        this.rows = rows;
        this.users = users;
        this.currentUser = currentUser;
    }

    private record Key(
            @Nullable OrganizationId organization, @Nullable Object who, Object what, @Nullable String address) {}

    @EventListener
    @Transactional
    public void on(SignInRefused refusal) {
        String what = words(refusal);
        UserId user = refusal.user();
        Key key = new Key(refusal.organization(), user, what, refusal.origin().address());
        if (lines.isTime(whose(user, refusal.origin()), key, refusal.at())) {
            LOG.warn("Refused from {}, user {}: {}", refusal.origin().address(), user == null ? "unknown" : user, what);
        }
        if (refusal.organization() != null && user != null && refusals.isTime(user, key, refusal.at())) {
            write(refusal.organization(), null, Action.REFUSE, user, what, refusal.origin(), refusal.at());
        }
    }

    @EventListener
    @Transactional
    public void on(ProgramSignedIn event) {
        Key key = new Key(
                event.organization(), event.user(), Action.LOGIN, event.origin().address());
        if (programs.isTime(event.user(), key, event.at())) {
            write(
                    event.organization(),
                    event.user(),
                    Action.LOGIN,
                    event.user(),
                    "Signed in as a program, with HTTP Basic",
                    event.origin(),
                    event.at());
        }
    }

    @EventListener
    @Transactional
    public void on(AccessRefused refusal) {
        SignedInUser user = currentUser.find().orElse(null);
        String what = words(refusal);
        String address = refusal.origin().address();
        if (user == null) {
            Key key = new Key(null, null, what, address);
            if (lines.isTime(whose(null, refusal.origin()), key, refusal.at())) {
                LOG.warn("Access refused from {}, user unknown: {}", address, what);
            }
            return;
        }
        Key key = new Key(user.organization(), user.id(), what, address);
        if (denials.isTime(user.id(), key, refusal.at())) {
            LOG.warn("Access refused from {}, user {}: {}", address, user.id(), what);
            write(user.organization(), user.id(), Action.REFUSE, user.id(), what, refusal.origin(), refusal.at());
        }
    }

    private void write(
            OrganizationId organization,
            @Nullable UserId by,
            Action action,
            UserId user,
            String what,
            RequestOrigin origin,
            Instant at) {
        Member member = users.members(organization, Set.of(user)).get(user);
        AuditedRecord subject = new AuditedRecord(UserLog.USER, user.toString(), member == null ? null : member.name());
        List<Change> said = List.of(new Change(Audit.HAPPENED, null, what));
        rows.insert(organization, new AuditRows.Row(AuditRows.newId(), at, by, action, subject, said, origin));
    }

    /** Who may have so many entries in an hour: the user it is about, or the place where nobody is known to be. */
    private static Object whose(@Nullable UserId user, RequestOrigin origin) {
        return user == null ? String.valueOf(origin.address()) : user;
    }

    private static String words(AccessRefused refusal) {
        String reason =
                switch (refusal.reason()) {
                    case ROLE -> "Asked for what the role does not allow: ";
                    case FORGED -> "Sent what no page of Ascent had made: ";
                    case METRICS_TOKEN -> "Asked for the figures with a wrong token: ";
                };
        return reason + refusal.what();
    }

    private static String words(SignInRefused refusal) {
        String reason =
                switch (refusal.reason()) {
                    case UNKNOWN_USER -> "Sign-in with an unknown address";
                    case WRONG_PASSWORD -> "Sign-in with a wrong password";
                    case DEACTIVATED -> "Sign-in to a deactivated account";
                    case LOCKED -> "Sign-in while it was locked";
                    case WRONG_CODE -> "Sign-in with a wrong code";
                    case SECOND_FACTOR_NEEDED -> "Sign-in by a program with the password alone";
                    case TOKEN_ENDED -> "Sign-in by a program with an API token that has ended";
                    case WRONG_PRESENT_PASSWORD -> "Confirmation with a wrong password";
                    case WRONG_PRESENT_CODE -> "Confirmation with a wrong code";
                    case WRONG_RECOVERY_CODE -> "Recovery of the Owner with a wrong code";
                    case WRONG_SETUP_CODE -> "Set-up with a wrong code";
                };
        return refusal.lockedNow() ? reason + "; it is locked now" : reason;
    }
}
