package app.ascent.desk;

import java.util.UUID;

/** Names one status that tickets can have. */
public record TicketStatusId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
