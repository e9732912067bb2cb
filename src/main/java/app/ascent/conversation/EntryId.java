package app.ascent.conversation;

import java.util.UUID;

/** Names one entry of a conversation. */
public record EntryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
