package app.ascent.conversation;

import java.util.UUID;

/** Names the user or the contact who wrote an entry. */
public record AuthorId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
