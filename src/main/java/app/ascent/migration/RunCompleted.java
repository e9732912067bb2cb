package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;

/** A run has read and loaded everything; its report is final. */
public record RunCompleted(OrganizationId organization, MigrationId migration, RunId run) {}
