package app.ascent.importing;

import app.ascent.autotask.Connections;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.Remarks.About;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.RecordHistory;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight;
import app.ascent.text.Text;
import app.ascent.web.Formats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** What the Source card of an imported client or contact says beyond the record itself. */
@Component
class ImportInsight implements SourceInsight {

    private static final Pageable LATEST = PageRequest.of(0, 100);

    private final AutotaskEntities entities;
    private final Connections connections;
    private final Migrations migrations;
    private final Reports reports;
    private final Reasons reasons;
    private final Remarks remarks;
    private final Formats formats;

    ImportInsight(
            AutotaskEntities entities,
            Connections connections,
            Migrations migrations,
            Reports reports,
            Reasons reasons,
            Remarks remarks,
            Formats formats) {
        this.entities = entities;
        this.connections = connections;
        this.migrations = migrations;
        this.reports = reports;
        this.reasons = reasons;
        this.remarks = remarks;
        this.formats = formats;
    }

    @Override
    public Optional<View> find(OrganizationId organization, String type, Provenance provenance) {
        if (!provenance.system().equals(MigrationService.SYSTEM)) {
            return Optional.empty();
        }
        return entities.becoming(type).flatMap(entity -> reports.history(
                        organization,
                        provenance.system(),
                        provenance.database(),
                        entity.type().name(),
                        new SourceId(provenance.sourceId()))
                .map(history -> view(
                        new About(organization, history.migration(), type, provenance),
                        history,
                        webAddress(organization, entity, provenance))));
    }

    private View view(About about, RecordHistory history, @Nullable String webAddress) {
        return new View(
                webAddress,
                history.firstImport(),
                history.lastImport(),
                run(about.organization(), history),
                result(history.result()),
                sentences(about, history, finding -> !isKeptEdit(finding)),
                sentences(about, history, ImportInsight::isKeptEdit));
    }

    private @Nullable String webAddress(OrganizationId organization, AutotaskEntity entity, Provenance provenance) {
        return connections
                .find(organization, provenance.database())
                .flatMap(connection -> entity.webAddress(connection.zone(), provenance.sourceId()))
                .orElse(null);
    }

    /** The run that last touched the record; of long-gone runs only the migration is found. */
    private String run(OrganizationId organization, RecordHistory history) {
        return migrations.runs(organization, history.migration(), LATEST).stream()
                .filter(run -> run.number() == history.lastRun())
                .findFirst()
                .map(run -> ImportPages.ROOT + history.migration() + "/runs/" + run.id())
                .orElse(ImportPages.ROOT + history.migration());
    }

    private List<Remark> sentences(About about, RecordHistory history, Predicate<RecordView> which) {
        return history.findings().stream()
                .filter(finding -> finding.code() != null)
                .filter(which)
                .map(finding -> remarks.of(about, finding, sentence(finding)))
                .distinct()
                .toList();
    }

    private String sentence(RecordView finding) {
        return reasons.ofCase(finding).map(formats::withTimes).orElseGet(() -> placed(finding));
    }

    /** The reason's own words, with field and value before them. */
    private String placed(RecordView finding) {
        String code = Objects.requireNonNullElse(finding.code(), "");
        String field = finding.field();
        String place = Stream.of(
                        field == null ? null : reasons.field(finding.entity(), field), shortened(finding.value()))
                .filter(Objects::nonNull)
                .reduce((name, value) -> name + ": " + value)
                .map(where -> " (" + where + ")")
                .orElse("");
        return reasons.title(code) + place + ". " + reasons.text(code);
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= 80 ? value : Text.cut(value, 80) + "…";
    }

    private static boolean isKeptEdit(RecordView finding) {
        return Reason.LOCAL_EDIT_KEPT.code().equals(finding.code());
    }

    private static @Nullable String result(@Nullable String result) {
        return switch (result) {
            case null -> null;
            case "CREATED" -> "Created";
            case "UPDATED" -> "Updated";
            case "UNCHANGED" -> "Unchanged";
            case "LINKED" -> "Linked to an existing record";
            default -> result;
        };
    }
}
