package app.ascent.autotask;

/** How a tenant's pages look; all but the usual form have been seen, or are suspected, at some tenant. */
public enum PageForm {
    USUAL,
    /** No page names a next one. */
    NEVER_A_NEXT,
    /** Pages are smaller than was asked for, and say nothing about themselves. */
    WITHOUT_DETAILS,
    /** The records of a page come the wrong way round. */
    BACKWARDS,
    /** An empty page has no list at all. */
    NO_LIST_WHEN_EMPTY
}
