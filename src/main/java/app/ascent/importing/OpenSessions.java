package app.ascent.importing;

import app.ascent.autotask.AutotaskSessions;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.Connections;
import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.migration.RunCalls;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The sessions of runs under way on this node. A run keeps one, since a session reads the tenant's quota before its first
 * call; and no longer than it is used, since a session holds credentials.
 */
@Component
class OpenSessions {

    private static final Duration IDLE = Duration.ofMinutes(5);

    /** @param testedAt of the credentials it was opened with, to tell them from ones that replaced them */
    private record Open(AutotaskSession session, Instant testedAt, Instant lastUsed) {

        Open usedAt(Instant now) {
            return new Open(session, testedAt, now);
        }
    }

    private final AutotaskSessions sessions;
    private final Connections connections;
    private final RunCalls calls;
    private final Clock clock;
    private final Executor sweeper = CompletableFuture.delayedExecutor(IDLE.toSeconds(), TimeUnit.SECONDS);
    private final Map<RunId, Open> open = new ConcurrentHashMap<>();

    OpenSessions(AutotaskSessions sessions, Connections connections, RunCalls calls, Clock clock) {
        this.sessions = sessions;
        this.connections = connections;
        this.calls = calls;
        this.clock = clock;
    }

    /** The session of a run; a new one when the credentials were replaced, on whichever node that was. */
    AutotaskSession of(RunContext run) {
        ConnectionId connection = new ConnectionId(run.source().connection());
        Instant testedAt = connections
                .find(run.organization(), connection)
                .map(ConnectionView::testedAt)
                .orElse(Instant.EPOCH);
        return open.compute(
                        run.run(),
                        (id, known) -> known != null && known.testedAt().equals(testedAt)
                                ? known.usedAt(clock.instant())
                                : open(run, connection, testedAt))
                .session();
    }

    /** Forgets the session of a run that stops here. */
    void release(RunId run) {
        open.remove(run);
    }

    private Open open(RunContext run, ConnectionId connection, Instant testedAt) {
        AutotaskSession session =
                sessions.open(run.organization(), connection, (entity, took) -> calls.count(run.run(), took));
        sweeper.execute(this::sweep);
        return new Open(session, testedAt, clock.instant());
    }

    /** Runs that were paused, cancelled or taken over do not say goodbye. */
    void sweep() {
        Instant idleSince = clock.instant().minus(IDLE);
        open.values().removeIf(each -> !each.lastUsed().isAfter(idleSince));
        if (!open.isEmpty()) {
            sweeper.execute(this::sweep);
        }
    }
}
