package app.ascent.migration.pipeline;

/** Another execution owns the run now; this one leaves without having written. */
public final class RunTakenOver extends RuntimeException {

    RunTakenOver() {
        super("Another execution owns the run");
    }
}
