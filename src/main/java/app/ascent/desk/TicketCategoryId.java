package app.ascent.desk;

import java.util.UUID;

/** Names one category of tickets. */
public record TicketCategoryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
