package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseView;
import app.ascent.projects.Phases;
import app.ascent.projects.ProjectId;
import app.ascent.projects.Projects;
import app.ascent.record.field.Entered;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
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

/** The phases of a project, for programs. */
@RestController
@RequestMapping("/api/v1/projects/{project}/phases")
@Tag(name = "Projects")
class PhaseController {

    private final Projects projects;
    private final Phases phases;
    private final CurrentUser currentUser;

    PhaseController(Projects projects, Phases phases, CurrentUser currentUser) {
        this.projects = projects;
        this.phases = phases;
        this.currentUser = currentUser;
    }

    /** A phase as programs see it; {@code parentId} is null at the top. */
    record PhaseBody(
            UUID id,
            @Nullable UUID parentId,
            @JsonUnwrapped @JsonIgnoreProperties("projectId") PhaseFields fields,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static PhaseBody of(PhaseView phase) {
            PhaseId parent = phase.parent();
            return new PhaseBody(
                    phase.id().value(),
                    parent == null ? null : parent.value(),
                    phase.fields(),
                    SourceBody.of(phase.source()),
                    phase.created(),
                    phase.updated(),
                    phase.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('projects.read')")
    @Operation(summary = "Lists the phases of a project, the first to start first; those without a start come last")
    Listing<PhaseBody> list(@PathVariable UUID project, @Valid @ParameterObject Paging paging) {
        ProjectId id = existing(project);
        return Listing.of(
                phases.list(currentUser.organization(), id, paging.pageable(Sort.by("start"))), PhaseBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.read')")
    PhaseBody show(@PathVariable UUID project, @PathVariable UUID id) {
        return PhaseBody.of(phase(project, id));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('projects.update')")
    @Operation(summary = "Adds a phase to a project")
    ResponseEntity<PhaseBody> create(@PathVariable UUID project, @RequestBody Entered entered) {
        PhaseView created = phases.create(currentUser.organization(), entered.with("projectId", existing(project)));
        return ResponseEntity.created(URI.create("/api/v1/projects/%s/phases/%s".formatted(project, created.id())))
                .body(PhaseBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the phase's the answer is 409, and nothing is changed.")
    PhaseBody replace(@PathVariable UUID project, @PathVariable UUID id, @RequestBody Entered entered) {
        PhaseId phase = phase(project, id).id();
        return PhaseBody.of(phases.update(currentUser.organization(), phase, entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a phase; 409 while others are part of it")
    void delete(@PathVariable UUID project, @PathVariable UUID id) {
        phases.delete(currentUser.organization(), phase(project, id).id());
    }

    private ProjectId existing(UUID project) {
        return projects.get(currentUser.organization(), new ProjectId(project)).id();
    }

    private PhaseView phase(UUID project, UUID id) {
        return phases.get(currentUser.organization(), new ProjectId(project), new PhaseId(id));
    }
}
