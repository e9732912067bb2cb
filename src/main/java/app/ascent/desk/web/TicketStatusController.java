package app.ascent.desk.web;

import app.ascent.desk.Colour;
import app.ascent.desk.SystemStatusKept;
import app.ascent.desk.TicketStatus;
import app.ascent.desk.TicketStatusId;
import app.ascent.desk.TicketStatuses;
import app.ascent.identity.CurrentUser;
import app.ascent.record.field.Entered;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import app.ascent.web.Problems;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The statuses that tickets can have, for programs. */
@RestController
@RequestMapping("/api/v1/ticket-statuses")
@Tag(name = "Tickets")
class TicketStatusController {

    private final TicketStatuses statuses;
    private final CurrentUser currentUser;

    TicketStatusController(TicketStatuses statuses, CurrentUser currentUser) {
        this.statuses = statuses;
        this.currentUser = currentUser;
    }

    /** A status as programs see it; a system one is in every organization, and a new ticket has the default one. */
    record StatusBody(
            UUID id,
            String name,
            Colour colour,
            boolean closed,
            boolean system,
            @JsonProperty("default") boolean preset,
            long version) {

        static StatusBody of(TicketStatus status) {
            return new StatusBody(
                    status.id().value(),
                    status.name(),
                    status.colour(),
                    status.closed(),
                    status.system(),
                    status.preset(),
                    status.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('tickets.read')")
    @Operation(summary = "Lists statuses in the order in which they are offered")
    Listing<StatusBody> list(@Valid @ParameterObject Paging paging) {
        return Slices.of(statuses.all(currentUser.organization()), paging, StatusBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.read')")
    StatusBody show(@PathVariable UUID id) {
        return StatusBody.of(statuses.get(currentUser.organization(), new TicketStatusId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('tickets.customize')")
    @Operation(summary = "Adds a status of the organization's own")
    ResponseEntity<StatusBody> create(@RequestBody Entered entered) {
        TicketStatus created = statuses.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/ticket-statuses/" + created.id()))
                .body(StatusBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.customize')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "Of a system status nothing changes but whether it is the default; anything else is a 409.")
    StatusBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return StatusBody.of(statuses.update(currentUser.organization(), new TicketStatusId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.customize')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a status; 409 while tickets have it, unless moveTo names the status they get instead")
    void delete(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID moveTo) {
        statuses.delete(
                currentUser.organization(), new TicketStatusId(id), moveTo == null ? null : new TicketStatusId(moveTo));
    }

    @ExceptionHandler
    ProblemDetail kept(SystemStatusKept refusal) {
        return Problems.problem(
                HttpStatus.CONFLICT,
                "system-status",
                "Every organization has this status. It can be made the default and not be changed otherwise.");
    }
}
