package app.ascent.migration.pipeline;

/** Somebody paused or cancelled the run; this execution leaves without having written. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class RunStopped extends RuntimeException {

    RunStopped(String status) {
        super("The run is " + status);
    }
}
