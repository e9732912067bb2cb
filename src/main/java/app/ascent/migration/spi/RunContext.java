package app.ascent.migration.spi;

import app.ascent.identity.OrganizationId;

/** What every step of a run knows about it. */
public record RunContext(
        OrganizationId organization,
        MigrationId migration,
        RunId run,
        RunKind kind,
        Source source,
        Conflicts conflicts,
        Scope scope) {

    /** Of a run that reads everything. */
    public RunContext(
            OrganizationId organization, MigrationId migration, RunId run, Source source, Conflicts conflicts) {
        this(organization, migration, run, RunKind.FULL, source, conflicts, Scope.EVERYTHING);
    }
}
