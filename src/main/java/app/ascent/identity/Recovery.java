package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import app.ascent.identity.UserChanged.Property;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back for an Owner whom no other Owner can help: whoever may start Ascent names the Owner in a setting, and
 * whoever may read its log finds a code there, which gives the Owner a new password once and within the hour.
 */
@Service
public class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration VALID = Duration.ofHours(1);

    private final UserRows users;
    private final OrganizationRows organizations;
    private final SignInTries tries;
    private final RefusedSignIns refusals;
    private final SecondFactors secondFactors;
    private final ApiTokens apiTokens;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String email;
    private final AtomicReference<@Nullable Offer> offer = new AtomicReference<>();

    Recovery(
            UserRows users,
            OrganizationRows organizations,
            SignInTries tries,
            RefusedSignIns refusals,
            SecondFactors secondFactors,
            ApiTokens apiTokens,
            PasswordEncoder passwords,
            PasswordRules rules,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${ascent.owner.reset:}") String email) {
        this.users = users;
        this.organizations = organizations;
        this.tries = tries;
        this.refusals = refusals;
        this.secondFactors = secondFactors;
        this.apiTokens = apiTokens;
        this.passwords = passwords;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
        this.email = email;
    }

    private record Offer(SetupCode code, Instant until) {}

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (email.isBlank()) {
            return;
        }
        if (owner().isEmpty()) {
            LOG.warn("ascent.owner.reset names nobody who is an active Owner here; nothing is offered");
            return;
        }
        SetupCode code = SetupCode.random();
        offer.set(new Offer(code, clock.instant().plus(VALID)));
        LOG.warn(
                "Open /recover within an hour and enter the code {} to give the Owner a new password. It works once;"
                        + " take ascent.owner.reset away before the next start",
                code.printed());
    }

    public boolean isOpen() {
        return current().isPresent();
    }

    /** Whether this is the code that is offered; a wrong one is told of. */
    public boolean accepts(String presented) {
        Offer open = current().orElse(null);
        if (open == null) {
            return false;
        }
        boolean right = open.code().matches(presented);
        if (!right) {
            owner().ifPresent(user -> refusals.refused(user.email(), user, Reason.WRONG_RECOVERY_CODE));
        }
        return right;
    }

    /** Whose password it will be, for the rules of passwords; empty while nothing is offered. */
    @Transactional(readOnly = true)
    public Optional<PasswordHolder> holder() {
        return current().flatMap(open -> owner()).map(this::holder);
    }

    /** Answers whether the code was right and nobody was faster. */
    @Transactional
    public boolean complete(String presented, Password next) {
        Offer open = current().filter(found -> found.code().matches(presented)).orElse(null);
        User user = owner().orElse(null);
        if (open == null || user == null) {
            return false;
        }
        rules.weakness(next, holder(user)).ifPresent(weakness -> {
            throw new MemberRefused.WeakPassword(weakness);
        });
        if (!offer.compareAndSet(open, null)) {
            return false;
        }
        secondFactors.forget(user);
        apiTokens.removeAll(user);
        user.replacePassword(passwords.encode(next.reveal()));
        users.saveAndFlush(user);
        tries.forget(user.email());
        events.publishEvent(new UserChanged(
                user.organization(),
                null,
                user.id(),
                Property.RECOVERY,
                null,
                null,
                RequestOrigin.current(),
                clock.instant()));
        return true;
    }

    /** As a test reads it, who reads no log. */
    Optional<SetupCode> code() {
        return current().map(Offer::code);
    }

    private Optional<Offer> current() {
        return Optional.ofNullable(offer.get()).filter(open -> open.until().isAfter(clock.instant()));
    }

    private Optional<User> owner() {
        return users.findByEmail(Emails.normal(email)).filter(User::isActiveOwner);
    }

    private PasswordHolder holder(User user) {
        String organization = organizations
                .findById(user.organization().value())
                .map(found -> found.settings().name())
                .orElse("");
        return new PasswordHolder(user.email(), user.name(), organization);
    }
}
