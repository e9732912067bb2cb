package app.ascent.journey.overview;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ConnectionRefused;
import app.ascent.importing.MigrationService;
import app.ascent.importing.RecordRetrying;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.journey.api.MigrationResponses;
import app.ascent.journey.api.MigrationResponses.ConnectionTestResponse;
import app.ascent.journey.api.MigrationResponses.MigrationResponse;
import app.ascent.journey.api.MigrationResponses.RunResponse;
import app.ascent.journey.api.RefusesCredentials;
import app.ascent.journey.api.RefusesState;
import app.ascent.journey.api.UnknownEntity;
import app.ascent.journey.connect.CredentialsRequest;
import app.ascent.migration.MigrationView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The Autotask migration for programs: what the Owner can do on its pages, in JSON. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT)
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Autotask migration", description = "Connects to Autotask and imports its records. For the Owner alone.")
@ApiResponse(
        responseCode = "401",
        description = "Not signed in",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "403",
        description = "Not the Owner",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
class MigrationController {

    /**
     * @param kind what the run does, {@code FULL} when absent; a run that goes on must be of that kind
     * @param conflicts whose value stays where both sides changed one; a run that goes on keeps the rule it began with
     */
    record StartRequest(@Nullable RunKind kind, @Nullable Conflicts conflicts) {}

    /** One record by its {@code sourceId}, or all that were left out for the reason {@code code}. */
    record RetryRequest(
            @NotBlank String entity,
            @Nullable @Pattern(regexp = "([A-Za-z]+:)?-?\\d{1,18}", message = "is a number, or as ContractServices:12")
                    String sourceId,
            @Nullable String code) {

        @AssertTrue(message = "Name one record by its sourceId, or all of one reason by its code.")
        boolean isOneOfBoth() {
            return (sourceId == null) != (code == null);
        }
    }

    private final MigrationService migrations;
    private final RecordRetrying retrying;
    private final AutotaskEntities entities;
    private final MigrationResponses responses;

    MigrationController(
            MigrationService migrations,
            RecordRetrying retrying,
            AutotaskEntities entities,
            MigrationResponses responses) {
        this.migrations = migrations;
        this.retrying = retrying;
        this.entities = entities;
        this.responses = responses;
    }

    @PostMapping("/connection-tests")
    @Operation(
            summary = "Test credentials",
            description = "Finds the zone, makes one authenticated call, and checks rights and quota. Stores nothing.")
    @ApiResponse(responseCode = "200", description = "The credentials work", useReturnTypeSchema = true)
    @RefusesCredentials
    ConnectionTestResponse test(@Valid @RequestBody CredentialsRequest request) throws InterruptedException {
        ConnectionReport report = migrations.test(request.credentials());
        if (!report.passed()) {
            throw new ConnectionRefused(report);
        }
        return responses.connectionTest(report);
    }

    @PostMapping("/migrations")
    @Operation(
            summary = "Create a migration",
            description = "Tests the credentials first; a refused test stores nothing.")
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "There is one for this Autotask database",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @RefusesCredentials
    ResponseEntity<MigrationResponse> create(@Valid @RequestBody CredentialsRequest request)
            throws InterruptedException {
        MigrationId id = migrations.create(request.credentials());
        return ResponseEntity.created(MigrationResponses.address(id)).body(responses.migration(existing(id)));
    }

    @GetMapping("/migrations")
    @ApiResponse(responseCode = "200", description = "The migrations", useReturnTypeSchema = true)
    @Operation(summary = "List migrations")
    Listing<MigrationResponse> list(@Valid Paging paging) {
        Page<MigrationView> found = migrations.list(paging.pageable());
        Map<MigrationId, Zone> zones = migrations.zones(found.getContent());
        return Listing.of(found, view -> responses.migration(view, Objects.requireNonNull(zones.get(view.id()))));
    }

    @GetMapping("/migrations/{id}")
    @ApiResponse(responseCode = "200", description = "The migration", useReturnTypeSchema = true)
    @Operation(
            summary = "Show a migration",
            description = "With the counters of its latest run. Poll it while a run is active.")
    @FindsMigration
    MigrationResponse show(@PathVariable UUID id) {
        return responses.migration(existing(new MigrationId(id)));
    }

    @PutMapping("/migrations/{id}/credentials")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Replaced")
    @Operation(
            summary = "Replace the credentials",
            description = "The new ones are tested first and must lead to the same Autotask database.")
    @FindsMigration
    @RefusesState
    @RefusesCredentials
    void replaceCredentials(@PathVariable UUID id, @Valid @RequestBody CredentialsRequest request)
            throws InterruptedException {
        migrations.replaceCredentials(new MigrationId(id), request.credentials());
    }

    @PostMapping("/migrations/{id}/start")
    @Operation(
            summary = "Start, resume or try again",
            description =
                    "Begins a run, goes on with a paused or failed one, or ends the wait of a waiting one. FULL reads "
                            + "everything; REMAP applies decisions to what was read before, without a call.")
    @ApiResponse(
            responseCode = "202",
            description = "A run is queued; Location leads to the migration, to be polled",
            useReturnTypeSchema = true)
    @FindsMigration
    @RefusesState
    ResponseEntity<MigrationResponse> start(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable StartRequest request) {
        migrations.start(
                new MigrationId(id),
                request == null ? null : request.kind(),
                request == null ? null : request.conflicts());
        return accepted(new MigrationId(id));
    }

    @PostMapping("/migrations/{id}/pause")
    @Operation(summary = "Pause the active run", description = "Start goes on with it.")
    @ApiResponse(
            responseCode = "202",
            description = "The run stops after the step it is at",
            useReturnTypeSchema = true)
    @FindsMigration
    @RefusesState
    ResponseEntity<MigrationResponse> pause(@PathVariable UUID id) {
        migrations.pause(new MigrationId(id));
        return accepted(new MigrationId(id));
    }

    @PostMapping("/migrations/{id}/cancel")
    @Operation(
            summary = "Cancel the run, or the retry that is under way",
            description =
                    "What is loaded stays; a later start begins a new run. While records of a run that has completed "
                            + "are tried again, only that retry is cancelled: the run ends as it did, and records it did not "
                            + "come to are left out for the reasons they had.")
    @ApiResponse(responseCode = "202", description = "The run ends after the step it is at", useReturnTypeSchema = true)
    @FindsMigration
    @RefusesState
    ResponseEntity<MigrationResponse> cancel(@PathVariable UUID id) {
        migrations.cancel(new MigrationId(id));
        return accepted(new MigrationId(id));
    }

    @PostMapping("/migrations/{id}/records/retry")
    @Operation(
            summary = "Retry records that were skipped or failed",
            description =
                    "One record, or all of one reason. The latest run goes on with them; it must have ended. Costs at "
                            + "most one call for 500 records.")
    @ApiResponse(
            responseCode = "202",
            description = "The records are queued; Location leads to the migration, to be polled",
            useReturnTypeSchema = true)
    @FindsMigration
    @RefusesState
    ResponseEntity<MigrationResponse> retry(@PathVariable UUID id, @Valid @RequestBody RetryRequest request) {
        if (!entities.isType(request.entity())) {
            throw new UnknownEntity(request.entity());
        }
        if (request.sourceId() != null) {
            retrying.one(new MigrationId(id), request.entity(), SourceId.of(request.sourceId()));
        } else if (request.code() != null) {
            retrying.allOf(new MigrationId(id), request.entity(), request.code());
        }
        return accepted(new MigrationId(id));
    }

    @GetMapping("/migrations/{id}/runs")
    @ApiResponse(responseCode = "200", description = "The runs", useReturnTypeSchema = true)
    @Operation(summary = "List the runs of a migration", description = "The latest first.")
    @FindsMigration
    Listing<RunResponse> runs(@PathVariable UUID id, @Valid Paging paging) {
        return Listing.of(migrations.runs(new MigrationId(id), paging.pageable()), responses::run);
    }

    @DeleteMapping("/migrations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Deleted")
    @Operation(
            summary = "Delete a migration",
            description =
                    "Removes staging data, id map, logs and credentials. What was imported stays, and what people "
                            + "chose that values become and which client stands for a missing company: a later migration "
                            + "of the same database takes it up.")
    @FindsMigration
    @RefusesState
    void delete(@PathVariable UUID id) {
        migrations.delete(new MigrationId(id));
    }

    private ResponseEntity<MigrationResponse> accepted(MigrationId id) {
        return ResponseEntity.accepted()
                .location(MigrationResponses.address(id))
                .body(responses.migration(existing(id)));
    }

    private AutotaskMigration existing(MigrationId id) {
        return migrations.get(id);
    }
}
