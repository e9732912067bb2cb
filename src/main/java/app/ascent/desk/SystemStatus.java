package app.ascent.desk;

import java.util.Optional;
import java.util.UUID;

/**
 * The statuses that every organization has: nobody renames or deletes them. Their ids are the same in all organizations, whose own
 * statuses have others.
 *
 * @see TicketStatuses
 */
public enum SystemStatus {
    NEW("New", Colour.BLUE, false),
    OPEN("Open", Colour.BLUE, false),
    IN_PROGRESS("In Progress", Colour.BLUE, false),
    WAITING("Waiting", Colour.GREY, false),
    RESOLVED("Resolved", Colour.GREEN, true),
    CLOSED("Closed", Colour.GREY, true);

    private static final long FAMILY = 0x0000_0000_0000_8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final String label;
    private final Colour colour;
    private final boolean closed;

    SystemStatus(String label, Colour colour, boolean closed) {
        this.label = label;
        this.colour = colour;
        this.closed = closed;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public Colour colour() {
        return colour;
    }

    /** Whether a ticket with it is done. */
    public boolean closed() {
        return closed;
    }

    public TicketStatusId id() {
        return new TicketStatusId(new UUID(FAMILY, VARIANT + ordinal() + 1));
    }

    public static Optional<SystemStatus> of(TicketStatusId id) {
        for (SystemStatus status : values()) {
            if (status.id().equals(id)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
