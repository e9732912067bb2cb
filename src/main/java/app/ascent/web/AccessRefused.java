package app.ascent.web;

import java.time.Instant;

/**
 * Somebody asked for what they may not have.
 *
 * @param what method and address, such as {@code GET /admin/autotask-migration}
 */
public record AccessRefused(Reason reason, String what, RequestOrigin origin, Instant at) {

    /** Why, as the log may tell it. */
    public enum Reason {
        /** Whoever is signed in has no role that allows it. */
        ROLE,
        /** The session was right, but no page of that session had made the request: perhaps another site had. */
        FORGED,
        /** A scraper showed a token that does not open the figures. */
        METRICS_TOKEN
    }
}
