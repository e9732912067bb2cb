package app.ascent.migration;

/**
 * A run whose records are listed.
 *
 * @param superseded whether a newer run has begun, to which staged records belong that have come again
 */
record ListedRun(Run run, boolean superseded) {}
