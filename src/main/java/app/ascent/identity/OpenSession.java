package app.ascent.identity;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import java.util.UUID;

/**
 * A session that may go on, as lists show it.
 *
 * @param current whether it is the one that asks
 */
public record OpenSession(UUID id, Instant begunAt, Instant lastSeenAt, RequestOrigin origin, boolean current) {}
