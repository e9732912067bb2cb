package app.ascent.migration.pipeline;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets few of this node's threads stage at once, however many entities are pulled side by side: all of them together would
 * take every connection that runs have, and where the database stands still, nothing could leave any more.
 */
@Component
class StagingTurns {

    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    <T> T take(Work work, Supplier<T> staging) throws InterruptedException {
        work.waitFor(() -> turns.acquire());
        try {
            return staging.get();
        } finally {
            turns.release();
        }
    }
}
