package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.staging.Findings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins the step after the last batch. */
@Component
class LinkingSteps {

    private final JdbcClient jdbc;
    private final Resolutions resolutions;
    private final IdMap idMap;
    private final Findings findings;

    LinkingSteps(JdbcClient jdbc, Resolutions resolutions, IdMap idMap, Findings findings) {
        this.jdbc = jdbc;
        this.resolutions = resolutions;
        this.idMap = idMap;
        this.findings = findings;
    }

    LinkingStep begin(RunContext run, EntityType type) {
        return new LinkingStep(run, type, new LinkedRecords(jdbc, run, type), resolutions, idMap, findings);
    }
}
