package app.ascent.web;

/** A name in {@code ascent.hosts} would match no request; the message tells an operator how to write it. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
final class UnreadableHost extends RuntimeException {

    UnreadableHost(String written) {
        super("ascent.hosts has \"" + written
                + "\", which is no name of a host: name hosts as ascent.example.com, separated by commas.");
    }
}
