package app.ascent.autotask.client;

/** What the API user may read of an entity; the API says it in words, or as 1, 2 and 0. */
public enum Access {
    ALL,
    RESTRICTED,
    NONE,
    /** Autotask did not say so, or not in a way anybody knows; to be taken for restricted. */
    UNCLEAR;

    /** Whether records may be hidden from the user. */
    public boolean mayHide() {
        return this == RESTRICTED || this == UNCLEAR;
    }
}
