package app.ascent.autotask;

import java.util.UUID;

/** Names one stored connection to Autotask. */
public record ConnectionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
