package app.ascent.journey.pace;

import app.ascent.autotask.Pace;
import app.ascent.autotask.PaceRefused;
import app.ascent.autotask.QuietHours;
import app.ascent.importing.MigrationPace;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** How gently a migration calls Autotask, for programs. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}/pace")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Autotask migration pace", description = "Share of the hourly quota, and quiet hours. For the Owner alone.")
class PaceController {

    /** @param quotaShare percent of the tenant's hourly calls at which Ascent stops */
    record PaceBody(@NotNull Integer quotaShare, @Nullable @Valid Quiet quietHours) {}

    /**
     * @param from as {@code 08:00}
     * @param zone as {@code Europe/Berlin}
     */
    record Quiet(@NotNull String from, @NotNull String to, @NotNull String zone) {}

    private final MigrationPace paces;

    PaceController(MigrationPace paces) {
        this.paces = paces;
    }

    @GetMapping
    @Operation(summary = "Show the pace")
    @ApiResponse(responseCode = "200", description = "The pace", useReturnTypeSchema = true)
    @FindsMigration
    PaceBody show(@PathVariable UUID id) {
        Pace pace = paces.of(new MigrationId(id));
        QuietHours quiet = pace.quietHours();
        return new PaceBody(
                pace.sharePercent(),
                quiet == null
                        ? null
                        : new Quiet(
                                quiet.from().toString(),
                                quiet.to().toString(),
                                quiet.zone().getId()));
    }

    @PutMapping
    @Operation(
            summary = "Change the pace",
            description =
                    "Holds from the next call on, also of a run under way. In quiet hours an import makes no call.")
    @ApiResponse(responseCode = "200", description = "The pace as it is now", useReturnTypeSchema = true)
    @FindsMigration
    PaceBody change(@PathVariable UUID id, @Valid @RequestBody PaceBody body) {
        Quiet quiet = body.quietHours();
        paces.change(
                new MigrationId(id),
                new Pace(
                        body.quotaShare(),
                        quiet == null ? null : QuietHours.of(quiet.from(), quiet.to(), quiet.zone())));
        return show(id);
    }

    @ExceptionHandler
    ProblemDetail refused(PaceRefused refusal) {
        ProblemDetail problem =
                Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "pace-refused", refusal.getMessage());
        problem.setProperty("field", refusal.field());
        return problem;
    }
}
