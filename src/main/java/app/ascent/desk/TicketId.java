package app.ascent.desk;

import java.util.UUID;

/** Names one ticket. */
public record TicketId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
