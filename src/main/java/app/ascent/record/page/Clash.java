package app.ascent.record.page;

/**
 * A field that two people changed, each to something else, with both values as people read them.
 *
 * @param token sent when theirs is taken; it names what was entered, so that typing on outweighs the choice
 */
public record Clash(String field, String label, Side mine, Side theirs, String token) {

    /**
     * One of the two values.
     *
     * @param value as its field of the form holds it
     */
    public record Side(String shown, String value) {}
}
