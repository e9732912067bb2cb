package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.projects.PhaseId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskFilter;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskStatus;
import app.ascent.projects.TaskView;
import app.ascent.projects.Tasks;
import app.ascent.record.field.Entered;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/** The tasks of projects, for programs. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Projects")
class TaskController {

    private final Tasks tasks;
    private final CurrentUser currentUser;

    TaskController(Tasks tasks, CurrentUser currentUser) {
        this.tasks = tasks;
        this.currentUser = currentUser;
    }

    /** A task as programs see it; {@code predecessorIds} are tasks of its project that it comes after. */
    record TaskBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("sourceNumber") TaskFields fields,
            List<UUID> predecessorIds,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static TaskBody of(TaskView task) {
            return new TaskBody(
                    task.id().value(),
                    task.fields(),
                    task.predecessors().stream().map(TaskId::value).toList(),
                    SourceBody.of(task.source(), task.fields().sourceNumber()),
                    task.created(),
                    task.updated(),
                    task.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('projects.read')")
    @Operation(
            summary =
                    "Lists tasks, those of one project by their number, others by title; search looks in title, the source's number and assignee name")
    Listing<TaskBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID projectId,
            @RequestParam(required = false) @Nullable UUID phaseId,
            @RequestParam(required = false) @Nullable TaskStatus status,
            @RequestParam(required = false) @Nullable UUID assigneeId,
            @Valid @ParameterObject Paging paging) {
        TaskFilter filter = new TaskFilter(
                search,
                projectId == null ? null : new ProjectId(projectId),
                phaseId == null ? null : new PhaseId(phaseId),
                assigneeId == null ? null : new UserId(assigneeId),
                null,
                status,
                false);
        Sort order = Sort.by(projectId == null ? "name" : "number");
        return Listing.of(tasks.list(currentUser.organization(), filter, paging.pageable(order)), TaskBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.read')")
    TaskBody show(@PathVariable UUID id) {
        return TaskBody.of(tasks.get(currentUser.organization(), new TaskId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('projects.update')")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TaskBody.class))),
            summary = "Adds a task to a project",
            description = "Ascent gives the number within the project; one that is sent is ignored.")
    ResponseEntity<TaskBody> create(@RequestBody Entered entered) {
        TaskView created = tasks.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + created.id()))
                .body(TaskBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.update')")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TaskBody.class))),
            summary = "Replaces all fields but the project, which stays; what is absent becomes empty",
            description = "With a version that is no longer the task's the answer is 409, and nothing is changed.")
    TaskBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return TaskBody.of(tasks.update(currentUser.organization(), new TaskId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('projects.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a task with its conversation; tasks that come after it stay")
    void delete(@PathVariable UUID id) {
        tasks.delete(currentUser.organization(), new TaskId(id));
    }
}
