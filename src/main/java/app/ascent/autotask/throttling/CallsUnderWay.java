package app.ascent.autotask.throttling;

import app.ascent.database.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Holds the slots of this node's calls for as long as they are under way, by saying so every other second. A node that says
 * nothing any more is dead, or as good as dead; others need not wait for calls whose answers nobody will read.
 */
@Component
class CallsUnderWay implements SmartInitializingSingleton, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallsUnderWay.class);

    /** A quarter of the lease, so that one that comes late costs nothing. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final CallLedger ledger;
    private final Set<Long> calls = ConcurrentHashMap.newKeySet();
    private final Thread beats =
            Thread.ofPlatform().daemon().name("autotask-slots").unstarted(Lane.HEARTBEAT.of(this::beat));

    CallsUnderWay(CallLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void afterSingletonsInstantiated() {
        beats.start();
    }

    void begun(long call) {
        calls.add(call);
    }

    void over(long call) {
        calls.remove(call);
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                holdOnOrLater();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // this node leaves
        }
    }

    private void holdOnOrLater() {
        try {
            holdOn();
        } catch (DataAccessException | TransactionException e) {
            log.debug(
                    "The slots of calls under way were not held",
                    e); // the next beat does; health tells of the database
        }
    }

    /** Calls take a tenth of a second, so that there is seldom anything to hold. */
    void holdOn() {
        List<Long> underWay = List.copyOf(calls);
        if (!underWay.isEmpty()) {
            ledger.holdOn(underWay);
        }
    }

    /** Whoever leaves waits for no answer any more. */
    @Override
    public void close() {
        beats.interrupt();
    }
}
