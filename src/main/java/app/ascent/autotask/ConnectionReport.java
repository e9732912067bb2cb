package app.ascent.autotask;

import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found, as far as it got. It holds nothing of the credentials.
 *
 * @param quota the reading before anything else was counted
 * @param entities one for each entity asked for, as far as they were answered
 * @param checks in order; those not reached have no outcome
 * @param answer how long Autotask took for an answer
 * @param problem why the test failed, or null when it passed
 */
public record ConnectionReport(
        Instant testedAt,
        @Nullable Zone zone,
        @Nullable QuotaReading quota,
        List<EntityAccess> entities,
        List<Check> checks,
        Duration answer,
        @Nullable Problem problem) {

    /** @param entity name in the API's paths ({@code Companies}) */
    public record EntityAccess(String entity, Access access, long count) {}

    /** One question the test asked. {@code name}: {@code zone, credentials, quota}, or an entity's. */
    public record Check(String name, Outcome outcome, String message) {}

    /** How a check ended. */
    public enum Outcome {
        PASSED,
        /** Not as it should be, but no reason to stop: restricted access, or a number that Autotask does not tell. */
        REMARKABLE,
        /** Nothing was answered in time, which says nothing of what would have been. */
        UNPROVEN,
        /** Where the test passed all the same, an import does without what may not be read. */
        FAILED,
        NOT_REACHED
    }

    /** Why a test failed. */
    public sealed interface Problem {
        record UnknownApiUser() implements Problem {}

        /** @param recent rejected tests of this user name within the last 10 minutes, this one included */
        record CredentialsRejected(int recent) implements Problem {}

        /** @param entered whether a person named the address, and not Autotask */
        record ZoneNotAllowed(String host, boolean entered) implements Problem {}

        record EntityNotReadable(String entity) implements Problem {}

        /**
         * Autotask did not answer, or with trouble of its own, and may do so in a while.
         *
         * @param what a sentence for people
         */
        record Unavailable(String what) implements Problem {}

        /**
         * Autotask answered, but not in a way that Ascent could go on with.
         *
         * @param what a sentence for people
         */
        record NotUnderstood(String what) implements Problem {}

        /**
         * @param used calls of all integrations in the last hour
         * @param stopsAt where Ascent stops
         */
        record BudgetExhausted(int used, int limit, int stopsAt, Duration retryAfter) implements Problem {}
    }

    public boolean passed() {
        return problem == null;
    }
}
