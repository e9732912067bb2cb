package app.ascent.importing;

/** A scope that an import cannot keep to; the message says which value is wrong, for a person. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class ScopeRefused extends RuntimeException {

    private final String field;

    /** @param field {@code since}, {@code entities}, {@code files.since} or {@code files.upTo} */
    public ScopeRefused(String field, String message) {
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
