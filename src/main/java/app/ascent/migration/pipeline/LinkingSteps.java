package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Changes;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.StagedRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins the step after the last batch. */
@Component
class LinkingSteps {

    private final JdbcClient jdbc;
    private final Resolutions resolutions;
    private final IdMap idMap;
    private final Changes changes;
    private final Findings findings;
    private final StagedRecords staging;

    LinkingSteps(
            JdbcClient jdbc,
            Resolutions resolutions,
            IdMap idMap,
            Changes changes,
            Findings findings,
            StagedRecords staging) {
        this.jdbc = jdbc;
        this.resolutions = resolutions;
        this.idMap = idMap;
        this.changes = changes;
        this.findings = findings;
        this.staging = staging;
    }

    LinkingStep begin(RunContext run, EntityType type) {
        return new LinkingStep(
                run, type, new LinkedRecords(jdbc, staging, run, type), resolutions, idMap, changes, findings);
    }
}
