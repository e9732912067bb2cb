package app.ascent.importing;

import app.ascent.crm.NotImported;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.spi.SourceId;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Finds a record that was skipped or failed in the lists of issues people see by themselves. */
@Component
class ImportLeftOut implements NotImported {

    private static final Pageable ALL = PageRequest.of(0, 100);

    /** The first is the worst; what was loaded with a remark is in Ascent. */
    private static final Pageable WORST = PageRequest.of(0, 1);

    private final AutotaskEntities entities;
    private final Migrations migrations;
    private final Reports reports;

    ImportLeftOut(AutotaskEntities entities, Migrations migrations, Reports reports) {
        this.entities = entities;
        this.migrations = migrations;
        this.reports = reports;
    }

    @Override
    public Optional<LeftOut> find(OrganizationId organization, String type, long sourceId) {
        return entities.becoming(type)
                .map(entity -> entity.type().name())
                .flatMap(entity -> migrations.list(organization, ALL).stream()
                        .filter(migration -> migration.run() != null)
                        .flatMap(migration -> find(organization, migration, entity, sourceId).stream())
                        .findFirst());
    }

    private Optional<LeftOut> find(OrganizationId organization, MigrationView migration, String entity, long sourceId) {
        RecordFilter record = new RecordFilter(entity, null, null, new SourceId(sourceId));
        return reports.issues(organization, migration.id(), record, WORST).stream()
                .filter(found -> found.outcome() == Outcome.FAILED || found.outcome() == Outcome.SKIPPED)
                .map(found -> new LeftOut(
                        found.name(),
                        sourceId,
                        ImportPages.ROOT + migration.id() + "/issues/" + entity + "/" + sourceId))
                .findFirst();
    }
}
