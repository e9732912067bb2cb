package app.ascent.autotask.throttling;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The embedded database serves one node at a time. Calls that this one finds under way at its start are those of a
 * predecessor that was killed, and nobody waits for their answers.
 */
@Component
@ConditionalOnProperty(name = "ascent.database.embedded", havingValue = "true")
class Predecessor implements SmartInitializingSingleton {

    private final CallLedger ledger;

    Predecessor(CallLedger ledger) {
        this.ledger = ledger;
    }

    /** Before the first request is answered, and before the scheduler begins. */
    @Override
    public void afterSingletonsInstantiated() {
        ledger.freeSlots();
    }
}
