package app.ascent.autotask.client;

/** What the API user may read of an entity; the API says 1, 2 and 0. */
public enum Access {
    ALL,
    RESTRICTED,
    NONE
}
