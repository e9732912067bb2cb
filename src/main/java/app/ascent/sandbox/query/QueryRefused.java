package app.ascent.sandbox.query;

/** A query Autotask would not answer, with the text it would give. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class QueryRefused extends RuntimeException {

    /** Which kind of mistake it is; the status depends on it. */
    public enum Kind {
        MALFORMED,
        NO_FILTER,
        INVALID
    }

    private final Kind kind;

    QueryRefused(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static QueryRefused invalid(String message) {
        return new QueryRefused(Kind.INVALID, message);
    }

    public Kind kind() {
        return kind;
    }
}
