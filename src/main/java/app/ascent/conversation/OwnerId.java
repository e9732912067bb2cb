package app.ascent.conversation;

import java.util.UUID;

/** Names the record that a conversation is about, whatever its kind. */
public record OwnerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
