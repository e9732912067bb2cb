package app.ascent.journey.scope;

import app.ascent.importing.MigrationScope;
import app.ascent.importing.MigrationScope.Files;
import app.ascent.importing.MigrationScope.Kind;
import app.ascent.importing.MigrationScope.Wish;
import app.ascent.importing.ScopeRefused;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.journey.api.RefusesState;
import app.ascent.journey.api.ScopeResponse;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import app.ascent.web.Formats;
import app.ascent.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What imports take, for programs. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}/scope")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(
        name = "Autotask migration scope",
        description = "Which kinds of record are imported, and how far back. For the Owner alone.")
class ScopeController {

    /**
     * @param history {@code ALL}, {@code NONE} for what is open alone, or {@code SINCE} a day for both
     * @param since that day, as {@code 2024-01-01}; for {@code SINCE} alone
     * @param entities kinds of record; one that is not named is imported
     * @param files which files are imported; all, where it is absent
     */
    record ScopeRequest(
            @NotNull History history,
            @Nullable String since,
            @Nullable List<@NotNull @Valid KindRequest> entities,
            @Nullable FilesRequest files) {}

    /**
     * @param since the day from which on, as {@code 2024-01-01}
     * @param upTo bytes
     */
    record FilesRequest(@Nullable String since, @Nullable Long upTo) {}

    record KindRequest(@NotBlank String entity, @NotNull Boolean included) {}

    private final MigrationScope scopes;
    private final Formats formats;

    ScopeController(MigrationScope scopes, Formats formats) {
        this.scopes = scopes;
        this.formats = formats;
    }

    @GetMapping
    @Operation(summary = "Show what imports take", description = "What the next run takes, one entry for each kind.")
    @ApiResponse(responseCode = "200", description = "The scope", useReturnTypeSchema = true)
    @FindsMigration
    ScopeResponse show(@PathVariable UUID id) {
        return response(scopes.of(new MigrationId(id)));
    }

    @PutMapping
    @Operation(
            summary = "Choose what imports take",
            description =
                    "Replaces the scope as a whole, and holds from the next run on; a run that has begun keeps to what it "
                            + "began with, also when it is resumed. What was imported before stays. Companies are always imported; time entries come only with tickets or projects, and are "
                            + "left out where both of these are.")
    @ApiResponse(responseCode = "200", description = "The scope as it is now", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "No import can keep to it",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @FindsMigration
    @RefusesState
    ScopeResponse change(@PathVariable UUID id, @Valid @RequestBody ScopeRequest request) {
        List<KindRequest> kinds = request.entities() == null ? List.of() : request.entities();
        return response(scopes.change(
                new MigrationId(id),
                new Wish(
                        request.history(),
                        request.since(),
                        formats.zone(),
                        kinds.stream()
                                .map(kind -> new Kind(kind.entity(), kind.included()))
                                .toList(),
                        files(request.files()))));
    }

    private static Files files(@Nullable FilesRequest files) {
        return files == null ? Files.ALL : new Files(files.since(), files.upTo());
    }

    private ScopeResponse response(Scope scope) {
        return ScopeResponse.of(scope, scopes.kinds(scope));
    }

    @ExceptionHandler
    ProblemDetail refused(ScopeRefused refusal) {
        ProblemDetail problem =
                Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "scope-refused", refusal.getMessage());
        problem.setProperty("field", refusal.field());
        return problem;
    }
}
