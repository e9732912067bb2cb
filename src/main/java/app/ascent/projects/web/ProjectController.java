package app.ascent.projects.web;

import app.ascent.crm.ClientId;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectFilter;
import app.ascent.projects.ProjectFilter.Standing;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects, for programs. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects")
class ProjectController {

    private final Projects projects;
    private final CurrentUser currentUser;

    ProjectController(Projects projects, CurrentUser currentUser) {
        this.projects = projects;
        this.currentUser = currentUser;
    }

    /** A project as programs see it; {@code source} is null for one that was created in Ascent. */
    record ProjectBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("sourceNumber") ProjectFields fields,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static ProjectBody of(ProjectView project) {
            return new ProjectBody(
                    project.id().value(),
                    project.fields(),
                    SourceBody.of(project.source(), project.fields().sourceNumber()),
                    project.created(),
                    project.updated(),
                    project.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('projects.read')")
    @Operation(
            summary =
                    "Lists projects, the latest start first; search looks in name, number, the source's number and lead name")
    Listing<ProjectBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID clientId,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable UUID leadId,
            @Valid @ParameterObject Paging paging) {
        ProjectFilter filter = new ProjectFilter(
                search,
                clientId == null ? null : new ClientId(clientId),
                null,
                leadId == null ? null : new UserId(leadId),
                status == null ? null : Standing.of(status));
        return Listing.of(
                projects.list(
                        currentUser.organization(), filter, paging.pageable(Sort.by(Sort.Direction.DESC, "start"))),
                ProjectBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.read')")
    ProjectBody show(@PathVariable UUID id) {
        return ProjectBody.of(projects.get(currentUser.organization(), new ProjectId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('projects.create')")
    @Operation(summary = "Creates a project", description = "Ascent gives the number; one that is sent is ignored.")
    ResponseEntity<ProjectBody> create(@RequestBody Entered entered) {
        ProjectView created = projects.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + created.id()))
                .body(ProjectBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the project's the answer is 409, and nothing is changed.")
    ProjectBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return ProjectBody.of(projects.update(currentUser.organization(), new ProjectId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a project with its phases; 409 while something belongs to it")
    void delete(@PathVariable UUID id) {
        projects.delete(currentUser.organization(), new ProjectId(id));
    }
}
