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
    NEW(1, "New", Colour.BLUE, false),
    OPEN(2, "Open", Colour.BLUE, false),
    IN_PROGRESS(3, "In Progress", Colour.BLUE, false),
    WAITING(4, "Waiting", Colour.GREY, false),
    RESOLVED(5, "Resolved", Colour.GREEN, true),
    CLOSED(6, "Closed", Colour.GREY, true);

    private static final long FAMILY = 0x0000_0000_0000_8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final int place;
    private final String label;
    private final Colour colour;
    private final boolean closed;

    SystemStatus(int place, String label, Colour colour, boolean closed) {
        this.place = place;
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
        return new TicketStatusId(new UUID(FAMILY, VARIANT + place));
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
