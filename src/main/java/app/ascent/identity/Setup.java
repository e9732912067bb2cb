package app.ascent.identity;

import app.ascent.identity.SignInRefused.Reason;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one time an installation has no user: whoever knows the code from its log becomes the first Owner. */
@Service
public class Setup {

    /** Any number that no other lock of Ascent uses. */
    private static final long LOCK = 0x5e70_0a5c;

    private final UserRows users;
    private final OrganizationRows organizations;
    private final Members members;
    private final PasswordRules rules;
    private final RefusedSignIns refusals;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SetupCode code = SetupCode.random();

    private volatile boolean done;

    Setup(
            UserRows users,
            OrganizationRows organizations,
            Members members,
            PasswordRules rules,
            RefusedSignIns refusals,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.organizations = organizations;
        this.members = members;
        this.rules = rules;
        this.refusals = refusals;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Is there no user yet? Users are never deleted, so the answer turns to no once and for all. */
    public boolean isOpen() {
        done = done || users.existsBy();
        return !done;
    }

    /** Is this the code from the log? A wrong one is told of. */
    public boolean accepts(String presented) {
        boolean right = code.matches(presented);
        if (!right) {
            refusals.refused("", null, Reason.WRONG_SETUP_CODE);
        }
        return right;
    }

    /** Answers whether the code was right and nobody else was faster. */
    @Transactional
    public boolean complete(String presented, FirstOwner owner) {
        if (!code.matches(presented)) {
            return false;
        }
        rules.weakness(owner.password(), owner.holder()).ifPresent(weakness -> {
            throw new MemberRefused.WeakPassword(weakness);
        });
        return create(owner, true);
    }

    /** Creates the Owner that the settings name, unless there is a user already. */
    @Transactional
    boolean complete(FirstOwner owner) {
        return create(owner, false);
    }

    SetupCode code() {
        return code;
    }

    private boolean create(FirstOwner owner, boolean byHand) {
        // Two nodes that start at the same time, or two impatient clicks, must not make two organizations.
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:key)) as locked")
                .param("key", LOCK)
                .query(Integer.class)
                .single();
        if (users.existsBy()) {
            return false;
        }
        OrganizationId organization = organizations
                .save(new Organization(owner.organization().strip(), owner.timeZone(), clock.instant()))
                .id();
        User user =
                members.create(organization, new NewMember(owner.name(), owner.email(), Role.OWNER, owner.password()));
        UserId by = byHand ? user.id() : null;
        RequestOrigin origin = RequestOrigin.current();
        events.publishEvent(
                new OrganizationCreated(organization, owner.organization().strip(), by, origin, clock.instant()));
        events.publishEvent(new UserAdded(organization, by, user.id(), Role.OWNER, origin, clock.instant()));
        return true;
    }
}
