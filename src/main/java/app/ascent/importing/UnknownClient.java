package app.ascent.importing;

/** There is no such client in the organization, so nothing can be imported under it. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class UnknownClient extends RuntimeException {

    UnknownClient() {
        super("There is no such client.");
    }
}
