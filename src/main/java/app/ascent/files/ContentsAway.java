package app.ascent.files;

/**
 * The place where content lies cannot be used for now: the disk is full, the store does not answer. The message is a sentence
 * for people, without paths and secrets.
 */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class ContentsAway extends RuntimeException {

    ContentsAway(String message) {
        super(message);
    }

    ContentsAway(String message, Throwable cause) {
        super(message, cause);
    }
}
