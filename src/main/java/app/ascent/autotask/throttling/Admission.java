package app.ascent.autotask.throttling;

import java.time.Duration;

/** Whether a call may be sent now. */
public sealed interface Admission {

    record Granted(Permit permit) implements Admission {}

    /** Our share is used up; nothing may be sent before. */
    record Exhausted(Duration retryAfter) implements Admission {}

    /** Autotask asked for a break of this endpoint. */
    record Paused(Duration remaining) implements Admission {}
}
