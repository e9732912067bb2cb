package app.ascent.conversation;

/** Nothing is added to what was said about a record that is closed; somebody reopens it first. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class ConversationClosed extends RuntimeException {

    ConversationClosed(Owner owner) {
        super("Closed: " + owner);
    }
}
