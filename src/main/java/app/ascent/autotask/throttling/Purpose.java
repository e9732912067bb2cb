package app.ascent.autotask.throttling;

/** What a call is for. */
public enum Purpose {
    RECORDS,
    /** Reads the quota. It may go now and then though the share is used up: how else would a waiting run learn of room. */
    QUOTA
}
