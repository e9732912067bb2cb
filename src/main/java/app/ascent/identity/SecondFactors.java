package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import app.ascent.identity.UserChanged.Property;
import app.ascent.identity.totp.QrImage;
import app.ascent.identity.totp.Totp;
import app.ascent.vault.Secret;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of signing in, for whoever turns it on: a code of an authenticator app, or one of the recovery codes.
 * Whatever turns it on or off ends the sessions of its user; the caller may renew the one it works for.
 */
@Service
public class SecondFactors {

    private final UserRows users;
    private final OrganizationRows organizations;
    private final SecondFactorSecrets secrets;
    private final RecoveryCodes codes;
    private final PresentPassword present;
    private final RefusedSignIns refusals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactors(
            UserRows users,
            OrganizationRows organizations,
            SecondFactorSecrets secrets,
            RecoveryCodes codes,
            PresentPassword present,
            RefusedSignIns refusals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.organizations = organizations;
        this.secrets = secrets;
        this.codes = codes;
        this.present = present;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
    }

    /** What an authenticator app is told, in both ways. */
    public record Enrolment(Secret secret, Secret image) {}

    /**
     * How it stands with somebody.
     *
     * @param required whether the organization demands it of this person
     */
    public record Standing(boolean on, boolean required, int codesLeft) {}

    @Transactional(readOnly = true)
    public Standing standing(SignedInUser me) {
        User user = user(me.organization(), me.id());
        return new Standing(
                user.hasSecondFactor(),
                me.role() == Role.OWNER && isRequired(me.organization()),
                codes.left(me.organization(), me.id()));
    }

    /** Whether the Owners of an organization must have one. */
    @Transactional(readOnly = true)
    public boolean isRequired(OrganizationId organization) {
        return organizations
                .findById(organization.value())
                .map(Organization::ownersNeedSecondFactor)
                .orElse(false);
    }

    /** What is being set up, if something is. */
    @Transactional(readOnly = true)
    public Optional<Enrolment> enrolment(SignedInUser me) {
        return secrets.unconfirmed(me.organization(), me.id())
                .map(secret -> new Enrolment(
                        secret, new Secret(QrImage.dataAddress(Totp.address(secret.reveal(), me.email())))));
    }

    @Transactional
    public void begin(SignedInUser me) {
        secrets.begin(me.organization(), me.id());
    }

    /** Turns it on and answers the recovery codes, which nobody sees again. */
    @Transactional(noRollbackFor = MemberRefused.class)
    public List<String> confirm(SignedInUser me, Password password, String code) {
        User user = user(me.organization(), me.id());
        present.refuseWrong(user, password);
        if (user.hasSecondFactor() || !secrets.confirm(user, plain(code))) {
            throw wrongCode(user);
        }
        user.demandSecondFactor(clock.instant().truncatedTo(ChronoUnit.MICROS));
        users.saveAndFlush(user);
        tell(me, user, Property.SECOND_FACTOR, "Off", "On");
        return codes.renew(user);
    }

    @Transactional(noRollbackFor = MemberRefused.class)
    public List<String> renewCodes(SignedInUser me, Password password, String code) {
        User user = proven(me, password, code);
        tell(me, user, Property.RECOVERY_CODES, null, "Made anew");
        return codes.renew(user);
    }

    @Transactional(noRollbackFor = MemberRefused.class)
    public void turnOff(SignedInUser me, Password password, String code) {
        if (me.role() == Role.OWNER && isRequired(me.organization())) {
            throw new MemberRefused.SecondFactorRequired(me.id());
        }
        drop(me, proven(me, password, code));
    }

    /** For a member who has lost app and recovery codes; an Owner does that, and nobody for themselves. */
    @Transactional
    public void reset(SignedInUser by, UserId member) {
        if (by.role() != Role.OWNER || by.id().equals(member)) {
            throw new MemberRefused.OwnerOnly(by.id());
        }
        drop(by, user(by.organization(), member));
    }

    /** An Owner decides whether all Owners of the organization must have one. */
    @Transactional
    public void require(SignedInUser by, boolean required) {
        if (by.role() != Role.OWNER) {
            throw new MemberRefused.OwnerOnly(by.id());
        }
        Organization organization =
                organizations.lock(by.organization().value()).orElseThrow();
        if (organization.ownersNeedSecondFactor() != required) {
            organization.needSecondFactorOfOwners(required);
            events.publishEvent(new OwnersSecondFactorChanged(
                    by.organization(),
                    by.organizationName(),
                    by.id(),
                    required,
                    RequestOrigin.current(),
                    clock.instant()));
        }
    }

    /** At sign-in: whether this code lets the user in, who cannot use it again. */
    @Transactional
    boolean letsIn(User user, String code) {
        if (secrets.use(user, plain(code))) {
            return true;
        }
        boolean recovered = codes.use(user, code);
        if (recovered) {
            tell(null, user, Property.RECOVERY_CODES, null, "One used to sign in");
        }
        return recovered;
    }

    /** Without a word of its own, for whoever tells more. */
    @Transactional
    void forget(User user) {
        secrets.remove(user);
        codes.removeAll(user);
        if (user.hasSecondFactor()) {
            user.dropSecondFactor();
        }
    }

    private User proven(SignedInUser me, Password password, String code) {
        User user = user(me.organization(), me.id());
        present.refuseWrong(user, password);
        if (!user.hasSecondFactor() || !secrets.use(user, plain(code)) && !codes.use(user, code)) {
            throw wrongCode(user);
        }
        return user;
    }

    private void drop(SignedInUser by, User user) {
        if (user.hasSecondFactor()) {
            tell(by, user, Property.SECOND_FACTOR, "On", "Off");
        }
        forget(user);
        users.saveAndFlush(user);
    }

    private MemberRefused wrongCode(User user) {
        refusals.wrong(user.email(), user, Reason.WRONG_PRESENT_CODE, Caller.current());
        return new MemberRefused.WrongCode();
    }

    private User user(OrganizationId organization, UserId id) {
        return users.findByOrganizationIdAndId(organization.value(), id.value())
                .orElseThrow(() -> new MemberRefused.Unknown(id));
    }

    private void tell(
            @Nullable SignedInUser by, User user, Property property, @Nullable String before, @Nullable String after) {
        events.publishEvent(new UserChanged(
                user.organization(),
                by == null ? user.id() : by.id(),
                user.id(),
                property,
                before,
                after,
                RequestOrigin.current(),
                clock.instant()));
    }

    /** Apps show a code in two groups. */
    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }
}
