package app.ascent.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Lets people go first: between two batches an import waits while this node answers somebody. It waits for a quarter of a
 * second at most, since where somebody is always being answered an import has to come to its end all the same.
 */
@Component
public class Courtesy {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final AtomicInteger answering = new AtomicInteger();

    void begin() {
        answering.incrementAndGet();
    }

    void end() {
        answering.decrementAndGet();
    }

    /** To be called where nothing is held that others wait for. */
    public void giveWay() throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (answering.get() > 0 && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
