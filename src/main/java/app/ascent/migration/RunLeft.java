package app.ascent.migration;

import app.ascent.migration.spi.RunId;

/**
 * A node no longer executes a run: it came to its end, was stopped, or waits. What a node remembers of an execution is to be
 * forgotten; whoever goes on, here or elsewhere, begins anew.
 */
public record RunLeft(RunId run) {}
