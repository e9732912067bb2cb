package app.ascent.autotask.throttling;

/** What a call is for. */
public enum Purpose {
    RECORDS,
    /** Reads the quota. It may go as long as the bucket has a token: how else would a waiting run learn of room. */
    QUOTA
}
