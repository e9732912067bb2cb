package app.ascent.migration.pipeline;

import app.ascent.migration.spi.RunContext;

/** The right of one execution to write for its run, until another one takes a higher fence. */
public record Lease(RunContext run, long fence) {}
