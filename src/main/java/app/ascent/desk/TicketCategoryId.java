package app.ascent.desk;

import app.ascent.text.Folded;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names one category of tickets. */
public record TicketCategoryId(UUID value) {

    /** That of a category which is called so from the beginning, whoever makes it; it keeps its id under another name. */
    public static TicketCategoryId named(String name) {
        String key = "ticket category " + Folded.key(name);
        return new TicketCategoryId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
