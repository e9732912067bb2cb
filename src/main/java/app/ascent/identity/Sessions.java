package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import app.ascent.web.SessionStart;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in: everybody sees and ends their own sessions, an Owner those of the members. */
@Service
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final UserRows users;
    private final OpenSessions open;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            UserRows users,
            OpenSessions open,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.open = open;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The latest seen first, the asking one before all.
     *
     * @param key of the session that asks, or null
     */
    @Transactional(readOnly = true)
    public List<OpenSession> list(OrganizationId organization, UserId user, @Nullable String key) {
        return found(organization, user).entrySet().stream()
                .map(entry -> view(entry.getValue(), entry.getKey().equals(key)))
                .sorted(Comparator.comparing((OpenSession session) -> !session.current())
                        .thenComparing(OpenSession::lastSeenAt, Comparator.reverseOrder()))
                .toList();
    }

    /** Answers whether there was such a session. */
    @Transactional
    public boolean end(SignedInUser by, UserId user, UUID id) {
        return endThose(by, user, session -> start(session).id().equals(id)) > 0;
    }

    /**
     * Ends all sessions of a user but one, and answers how many there were.
     *
     * @param key of the session that goes on, or null
     */
    @Transactional
    public int endOthers(SignedInUser by, UserId user, @Nullable String key) {
        return endThose(by, user, session -> !session.getId().equals(key));
    }

    private int endThose(SignedInUser by, UserId user, Predicate<Session> wanted) {
        List<String> ids = found(by.organization(), user).values().stream()
                .filter(wanted)
                .map(Session::getId)
                .toList();
        ids.forEach(sessions::deleteById);
        if (!ids.isEmpty()) {
            events.publishEvent(new SessionsEnded(
                    by.organization(), by.id(), user, ids.size(), RequestOrigin.current(), clock.instant()));
        }
        return ids.size();
    }

    /** By the id that opens them. Rows stay for a while after a new password or a long day has ended their session. */
    private Map<String, ? extends Session> found(OrganizationId organization, UserId id) {
        User user = users.findByOrganizationIdAndId(organization.value(), id.value())
                .orElseThrow(() -> new MemberRefused.Unknown(id));
        Map<String, ? extends Session> all = sessions.findByPrincipalName(user.email());
        all.values().removeIf(session -> !goesOn(session));
        return all;
    }

    private boolean goesOn(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return !session.isExpired()
                && session.getAttribute(SessionStart.ATTRIBUTE) instanceof SessionStart start
                && !start.isOver(clock.instant())
                && context != null
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof AscentUser remembered
                && open.current(remembered) != null;
    }

    private static OpenSession view(Session session, boolean current) {
        SessionStart start = start(session);
        return new OpenSession(start.id(), start.at(), session.getLastAccessedTime(), start.origin(), current);
    }

    private static SessionStart start(Session session) {
        return session.getRequiredAttribute(SessionStart.ATTRIBUTE);
    }
}
