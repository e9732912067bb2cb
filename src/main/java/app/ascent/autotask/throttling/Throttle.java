package app.ascent.autotask.throttling;

import app.ascent.autotask.throttling.Admission.Exhausted;
import app.ascent.autotask.throttling.Admission.Granted;
import app.ascent.autotask.throttling.Admission.Paused;
import app.ascent.autotask.throttling.KnownQuota.Limit;
import app.ascent.autotask.throttling.Permit.Taken;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The request budget of an Autotask database, which all organizations, runs and nodes that call it share. Autotask
 * suspends every integration of a tenant that makes too many calls in an hour, so a call needs three things: room by the
 * last reading, a token, and no more than one other call in flight at its endpoint, whichever node made that.
 */
@Component
public class Throttle {

    /** A thread sleeps for a token that comes soon; whoever must wait longer is told so. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(3);

    /** Answers take a tenth of a second and more. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final CallLedger ledger;
    private final CallsUnderWay underWay;
    private final KnownQuota known;
    private final TokenBuckets buckets;
    private final Breaks breaks;
    private final Slots slots = new Slots();

    Throttle(CallLedger ledger, CallsUnderWay underWay, KnownQuota known, TokenBuckets buckets, Breaks breaks) {
        this.ledger = ledger;
        this.underWay = underWay;
        this.known = known;
        this.buckets = buckets;
        this.breaks = breaks;
    }

    /** Asks to send one call now; sleeps at most some seconds, and while two others are in flight. */
    public Admission admit(long database, String endpoint, Purpose purpose) throws InterruptedException {
        Slots.Slot slot = slots.take(database, endpoint);
        boolean granted = false;
        try {
            Admission admission = admitInSlot(database, endpoint, purpose, slot);
            granted = admission instanceof Granted;
            return admission;
        } finally {
            if (!granted) {
                slot.release();
            }
        }
    }

    private Admission admitInSlot(long database, String endpoint, Purpose purpose, Slots.Slot slot)
            throws InterruptedException {
        Optional<Taken> taken = ledger.take(database, endpoint, purpose);
        while (taken.isEmpty()) {
            Optional<Duration> pause = breaks.remaining(database, endpoint);
            if (pause.isPresent()) {
                return new Paused(pause.get());
            }
            if (!known.hasRoom(database, purpose)) {
                return new Exhausted(known.untilWorthAsking(database));
            }
            // Calls of other nodes are in flight: until they are answered, or a dead one holds its slots no more.
            Thread.sleep(LOOK_AGAIN);
            taken = ledger.take(database, endpoint, purpose);
        }
        Taken call = taken.get();
        boolean tokenTaken = false;
        try {
            tokenTaken = takeToken(database);
        } finally {
            if (!tokenTaken) {
                ledger.giveBack(database, endpoint, call.call());
            }
        }
        if (!tokenTaken) {
            return new Exhausted(buckets.untilWorthwhile(database));
        }
        underWay.begun(call.call());
        return new Granted(new Permit(call, database, endpoint, () -> {
            underWay.over(call.call());
            try {
                ledger.answered(database, endpoint, call.call());
            } finally {
                slot.release();
            }
        }));
    }

    /** The token is taken last: from then on the call is on its way, and the hour of the bucket is that of the wire. */
    private boolean takeToken(long database) throws InterruptedException {
        long sleepsLeft = LONGEST_SLEEP.toNanos();
        while (true) {
            ConsumptionProbe probe = buckets.tryTake(database);
            if (probe.isConsumed()) {
                return true;
            }
            long wait = probe.getNanosToWaitForRefill();
            if (wait > sleepsLeft) {
                return false;
            }
            Thread.sleep(Duration.ofNanos(wait));
            sleepsLeft -= wait;
        }
    }

    /** Whether a session that begins must read the quota first; not when someone did so moments ago and found room. */
    public boolean wantsReading(long database) {
        return !known.justRead(database);
    }

    /** Takes over what Autotask answered to the call of this permit. */
    public void read(Permit permit, int limit, int windowMinutes, int used) {
        Limit now = new Limit(limit, windowMinutes);
        Limit before = ledger.read(permit.database(), permit.call(), now, used);
        buckets.adjust(permit.database(), now, before);
    }

    /** Autotask asked for a break: nobody calls this endpoint before it is over. Answers with its length. */
    public Duration pause(Permit permit, @Nullable Duration asked) {
        return breaks.begin(permit.database(), permit.endpoint(), asked);
    }

    /** Autotask answered. */
    public void succeeded(Permit permit) {
        if (permit.afterBreak()) {
            breaks.over(permit.database(), permit.endpoint());
        }
    }

    /** The databases that were asked for their quota in the last hour. */
    public List<Long> inUse() {
        return known.inUse();
    }

    public Optional<Budget> budget(long database) {
        return known.budget(database);
    }
}
