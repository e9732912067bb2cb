package app.ascent.migration.staging;

/** A record came again, with another payload, while a batch with it was loaded; the batch has to begin anew. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class PayloadReplaced extends RuntimeException {

    PayloadReplaced() {
        super("A record came again while it was loaded");
    }
}
