package app.ascent.autotask;

import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.Download;
import app.ascent.autotask.client.EntityField;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that outlives a move of its tenant. A zone that was left answers 401, points elsewhere, knows no such address,
 * or is silent. The call is repeated only when Autotask now names another zone of the same database, and only once, since
 * rejections lock the API user. A zone that a person entered stays until a person enters another.
 */
final class MovableSession implements AutotaskSession {

    private static final Logger log = LoggerFactory.getLogger(MovableSession.class);

    private final Function<Zone, AutotaskSession> connect;
    private final Discovery discovery;
    private final Consumer<Zone> moved;

    private final ReentrantLock moving = new ReentrantLock();
    private volatile AutotaskSession current;
    private boolean lookedAgain;

    /** What came of that, for calls that fail later; null where there is nothing to say. */
    private @Nullable String cameOfIt;

    MovableSession(Zone zone, Function<Zone, AutotaskSession> connect, Discovery discovery, Consumer<Zone> moved) {
        this.connect = connect;
        this.discovery = discovery;
        this.moved = moved;
        this.current = connect.apply(zone);
    }

    /** Asks anew where the tenant lives. */
    @FunctionalInterface
    interface Discovery {
        Zone find() throws InterruptedException;
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(AutotaskSession session) throws InterruptedException;
    }

    @Override
    public Zone zone() {
        return current.zone();
    }

    @Override
    public EntityPage query(String entity, List<Long> ids) throws InterruptedException {
        return call(session -> session.query(entity, ids));
    }

    @Override
    public EntityPage page(EntityQuery query, long after) throws InterruptedException {
        return call(session -> session.page(query, after));
    }

    @Override
    public long total(EntityQuery query) throws InterruptedException {
        return call(session -> session.total(query));
    }

    @Override
    public long count(String entity) throws InterruptedException {
        return call(session -> session.count(entity));
    }

    @Override
    public Access access(String entity) throws InterruptedException {
        return call(session -> session.access(entity));
    }

    @Override
    public List<EntityField> fields(String entity) throws InterruptedException {
        return call(session -> session.fields(entity));
    }

    @Override
    public Download download(List<String> ways, Download.Sink sink, long most) throws InterruptedException {
        return call(session -> session.download(ways, sink, most));
    }

    @Override
    public QuotaReading quota() throws InterruptedException {
        return call(AutotaskSession::quota);
    }

    private <T> T call(Call<T> call) throws InterruptedException {
        AutotaskSession session = current;
        try {
            return call.on(session);
        } catch (CredentialsRejected | WrongAddress failure) {
            return call.on(afterMove(session, failure));
        } catch (Unavailable failure) {
            if (failure.answered()) {
                throw failure;
            }
            return call.on(afterMove(session, failure));
        }
    }

    private AutotaskSession afterMove(AutotaskSession left, AutotaskFailure failure) throws InterruptedException {
        moving.lockInterruptibly();
        try {
            if (current != left) {
                return current; // another thread has found the move
            }
            if (lookedAgain) {
                throw cameOfIt == null ? failure : told(failure, cameOfIt);
            }
            lookedAgain = true;
            AutotaskSession arrived = connect.apply(newZone(left.zone(), failure));
            moved.accept(arrived.zone());
            log.info(
                    "Autotask moved database {} to zone {}: {}",
                    arrived.zone().database(),
                    arrived.zone().name(),
                    failure.getMessage());
            current = arrived;
            return arrived;
        } finally {
            moving.unlock();
        }
    }

    /** Where the tenant lives now; throws the failure, with what came of asking, when that is nowhere else. */
    private Zone newZone(Zone left, AutotaskFailure failure) throws InterruptedException {
        if (left.entered()) {
            throw told(
                    failure,
                    "Its address was entered by hand; enter another one with the credentials if it has changed.");
        }
        Zone zone;
        try {
            zone = discovery.find();
        } catch (AutotaskFailure unknown) {
            failure.addSuppressed(unknown);
            throw told(failure, "Asked where your tenant lives now: " + unknown.getMessage());
        }
        if (zone.database() != left.database()) {
            throw told(
                    failure, "Autotask now leads this API user to another database (%d).".formatted(zone.database()));
        }
        if (zone.api().equals(left.api())) {
            throw told(failure, "Asked where your tenant lives now, Autotask names the same server.");
        }
        return zone;
    }

    /** That credentials are rejected is said the same way everywhere, and a silent server may be silent for any reason. */
    private AutotaskFailure told(AutotaskFailure failure, String more) {
        cameOfIt = more;
        return failure instanceof WrongAddress wrong ? wrong.saying(more) : failure;
    }
}
