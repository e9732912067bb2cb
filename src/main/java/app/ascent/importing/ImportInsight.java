package app.ascent.importing;

import app.ascent.autotask.Connections;
import app.ascent.crm.Provenance;
import app.ascent.crm.SourceInsight;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.field.Text;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.RecordHistory;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the Source card of an imported client or contact says beyond the record itself. */
@Component
class ImportInsight implements SourceInsight {

    private static final String COMMAND = "Autotask/AutotaskExtend/ExecuteCommand.aspx?";

    private final AutotaskEntities entities;
    private final Connections connections;
    private final Reports reports;
    private final Reasons reasons;

    ImportInsight(AutotaskEntities entities, Connections connections, Reports reports, Reasons reasons) {
        this.entities = entities;
        this.connections = connections;
        this.reports = reports;
        this.reasons = reasons;
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
                .map(history -> view(history, webAddress(organization, entity, provenance))));
    }

    private View view(RecordHistory history, @Nullable String webAddress) {
        return new View(
                webAddress,
                history.firstImport(),
                history.lastImport(),
                "/admin/autotask-migration/" + history.migration(),
                result(history.result()),
                sentences(history, finding -> !isKeptEdit(finding)),
                sentences(history, ImportInsight::isKeptEdit));
    }

    private @Nullable String webAddress(OrganizationId organization, AutotaskEntity entity, Provenance provenance) {
        return connections
                .find(organization, provenance.database())
                .map(connection -> connection.zone().web() + COMMAND + entity.pageCommand() + provenance.sourceId())
                .orElse(null);
    }

    private List<String> sentences(RecordHistory history, Predicate<RecordView> which) {
        return history.findings().stream()
                .filter(finding -> finding.code() != null)
                .filter(which)
                .map(this::sentence)
                .distinct()
                .toList();
    }

    private String sentence(RecordView finding) {
        String code = Objects.requireNonNullElse(finding.code(), "");
        String said = finding.detail();
        String place = Stream.of(finding.field(), shortened(finding.value()))
                .filter(Objects::nonNull)
                .reduce((field, value) -> field + ": " + value)
                .map(where -> " (" + where + ")")
                .orElse("");
        return reasons.title(code) + place + ". " + (said == null ? reasons.text(code) : said);
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.length() <= 80 ? value : Text.cut(value, 80) + "…";
    }

    private static boolean isKeptEdit(RecordView finding) {
        return Reason.LOCAL_EDIT_KEPT.name().equals(finding.code());
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
