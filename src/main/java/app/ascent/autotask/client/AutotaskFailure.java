package app.ascent.autotask.client;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why Autotask did not answer a call; each kind says what the caller can do. Messages never hold a credential. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class AutotaskFailure extends RuntimeException {

    AutotaskFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A sentence for people. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "Autotask did not answer as expected.");
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

    /** The address Autotask named, or a person, is not one that credentials may go to. */
    public static final class ZoneNotAllowed extends AutotaskFailure {

        private final String host;
        private final boolean entered;

        public ZoneNotAllowed(String host) {
            super("Autotask named an address Ascent does not trust.", null);
            this.host = host;
            this.entered = false;
        }

        private ZoneNotAllowed(String host, String message) {
            super(message, null);
            this.host = host;
            this.entered = true;
        }

        /** A person entered it, not Autotask. */
        public static ZoneNotAllowed entered(String host) {
            return new ZoneNotAllowed(host, "The address that was entered is not one of Autotask's.");
        }

        public boolean entered() {
            return entered;
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

        private final boolean answered;

        /** Autotask answered, though with nothing that could be used. */
        public Unavailable(String message, @Nullable Throwable cause) {
            this(message, cause, true);
        }

        private Unavailable(String message, @Nullable Throwable cause, boolean answered) {
            super(message, cause);
            this.answered = answered;
        }

        /** Nothing came back: no server, no connection, or none that lasted as long as the answer. */
        public static Unavailable silent(@Nullable Throwable cause) {
            return silent("Autotask is not answering.", cause);
        }

        public static Unavailable silent(String message, @Nullable Throwable cause) {
            return new Unavailable(message, cause, false);
        }

        /** Whether anything came back; a zone that a tenant has left may be silent for good. */
        public boolean answered() {
            return answered;
        }
    }

    /** The server knows no such address, or names another: the tenant may live elsewhere by now. */
    public static final class WrongAddress extends AutotaskFailure {

        private final int status;

        public WrongAddress(int status) {
            this(
                    status,
                    status < 400
                            ? "Autotask's server points to another address (%d).".formatted(status)
                            : "Autotask's server knows no such address (%d).".formatted(status));
        }

        private WrongAddress(int status, String message) {
            super(message, null);
            this.status = status;
        }

        /** The same, with what was done about it. */
        public WrongAddress saying(String more) {
            return new WrongAddress(status, getMessage() + " " + more);
        }

        public int status() {
            return status;
        }
    }

    /** The tenant has no such field, or none that records can be filtered by; nothing was sent. */
    public static final class UnknownField extends AutotaskFailure {
        public UnknownField(String entity, String field) {
            super("Autotask has no field %s of %s that records can be filtered by.".formatted(field, entity), null);
        }
    }

    /** The answer was not what the API documents: our bug, or theirs. Stop. */
    public static final class UnexpectedAnswer extends AutotaskFailure {
        public UnexpectedAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
