package app.ascent.migration.pipeline;

/** Another execution owns the run now; this one leaves without having written. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class RunTakenOver extends RuntimeException {

    RunTakenOver() {
        super("Another execution owns the run");
    }
}
