package app.ascent.journey.edits;

import app.ascent.importing.EditPreview;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.migration.LostEdits;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a run in which Autotask wins would overwrite, for programs. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}/edits")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Autotask migration edits", description = "What people changed in Ascent. For the Owner alone.")
class EditController {

    /**
     * @param field Autotask's name of the field
     * @param inAscent what people see there now, null where they emptied it
     * @param inAutotask what would take its place, as Autotask was last read
     */
    record EditResponse(
            String entity,
            String sourceId,
            UUID targetId,
            @Nullable String name,
            String field,
            @Nullable String inAscent,
            @Nullable String inAutotask) {

        static EditResponse of(LostEdits.LostEdit edit) {
            return new EditResponse(
                    edit.entity(),
                    edit.sourceId().toString(),
                    edit.targetId(),
                    edit.name(),
                    edit.sourceField(),
                    edit.inAscent(),
                    edit.inSource());
        }
    }

    /**
     * @param total edits in all
     * @param records in how many records they are
     * @param complete false where so many records were edited that not all of them were looked at
     */
    record EditListing(List<EditResponse> items, int page, int size, long total, long records, boolean complete) {}

    private final EditPreview preview;

    EditController(EditPreview preview) {
        this.preview = preview;
    }

    @GetMapping
    @Operation(
            summary = "List edits that would be lost",
            description =
                    "Every value that people wrote in Ascent and a start with the rule AUTOTASK_WINS would overwrite, as "
                            + "far as Autotask is known from the last run. Costs no call.")
    @ApiResponse(responseCode = "200", description = "The edits", useReturnTypeSchema = true)
    @FindsMigration
    EditListing list(@PathVariable UUID id, @Valid Paging paging) {
        LostEdits.Preview found = preview.of(new MigrationId(id));
        Pageable page = paging.pageable();
        return new EditListing(
                found.edits().stream()
                        .skip(page.getOffset())
                        .limit(page.getPageSize())
                        .map(EditResponse::of)
                        .toList(),
                page.getPageNumber(),
                page.getPageSize(),
                found.edits().size(),
                found.records(),
                found.all());
    }
}
