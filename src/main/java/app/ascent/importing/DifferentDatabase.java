package app.ascent.importing;

/** Credentials that work, but lead to another Autotask database than the migration's. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class DifferentDatabase extends RuntimeException {

    private final long expected;
    private final long found;

    public DifferentDatabase(long expected, long found) {
        super("These credentials belong to Autotask database %d, and this migration to %d.".formatted(found, expected));
        this.expected = expected;
        this.found = found;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
