package app.ascent.web;

import java.time.Instant;

/**
 * Somebody who is signed in asked for what their role does not allow.
 *
 * @param what method and address, such as {@code GET /admin/autotask-migration}
 */
public record AccessRefused(String what, RequestOrigin origin, Instant at) {}
