package app.ascent.journey.decide;

import app.ascent.importing.MigrationService;
import app.ascent.importing.ValueChoices;
import app.ascent.importing.ValueChoices.Choice;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What picklist values become, for programs. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}/values")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Autotask migration values", description = "What picklist values become. For the Owner alone.")
class ValueController {

    /**
     * @param value null for records without one
     * @param target what it becomes; null when nobody knows, or what was chosen is gone, and then it is
     *     {@code usedOtherwise}
     * @param chosen whether a person chose it, and not Ascent
     * @param records null before the first run
     * @param targets what can be chosen
     */
    record ValueResponse(
            String entity,
            String field,
            @Nullable String value,
            String label,
            @Nullable String target,
            String usedOtherwise,
            boolean chosen,
            @Nullable Long records,
            List<String> targets) {

        static ValueResponse of(Decision decision) {
            return new ValueResponse(
                    decision.entity(),
                    decision.field(),
                    decision.value(),
                    decision.label(),
                    decision.target(),
                    decision.usedOtherwise(),
                    decision.byPerson(),
                    decision.records(),
                    decision.targets().stream().map(DecidableField.Target::key).toList());
        }
    }

    /** @param target null leaves the value to Ascent again */
    record ValueRequest(
            @NotBlank String entity, @NotBlank String field, @Nullable String value, @Nullable String target) {}

    private final MigrationService migrations;
    private final ValueChoices choices;

    ValueController(MigrationService migrations, ValueChoices choices) {
        this.migrations = migrations;
        this.choices = choices;
    }

    @GetMapping
    @Operation(summary = "List what values become", description = "Those that nobody knows come first.")
    @ApiResponse(responseCode = "200", description = "The values", useReturnTypeSchema = true)
    @FindsMigration
    Listing<ValueResponse> list(@PathVariable UUID id, @Valid Paging paging) {
        List<Decision> all =
                choices.of(migrations.get(new MigrationId(id)).migration().id());
        Pageable page = paging.pageable();
        List<Decision> shown =
                all.stream().skip(page.getOffset()).limit(page.getPageSize()).toList();
        return Listing.of(new PageImpl<>(shown, page, all.size()), ValueResponse::of);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Choose what a value becomes",
            description = "Holds from the next run on, which writes the records again that it changes.")
    @ApiResponse(responseCode = "204", description = "Chosen")
    @ApiResponse(
            responseCode = "422",
            description = "There is no such value, or it cannot become that",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @FindsMigration
    void choose(@PathVariable UUID id, @Valid @RequestBody ValueRequest request) {
        choices.choose(
                migrations.get(new MigrationId(id)).migration().id(),
                List.of(new Choice(request.entity(), request.field(), request.value(), request.target())));
    }
}
