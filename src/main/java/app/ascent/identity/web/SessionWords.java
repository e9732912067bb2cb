package app.ascent.identity.web;

import app.ascent.identity.OpenSession;
import app.ascent.identity.Sessions;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shapes open sessions for pages and programs. */
@Component
class SessionWords {

    private final Sessions sessions;
    private final Devices devices;

    SessionWords(Sessions sessions, Devices devices) {
        this.sessions = sessions;
        this.devices = devices;
    }

    /**
     * A session as its reader sees it.
     *
     * @param device browser and system in words, as the browser calls itself
     * @param current whether the reader looks at this very session
     */
    record Row(
            UUID id, String device, @Nullable String address, Instant begunAt, Instant lastSeenAt, boolean current) {}

    /** @param key of the session that asks, or null */
    List<Row> rows(SignedInUser me, UserId of, @Nullable String key) {
        return sessions.list(me.organization(), of, key).stream().map(this::row).toList();
    }

    private Row row(OpenSession session) {
        return new Row(
                session.id(),
                devices.name(session.origin().userAgent()),
                session.origin().address(),
                session.begunAt(),
                session.lastSeenAt(),
                session.current());
    }
}
