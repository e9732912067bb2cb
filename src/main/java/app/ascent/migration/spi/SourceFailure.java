package app.ascent.migration.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why the source did not answer, by what the engine can do about it. The message is a plain sentence for the Owner. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class SourceFailure extends RuntimeException {

    private final String code;

    SourceFailure(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable name for the reason: {@code quota}, {@code rate-limited}, {@code outage}, {@code credentials-rejected}, … */
    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return java.util.Objects.requireNonNullElse(super.getMessage(), code);
    }

    /** Wait, then go on from the checkpoint. Without a time the engine chooses one, growing from 1 to 15 minutes. */
    public static final class RetryLater extends SourceFailure {

        private final transient @Nullable Duration after;

        public RetryLater(String code, String message, @Nullable Duration after, @Nullable Throwable cause) {
            super(code, message, cause);
            this.after = after;
        }

        public @Nullable Duration after() {
            return after;
        }
    }

    /** A person must act: credentials or rights were refused. */
    public static final class Denied extends SourceFailure {

        public Denied(String code, String message, @Nullable Throwable cause) {
            super(code, message, cause);
        }
    }

    /** The answer was not what the source documents; trying again would not help. */
    public static final class Broken extends SourceFailure {

        public Broken(String code, String message, @Nullable Throwable cause) {
            super(code, message, cause);
        }
    }

    /**
     * This kind of record cannot be read: the right is missing, or there is none such, or nobody understands the answer. Others
     * may well be readable.
     */
    public static final class Unreadable extends SourceFailure {

        public Unreadable(String code, String message, @Nullable Throwable cause) {
            super(code, message, cause);
        }
    }
}
