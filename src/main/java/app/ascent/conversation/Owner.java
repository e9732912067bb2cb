package app.ascent.conversation;

import java.util.UUID;

/**
 * The record that a conversation is about.
 *
 * @param kind as {@link ConversationsOf#kind()} has it
 */
public record Owner(String kind, OwnerId id) {

    public Owner(String kind, UUID id) {
        this(kind, new OwnerId(id));
    }
}
