package app.ascent.audit;

import app.ascent.identity.Member;
import app.ascent.identity.OrganizationChanged;
import app.ascent.identity.OrganizationCreated;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.OrganizationSettings;
import app.ascent.identity.OwnersSecondFactorChanged;
import app.ascent.identity.SessionsEnded;
import app.ascent.identity.SignedIn;
import app.ascent.identity.SignedOut;
import app.ascent.identity.UserAdded;
import app.ascent.identity.UserChanged;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.web.RequestOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears from identity what users do there. The registry repeats an event that was lost, so no sign-in goes unwritten. */
@Component
class UserLog {

    /** What entries call a user. */
    static final String USER = "User";

    /** What entries call an organization. */
    static final String ORGANIZATION = "Organization";

    private final AuditRows rows;
    private final Users users;

    UserLog(AuditRows rows, Users users) {
        this.rows = rows;
        this.users = users;
    }

    @ApplicationModuleListener
    void on(SignedIn event) {
        write(event.organization(), event.user(), Action.LOGIN, event.user(), List.of(), event.origin(), event.at());
    }

    @ApplicationModuleListener
    void on(SignedOut event) {
        write(event.organization(), event.user(), Action.LOGOUT, event.user(), List.of(), event.origin(), event.at());
    }

    @ApplicationModuleListener
    void on(UserAdded event) {
        List<Change> changes =
                List.of(new Change("Role", null, word(event.role().name())));
        write(event.organization(), event.by(), Action.CREATE, event.user(), changes, event.origin(), event.at());
    }

    @ApplicationModuleListener
    void on(UserChanged event) {
        Change change =
                switch (event.property()) {
                    case ROLE -> new Change("Role", word(event.before()), word(event.after()));
                    case STATUS -> new Change("Status", word(event.before()), word(event.after()));
                    case PASSWORD -> new Change("Password", null, "Replaced");
                    case RECOVERY -> new Change("Password", null, "Replaced with a code from the log");
                    case SECOND_FACTOR -> new Change("Two-step sign-in", event.before(), event.after());
                    case RECOVERY_CODES -> new Change("Recovery codes", event.before(), event.after());
                    case API_TOKEN -> new Change("API token", event.before(), event.after());
                };
        write(
                event.organization(),
                event.by(),
                Action.UPDATE,
                event.user(),
                List.of(change),
                event.origin(),
                event.at());
    }

    @ApplicationModuleListener
    void on(SessionsEnded event) {
        Change change = new Change("Sessions", null, event.count() + " ended");
        write(
                event.organization(),
                event.by(),
                Action.UPDATE,
                event.user(),
                List.of(change),
                event.origin(),
                event.at());
    }

    @ApplicationModuleListener
    void on(OwnersSecondFactorChanged event) {
        AuditedRecord subject =
                new AuditedRecord(ORGANIZATION, event.organization().toString(), event.name());
        Change change = event.required()
                ? new Change("Two-step sign-in of Owners", "Optional", "Required")
                : new Change("Two-step sign-in of Owners", "Required", "Optional");
        rows.insert(
                event.organization(),
                new AuditRows.Row(
                        AuditRows.newId(),
                        event.at(),
                        event.by(),
                        Action.UPDATE,
                        subject,
                        List.of(change),
                        event.origin()));
    }

    @ApplicationModuleListener
    void on(OrganizationCreated event) {
        AuditedRecord subject =
                new AuditedRecord(ORGANIZATION, event.organization().toString(), event.name());
        rows.insert(
                event.organization(),
                new AuditRows.Row(
                        AuditRows.newId(), event.at(), event.by(), Action.CREATE, subject, List.of(), event.origin()));
    }

    @ApplicationModuleListener
    void on(OrganizationChanged event) {
        AuditedRecord subject = new AuditedRecord(
                ORGANIZATION, event.organization().toString(), event.after().name());
        rows.insert(
                event.organization(),
                new AuditRows.Row(
                        AuditRows.newId(),
                        event.at(),
                        event.by(),
                        Action.UPDATE,
                        subject,
                        changes(event.before(), event.after()),
                        event.origin()));
    }

    private static List<Change> changes(OrganizationSettings before, OrganizationSettings after) {
        return Stream.of(
                        new Change("Name", before.name(), after.name()),
                        new Change("Time zone", before.timeZone(), after.timeZone()),
                        new Change("Language", before.language(), after.language()),
                        new Change(
                                "Date format",
                                before.dateStyle().example(),
                                after.dateStyle().example()),
                        new Change("Currency", before.currency(), after.currency()))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private void write(
            OrganizationId organization,
            @Nullable UserId by,
            Action action,
            UserId user,
            List<Change> changes,
            RequestOrigin origin,
            Instant at) {
        Member member = users.members(organization, Set.of(user)).get(user);
        AuditedRecord subject = new AuditedRecord(USER, user.toString(), member == null ? null : member.name());
        rows.insert(organization, new AuditRows.Row(AuditRows.newId(), at, by, action, subject, changes, origin));
    }

    /** {@code OWNER} is a name for programs; people read "Owner". */
    private static @Nullable String word(@Nullable String name) {
        return name == null || name.isEmpty()
                ? name
                : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
