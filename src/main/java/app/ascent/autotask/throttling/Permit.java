package app.ascent.autotask.throttling;

/** Leave for one call. To be closed when its answer is there or has failed, so that the next one may go. */
public final class Permit implements AutoCloseable {

    private final Taken taken;
    private final long database;
    private final String endpoint;
    private final Runnable release;

    Permit(Taken taken, long database, String endpoint, Runnable release) {
        this.taken = taken;
        this.database = database;
        this.endpoint = endpoint;
        this.release = release;
    }

    /** Whether a tenth of what remained at the last reading is used up: the quota is to be read before the next call. */
    public boolean readingDue() {
        return taken.readingDue();
    }

    /** Whether this is the first call after a break. */
    boolean afterBreak() {
        return taken.afterBreak();
    }

    long call() {
        return taken.call();
    }

    long database() {
        return database;
    }

    String endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        release.run();
    }

    /** A call that was counted before it is sent. */
    record Taken(long call, boolean readingDue, boolean afterBreak) {}
}
