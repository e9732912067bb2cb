package app.ascent.database;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets people go first: between two batches an import waits while this node answers somebody. It waits for a quarter of a
 * second at most, since where somebody is always being answered an import has to come to its end all the same.
 */
@Component
public class Courtesy {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(250);

    /** Most pages take less; whoever is being answered for longer waits. */
    private static final Duration SLOW = Duration.ofMillis(300);

    /** No page takes so long: that is a file on its way, or somebody who keeps a request open. */
    private static final Duration NOBODY = Duration.ofSeconds(5);

    private final Set<Answering> answering = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;

    /** Somebody who is being answered, until it is closed. */
    final class Answering implements AutoCloseable {

        private final long begun = System.nanoTime();

        private Answering() {}

        @Override
        public void close() {
            answering.remove(this);
        }
    }

    Answering begin() {
        Answering begun = new Answering();
        answering.add(begun);
        return begun;
    }

    /** Whether somebody has to wait for an answer. */
    boolean somebodyWaits() {
        return somebodyWaits(SLOW, System.nanoTime());
    }

    /** @param since how long already */
    boolean somebodyWaits(Duration since, long now) {
        return !leaving
                && answering.stream()
                        .mapToLong(each -> now - each.begun)
                        .anyMatch(nanos -> nanos >= since.toNanos() && nanos < NOBODY.toNanos());
    }

    /** A node that stops has to be quick, and answers nobody new. */
    @EventListener(ContextClosedEvent.class)
    void leave() {
        leaving = true;
    }

    /** To be called where nothing is held that others wait for. */
    public void giveWay() throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (somebodyWaits(Duration.ZERO, System.nanoTime()) && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
