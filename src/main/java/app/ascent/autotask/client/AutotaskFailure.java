package app.ascent.autotask.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why Autotask did not answer a call; each kind says what the caller can do. Messages never hold a credential. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class AutotaskFailure extends RuntimeException {

    AutotaskFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Zone discovery does not know the user name. */
    public static final class UnknownApiUser extends AutotaskFailure {
        public UnknownApiUser() {
            super("Autotask does not know this API user.", null);
        }
    }

    /** A person must act: the user name, secret or integration code was refused. */
    public static final class CredentialsRejected extends AutotaskFailure {
        public CredentialsRejected() {
            super("Autotask rejected the credentials.", null);
        }
    }

    /** A person must act: what is stored does not open, so nothing was sent. */
    public static final class CredentialsUnreadable extends AutotaskFailure {
        public CredentialsUnreadable(Throwable cause) {
            super("The stored credentials do not open.", cause);
        }
    }

    /** The address Autotask named is not one that credentials may go to. */
    public static final class ZoneNotAllowed extends AutotaskFailure {

        private final String host;

        public ZoneNotAllowed(String host) {
            super("Autotask named an address Ascent does not trust.", null);
            this.host = host;
        }

        public String host() {
            return host;
        }
    }

    /** The API user has no right to this entity. */
    public static final class PermissionDenied extends AutotaskFailure {
        public PermissionDenied(String message) {
            super(message, null);
        }
    }

    /** Our share of the hourly quota is used up; nothing was sent. */
    public static final class BudgetExhausted extends AutotaskFailure {

        private final transient Duration retryAfter;

        public BudgetExhausted(Duration retryAfter) {
            super("No calls are free for Ascent right now.", null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Autotask asked for a break (429). */
    public static final class ThresholdReached extends AutotaskFailure {

        private final transient Duration retryAfter;

        public ThresholdReached(Duration retryAfter) {
            super("Autotask asked for a break.", null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Try again later; the client already has, four times. */
    public static final class Unavailable extends AutotaskFailure {
        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The answer was not what the API documents: our bug, or theirs. Stop. */
    public static final class UnexpectedAnswer extends AutotaskFailure {
        public UnexpectedAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
