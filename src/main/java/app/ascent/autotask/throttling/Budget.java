package app.ascent.autotask.throttling;

import java.time.Instant;

/**
 * What is known of a tenant's quota without asking.
 *
 * @param ours our calls within the window, over all nodes
 * @param others calls of other integrations, at the last reading
 * @param stopsAt the number of calls of all integrations at which ours stop
 */
public record Budget(int limit, int windowMinutes, int ours, int others, int stopsAt, Instant readAt) {}
