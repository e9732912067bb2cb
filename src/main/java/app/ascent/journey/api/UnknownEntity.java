package app.ascent.journey.api;

/** A list was asked for an entity that is not imported: an empty answer would hide the slip. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class UnknownEntity extends RuntimeException {

    public UnknownEntity(String name) {
        super("There is no entity " + name);
    }
}
