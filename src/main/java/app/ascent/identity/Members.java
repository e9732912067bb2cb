package app.ascent.identity;

import app.ascent.identity.UserChanged.Property;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes the members of an organization. It always keeps an active Owner, and only an Owner touches an Owner:
 * an Admin who could reset an Owner's password would be one.
 */
@Service
public class Members {

    private final UserRows users;
    private final OrganizationRows organizations;
    private final SignInTries tries;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final PresentPassword present;
    private final ApiTokens apiTokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(
            UserRows users,
            OrganizationRows organizations,
            SignInTries tries,
            PasswordEncoder passwords,
            PasswordRules rules,
            PresentPassword present,
            ApiTokens apiTokens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.organizations = organizations;
        this.tries = tries;
        this.passwords = passwords;
        this.rules = rules;
        this.present = present;
        this.apiTokens = apiTokens;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Member> list(OrganizationId organization, Pageable page) {
        return users.findByOrganizationId(organization.value(), page).map(User::view);
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(OrganizationId organization, UserId user) {
        return users.findByOrganizationIdAndId(organization.value(), user.value())
                .map(User::view);
    }

    @Transactional
    public Member add(SignedInUser by, NewMember member) {
        if (member.role() == Role.OWNER && by.role() != Role.OWNER) {
            throw new MemberRefused.OwnerOnly(by.id());
        }
        refuseWeak(member.password(), new PasswordHolder(member.email(), member.name(), by.organizationName()));
        User user = create(by.organization(), member);
        events.publishEvent(new UserAdded(
                by.organization(), by.id(), user.id(), user.role(), RequestOrigin.current(), clock.instant()));
        return user.view();
    }

    @Transactional(noRollbackFor = MemberRefused.WrongPassword.class)
    public Member change(SignedInUser by, UserId member, MemberChange change) {
        // Two Owners who demote each other at the same moment must not both succeed.
        organizations.lock(by.organization().value());
        User user = users.findByOrganizationIdAndId(by.organization().value(), member.value())
                .orElseThrow(() -> new MemberRefused.Unknown(member));
        refuseForeignOwner(by, user, change.role());
        refuseLosingLastOwner(user, change);
        if (change.password() != null) {
            replacePassword(by, user, change.currentPassword(), change.password());
        }
        if (change.role() != null && change.role() != user.role()) {
            tell(by, user, Property.ROLE, user.role(), change.role());
            user.assume(change.role());
        }
        if (change.status() != null && change.status() != user.status()) {
            tell(by, user, Property.STATUS, user.status(), change.status());
            switch (change.status()) {
                case ACTIVE -> user.activate();
                case DEACTIVATED -> user.deactivate();
            }
        }
        return users.saveAndFlush(user).view();
    }

    /** Ends all sessions of the user; the caller may renew the one it works for. */
    @Transactional(noRollbackFor = MemberRefused.WrongPassword.class)
    public void changeOwnPassword(SignedInUser by, Password current, Password next) {
        User user = users.findByOrganizationIdAndId(
                        by.organization().value(), by.id().value())
                .orElseThrow(() -> new MemberRefused.Unknown(by.id()));
        replacePassword(by, user, current, next);
        users.saveAndFlush(user);
    }

    /** In the caller's transaction; also for the first Owner, whom nobody adds. The password has been looked at. */
    User create(OrganizationId organization, NewMember member) {
        String email = Emails.normal(member.email());
        if (users.findByEmail(email).isPresent()) {
            throw new MemberRefused.EmailTaken();
        }
        String hash = passwords.encode(member.password().reveal());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database will tell it
        try {
            return users.saveAndFlush(
                    new User(organization, email, member.name().strip(), member.role(), hash, now));
        } catch (DataIntegrityViolationException sameMoment) {
            throw new MemberRefused.EmailTaken();
        }
    }

    private static void refuseForeignOwner(SignedInUser by, User user, @Nullable Role next) {
        if (by.role() != Role.OWNER && (user.role() == Role.OWNER || next == Role.OWNER)) {
            throw new MemberRefused.OwnerOnly(by.id());
        }
    }

    private void refuseLosingLastOwner(User user, MemberChange change) {
        boolean leaves =
                change.status() == UserStatus.DEACTIVATED || (change.role() != null && change.role() != Role.OWNER);
        if (leaves
                && user.isActiveOwner()
                && users.countByOrganizationIdAndRoleAndStatus(
                                user.organization().value(), Role.OWNER, UserStatus.ACTIVE)
                        == 1) {
            throw new MemberRefused.LastOwner(user.id());
        }
    }

    private void replacePassword(SignedInUser by, User user, @Nullable Password current, Password next) {
        if (user.id().equals(by.id())) {
            present.refuseWrong(user, current);
        } else {
            apiTokens.removeAll(user); // somebody who is not to be trusted may hold one
        }
        refuseWeak(next, new PasswordHolder(user.email(), user.name(), by.organizationName()));
        if (user.id().equals(by.id()) && passwords.matches(next.reveal(), user.passwordHash())) {
            throw new MemberRefused.WeakPassword(Weakness.UNCHANGED);
        }
        user.replacePassword(passwords.encode(next.reveal()));
        tries.forget(user.email());
        tell(by, user, Property.PASSWORD, null, null);
    }

    private void refuseWeak(Password password, PasswordHolder holder) {
        rules.weakness(password, holder).ifPresent(weakness -> {
            throw new MemberRefused.WeakPassword(weakness);
        });
    }

    private void tell(SignedInUser by, User user, Property property, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new UserChanged(
                by.organization(),
                by.id(),
                user.id(),
                property,
                before == null ? null : before.toString(),
                after == null ? null : after.toString(),
                RequestOrigin.current(),
                clock.instant()));
    }
}
