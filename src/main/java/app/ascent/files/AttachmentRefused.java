package app.ascent.files;

/** Why something is not attached. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class AttachmentRefused extends RuntimeException {

    private AttachmentRefused(String message) {
        super(message);
    }

    /** There is nothing in it. */
    public static final class Empty extends AttachmentRefused {

        Empty() {
            super("Empty");
        }
    }

    /** It has more bytes than a file may have. */
    public static final class TooLarge extends AttachmentRefused {

        private final long limit;

        TooLarge(long limit) {
            super("More than %d bytes".formatted(limit));
            this.limit = limit;
        }

        public long limit() {
            return limit;
        }
    }

    /** People attached as much to the record already as they may. */
    public static final class TooMany extends AttachmentRefused {

        private final int limit;

        TooMany(int limit) {
            super("More than %d files".formatted(limit));
            this.limit = limit;
        }

        public int limit() {
            return limit;
        }
    }

    /** The record is closed; somebody reopens it first. */
    public static final class Closed extends AttachmentRefused {

        Closed(Owner owner) {
            super("Closed: " + owner);
        }
    }
}
