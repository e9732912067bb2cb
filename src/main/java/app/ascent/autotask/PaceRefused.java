package app.ascent.autotask;

/** A pace that cannot be kept; the message says which value is wrong, for a person. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class PaceRefused extends RuntimeException {

    private final String field;

    /** @param field {@code quotaShare, from, to} or {@code zone} */
    public PaceRefused(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
