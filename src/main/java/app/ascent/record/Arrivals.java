package app.ascent.record;

import app.ascent.identity.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an empty list that records are on their way, so that it does not offer to begin; implemented where imports live. */
public interface Arrivals {

    /** How the import stands that brings them. */
    enum State {
        UNDER_WAY,
        WAITING,
        PAUSED,
        STOPPED
    }

    /**
     * An import that has not come to its end.
     *
     * @param reason why it waits or stopped, as a plain sentence
     * @param goesOn when a waiting one goes on by itself; null when that is any moment now
     * @param address where the Owner sees how far it is
     */
    record Arrival(State state, @Nullable String reason, @Nullable Instant goesOn, String address) {}

    Optional<Arrival> of(OrganizationId organization);
}
