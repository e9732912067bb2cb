package app.ascent.database.embedded;

import app.ascent.database.contact.DatabaseUnusable;
import app.ascent.database.contact.DatabaseWatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;

/**
 * Starts the embedded server again when it dies: a killed process, a disk that filled up. The first try comes at once, later
 * ones after growing pauses for as long as Ascent runs, since whoever makes room or frees memory should have nothing else
 * to do. Once a try has failed the process says that it is broken, so that who watches it may start it anew.
 */
final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final EmbeddedDatabase database;
    private final DatabaseWatch watch;
    private final ApplicationContext context;
    private final Thread thread;

    private Supervisor(EmbeddedDatabase database, DatabaseWatch watch, ApplicationContext context) {
        this.database = database;
        this.watch = watch;
        this.context = context;
        this.thread = Thread.ofPlatform().daemon().name("postgresql-supervisor").unstarted(this::supervise);
    }

    static Supervisor over(EmbeddedDatabase database, DatabaseWatch watch, ApplicationContext context) {
        Supervisor supervisor = new Supervisor(database, watch, context);
        supervisor.thread.start();
        return supervisor;
    }

    private void supervise() {
        try {
            while (!Thread.interrupted()) {
                database.awaitEnd();
                log.warn("The embedded PostgreSQL ended, and is started again");
                watch.lost("the embedded PostgreSQL ended"); // what it left of its children ends with their connections
                bringBack();
            }
        } catch (InterruptedException e) {
            log.debug("Ascent is leaving, and so may its database");
        }
    }

    private void bringBack() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (boolean back = false; !back; pause = longer(pause)) {
            Thread.sleep(pause);
            back = startAgain(longer(pause));
        }
    }

    private boolean startAgain(Duration next) throws InterruptedException {
        try {
            database.startAgain();
            log.info("The embedded PostgreSQL runs again");
            AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
            return true;
        } catch (DatabaseUnusable refused) {
            log.error("{} The next try is in {} s", refused.getMessage(), Math.max(1, next.toSeconds()));
            watch.lost(String.valueOf(refused.getMessage()));
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
            return false;
        }
    }

    static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Before the server is stopped, or it would be started once more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(LEAVING)) {
                log.warn("The supervisor of the embedded PostgreSQL does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
