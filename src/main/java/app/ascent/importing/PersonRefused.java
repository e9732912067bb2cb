package app.ascent.importing;

/** A choice about a person that nothing can be made of; the message says why, for a person. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class PersonRefused extends RuntimeException {

    PersonRefused(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
