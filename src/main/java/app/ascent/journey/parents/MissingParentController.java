package app.ascent.journey.parents;

import app.ascent.importing.ClientsForCompanies;
import app.ascent.importing.ClientsForCompanies.Missing;
import app.ascent.importing.MigrationService;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.journey.api.MigrationResponses;
import app.ascent.journey.api.MigrationResponses.MigrationResponse;
import app.ascent.journey.api.RefusesState;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Companies that are not in Ascent, and the clients their records go to instead, for programs. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}/missing-parents")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(
        name = "Autotask migration missing parents",
        description = "Companies that are not in Ascent, and where their records go. For the Owner alone.")
class MissingParentController {

    /**
     * @param parentId null for records that name no company
     * @param records how many were left out because of it
     * @param message why it is not in Ascent, as far as that can be told
     * @param clientId the client chosen in its place, or null
     */
    record MissingParentResponse(
            String entity,
            String parentEntity,
            @Nullable String parentId,
            @Nullable String parentName,
            long records,
            @Nullable String message,
            @Nullable UUID clientId,
            @Nullable String clientName) {

        static MissingParentResponse of(Missing missing) {
            SourceId id = missing.parent().id();
            return new MissingParentResponse(
                    missing.parent().entity(),
                    missing.parent().parent(),
                    id == null ? null : id.toString(),
                    missing.parent().name(),
                    missing.parent().records(),
                    missing.parent().why(),
                    missing.parent().chosen(),
                    missing.client());
        }
    }

    record ClientRequest(@NotNull UUID clientId) {}

    private final MigrationService migrations;
    private final ClientsForCompanies clients;
    private final MigrationResponses responses;

    MissingParentController(MigrationService migrations, ClientsForCompanies clients, MigrationResponses responses) {
        this.migrations = migrations;
        this.clients = clients;
        this.responses = responses;
    }

    @GetMapping
    @Operation(
            summary = "List companies that are not in Ascent",
            description =
                    "With the number of records that were left out because of each, and the client chosen instead.")
    @ApiResponse(responseCode = "200", description = "The companies", useReturnTypeSchema = true)
    @FindsMigration
    Listing<MissingParentResponse> list(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer run, @Valid Paging paging) {
        List<Missing> all =
                clients.of(migrations.get(new MigrationId(id)).migration().id(), run);
        Pageable page = paging.pageable();
        List<Missing> shown =
                all.stream().skip(page.getOffset()).limit(page.getPageSize()).toList();
        return Listing.of(new PageImpl<>(shown, page, all.size()), MissingParentResponse::of);
    }

    @PutMapping("/companies/{sourceId}")
    @Operation(
            summary = "Import the records of a company under a client",
            description =
                    "Those the latest run left out are tried at once, where it has ended; later runs follow the choice, "
                            + "as long as the company itself is not in Ascent.")
    @ApiResponse(
            responseCode = "202",
            description = "Chosen; Location leads to the migration, to be polled",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "There is no such client",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @FindsMigration
    @RefusesState
    ResponseEntity<MigrationResponse> choose(
            @PathVariable UUID id, @PathVariable long sourceId, @Valid @RequestBody ClientRequest request) {
        MigrationId migration = migrations.get(new MigrationId(id)).migration().id();
        clients.choose(migration, new SourceId(sourceId), request.clientId());
        return ResponseEntity.accepted()
                .location(MigrationResponses.address(migration))
                .body(responses.migration(migrations.get(new MigrationId(id))));
    }

    @DeleteMapping("/companies/{sourceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a choice back", description = "For later runs; what was imported by it stays.")
    @ApiResponse(responseCode = "204", description = "Taken back")
    @FindsMigration
    void takeBack(@PathVariable UUID id, @PathVariable long sourceId) {
        if (!clients.takeBack(migrations.get(new MigrationId(id)).migration().id(), new SourceId(sourceId))) {
            throw new MigrationRefused.Unknown();
        }
    }
}
