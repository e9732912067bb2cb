package app.ascent.autotask;

import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityField;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that outlives a move of its tenant: Autotask answers 401 in a zone it has left. A rejected call is repeated
 * only when discovery names another zone of the same database, and only once, since rejections lock the API user.
 */
final class MovableSession implements AutotaskSession {

    private static final Logger log = LoggerFactory.getLogger(MovableSession.class);

    private final Function<Zone, AutotaskSession> connect;
    private final Discovery discovery;
    private final Consumer<Zone> moved;

    private final ReentrantLock moving = new ReentrantLock();
    private volatile AutotaskSession current;
    private boolean lookedAgain;

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
    public EntityPage query(String entity, long after) throws InterruptedException {
        return call(session -> session.query(entity, after));
    }

    @Override
    public EntityPage query(String entity, List<Long> ids) throws InterruptedException {
        return call(session -> session.query(entity, ids));
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
    public QuotaReading quota() throws InterruptedException {
        return call(AutotaskSession::quota);
    }

    private <T> T call(Call<T> call) throws InterruptedException {
        AutotaskSession session = current;
        try {
            return call.on(session);
        } catch (CredentialsRejected rejection) {
            return call.on(afterMove(session, rejection));
        }
    }

    private AutotaskSession afterMove(AutotaskSession left, CredentialsRejected rejection) throws InterruptedException {
        moving.lockInterruptibly();
        try {
            if (current != left) {
                return current; // another thread has found the move
            }
            if (lookedAgain) {
                throw rejection;
            }
            lookedAgain = true;
            Zone zone = discovered(rejection);
            if (zone.api().equals(left.zone().api())
                    || zone.database() != left.zone().database()) {
                throw rejection;
            }
            AutotaskSession arrived = connect.apply(zone);
            moved.accept(zone);
            log.info("Autotask moved database {} to zone {}", zone.database(), zone.name());
            current = arrived;
            return arrived;
        } finally {
            moving.unlock();
        }
    }

    private Zone discovered(CredentialsRejected rejection) throws InterruptedException {
        try {
            return discovery.find();
        } catch (AutotaskFailure failure) {
            rejection.addSuppressed(failure);
            throw rejection;
        }
    }
}
