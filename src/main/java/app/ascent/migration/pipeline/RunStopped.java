package app.ascent.migration.pipeline;

/** Somebody paused or cancelled the run; this execution leaves without having written. */
public final class RunStopped extends RuntimeException {

    RunStopped(String status) {
        super("The run is " + status);
    }
}
