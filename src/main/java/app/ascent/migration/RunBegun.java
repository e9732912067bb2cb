package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;

/**
 * A run begins, in this transaction: what is decided by now holds for it to its end. One that goes on does not begin again.
 */
public record RunBegun(OrganizationId organization, RunId run, Source source) {}
