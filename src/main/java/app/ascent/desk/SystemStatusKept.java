package app.ascent.desk;

/** A status that every organization has is neither renamed, nor changed otherwise, nor deleted. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class SystemStatusKept extends RuntimeException {

    SystemStatusKept(TicketStatus status) {
        super("Every organization has the status " + status.id());
    }
}
