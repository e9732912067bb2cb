package app.ascent.journey.report;

import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.Reasons;
import app.ascent.importing.ReportName;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.journey.api.MigrationResponses;
import app.ascent.journey.api.MigrationResponses.EntityResponse;
import app.ascent.journey.api.UnknownEntity;
import app.ascent.migration.RecordKey;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Notice;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordPage;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.Report;
import app.ascent.migration.Reports.UnmappedValue;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a run did, for programs: counted, grouped, record by record, and as a table to keep. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Autotask migration report", description = "What a run did. For the Owner alone.")
class ReportController {

    record ReportResponse(
            List<EntityResponse> entities,
            List<Notice> notices,
            List<ReasonResponse> skips,
            List<ReasonResponse> failures,
            List<ReasonResponse> warnings,
            List<UnmappedValue> unmappedValues) {}

    /**
     * @param count remarks for warnings, records otherwise
     * @param records how many records these are about
     */
    record ReasonResponse(String entity, String code, long count, long records) {

        static List<ReasonResponse> of(List<ReasonCount> counts) {
            return counts.stream()
                    .map(each -> new ReasonResponse(each.entity(), each.code(), each.count(), each.records()))
                    .toList();
        }
    }

    /**
     * @param kind of record, by the name of its first entity
     * @param message why, as a plain sentence
     * @param payload the record as Autotask sent it, as text: also where it is no JSON
     */
    record RecordResponse(
            String entity,
            String kind,
            String sourceId,
            @Nullable String name,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message,
            @Nullable String field,
            @Nullable String value,
            @Nullable String label,
            @Nullable String usedInstead,
            String payload,
            @Nullable UUID targetId) {}

    /** As every list, and with the {@code after} of the page that follows; null when none does. */
    record RecordListing(List<RecordResponse> items, int page, int size, long total, @Nullable String next) {}

    private final MigrationService migrations;
    private final AutotaskEntities entities;
    private final Reports reports;
    private final Reasons reasons;
    private final ReportDownload download;
    private final ReportName names;

    ReportController(
            MigrationService migrations,
            AutotaskEntities entities,
            Reports reports,
            Reasons reasons,
            ReportDownload download,
            ReportName names) {
        this.migrations = migrations;
        this.entities = entities;
        this.reports = reports;
        this.reasons = reasons;
        this.download = download;
        this.names = names;
    }

    @GetMapping("/report")
    @ApiResponse(responseCode = "200", description = "The report", useReturnTypeSchema = true)
    @Operation(
            summary = "Show the report",
            description =
                    "Of the last run that came to its end, until a newer one has; before any did, of the latest as far as "
                            + "it has come. Earlier runs keep theirs.")
    @FindsMigration
    ReportResponse report(
            @PathVariable UUID id,
            @RequestParam(required = false)
                    @Parameter(description = "Number of the run; by default the last one that came to its end")
                    @Nullable
                    Integer run) {
        Report report = reports.report(migrations.organization(), existing(id), run);
        return new ReportResponse(
                MigrationResponses.entities(report.entities()),
                report.notices(),
                ReasonResponse.of(report.skips()),
                ReasonResponse.of(report.failures()),
                ReasonResponse.of(report.warnings()),
                report.unmapped());
    }

    @GetMapping("/report.csv")
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Operation(
            summary = "Download the report",
            description =
                    "Every notice, skip, failure and remark, or those that fit the filters of /records, one a line, UTF-8, comma separated. Columns: entity, sourceId, "
                            + "name, outcome, code, message, field, value, label, usedInstead, targetId, pulledAt. A cell that a "
                            + "spreadsheet could take for a formula begins with an apostrophe.")
    @FindsMigration
    void reportCsv(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false)
                    @Parameter(description = "Number of the run; by default the last one that came to its end")
                    @Nullable
                    Integer run,
            HttpServletResponse response)
            throws IOException {
        RecordFilter filter = filter(entity, outcome, code, run);
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        try (ReportDownload.File file =
                download.of(migrations.organization(), migration.migration().id(), filter)) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setContentLengthLong(file.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(names.of(
                                    migration, "csv", entity, outcome == null ? null : outcome.name(), filter.code()))
                            .build()
                            .toString());
            file.copyTo(response.getOutputStream());
        }
    }

    @GetMapping("/records")
    @ApiResponse(responseCode = "200", description = "The records", useReturnTypeSchema = true)
    @Operation(
            summary = "List records",
            description =
                    "Without a filter: every record the run has dealt with, a loaded one as often as it has remarks. "
                            + "WARNED lists one item a remark. To read all, send the next of one page as the after of the following one: "
                            + "pages counted from 0 take the longer the further they are.")
    @FindsMigration
    RecordListing records(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false)
                    @Parameter(description = "Number of the run; by default the last one that came to its end")
                    @Nullable
                    Integer run,
            @RequestParam(required = false) @Nullable RecordKey after,
            @Valid Paging paging) {
        RecordFilter filter = filter(entity, outcome, code, run);
        RecordPage found = reports.records(migrations.organization(), existing(id), filter, after, paging.pageable());
        Listing<RecordResponse> listing = Listing.of(found.records(), this::shaped);
        return new RecordListing(
                listing.items(),
                listing.page(),
                listing.size(),
                listing.total(),
                found.next() == null ? null : found.next().toString());
    }

    private RecordFilter filter(
            @Nullable String entity, @Nullable Outcome outcome, @Nullable String code, @Nullable Integer run) {
        if (entity != null && !entities.isType(entity)) {
            throw new UnknownEntity(entity);
        }
        return new RecordFilter(entity, outcome, code, null, null, null, run);
    }

    private MigrationId existing(UUID id) {
        return migrations.get(new MigrationId(id)).migration().id();
    }

    private RecordResponse shaped(RecordView record) {
        return new RecordResponse(
                record.entity(),
                entities.kindOf(record.entity()),
                record.sourceId().toString(),
                record.name(),
                record.outcome(),
                record.code(),
                reasons.sentence(record),
                record.field(),
                record.value(),
                record.label(),
                record.usedInstead(),
                record.payload(),
                record.targetId());
    }
}
