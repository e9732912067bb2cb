package app.ascent.database;

/**
 * For whom a thread asks the database. Each lane has connections of its own, so that an import cannot take those of people,
 * nor both together those by which a node shows that it is alive. A thread that says nothing works in the background.
 */
public enum Lane {
    /** Answers a request. */
    PEOPLE,
    /** Runs, and whatever else nobody waits for. */
    WORK,
    /** Heartbeats, and the look for what is due. */
    HEARTBEAT;

    private static final ThreadLocal<Lane> ENTERED = new ThreadLocal<>();

    /** The time a thread spends in a lane; closing leads back to where it came from. */
    public interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    static Lane current() {
        Lane entered = ENTERED.get();
        return entered == null ? WORK : entered;
    }

    /** Takes the calling thread into this lane. Threads it starts are not taken along. */
    public Stay enter() {
        Lane before = ENTERED.get();
        ENTERED.set(this);
        return () -> {
            if (before == null) {
                ENTERED.remove();
            } else {
                ENTERED.set(before);
            }
        };
    }

    /** The same task, in this lane. */
    public Runnable of(Runnable task) {
        return () -> {
            try (Stay _ = enter()) {
                task.run();
            }
        };
    }
}
