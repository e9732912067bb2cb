package app.ascent.desk.time.web;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeEntryId;
import app.ascent.desk.time.TimeEntryView;
import app.ascent.desk.time.TimeFilter;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.field.Entered;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
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

/** Time entries, for programs. */
@RestController
@RequestMapping("/api/v1/time-entries")
@Tag(name = "Time entries")
class TimeEntryController {

    private static final Sort LATEST = Sort.by(Sort.Direction.DESC, "date");

    private final TimeEntries entries;
    private final CurrentUser currentUser;

    TimeEntryController(TimeEntries entries, CurrentUser currentUser) {
        this.entries = entries;
        this.currentUser = currentUser;
    }

    /** A time entry as programs see it; {@code source} is null for one that was logged in Ascent. */
    record TimeEntryBody(
            UUID id,
            @JsonUnwrapped TimeEntryFields fields,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static TimeEntryBody of(TimeEntryView entry) {
            return new TimeEntryBody(
                    entry.id().value(),
                    entry.fields(),
                    SourceBody.of(entry.source()),
                    entry.created(),
                    entry.updated(),
                    entry.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('time_entries.read')")
    @Operation(
            summary =
                    "Lists time entries, the latest first; search looks in description, the name of whoever is no user, and invoice number",
            description =
                    "That of a project has the time of all its tasks. from and to are the first and the last day.")
    Listing<TimeEntryBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID clientId,
            @RequestParam(required = false) @Nullable UUID ticketId,
            @RequestParam(required = false) @Nullable UUID taskId,
            @RequestParam(required = false) @Nullable UUID projectId,
            @RequestParam(required = false) @Nullable UUID contractId,
            @RequestParam(required = false) @Nullable UUID userId,
            @RequestParam(required = false) @Nullable String userName,
            @RequestParam(required = false) @Nullable BillingState billingState,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Valid @ParameterObject Paging paging) {
        TimeFilter filter = new TimeFilter(
                search,
                id(clientId, ClientId::new),
                id(ticketId, TicketId::new),
                id(taskId, TaskId::new),
                id(projectId, ProjectId::new),
                id(contractId, ContractId::new),
                id(userId, UserId::new),
                userName,
                billingState,
                from,
                to);
        return Listing.of(entries.list(currentUser.organization(), filter, paging.pageable(LATEST)), TimeEntryBody::of);
    }

    private static <I> @Nullable I id(@Nullable UUID value, Function<UUID, I> type) {
        return value == null ? null : type.apply(value);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('time_entries.read')")
    TimeEntryBody show(@PathVariable UUID id) {
        return TimeEntryBody.of(entries.get(currentUser.organization(), new TimeEntryId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('time_entries.create')")
    @Operation(
            summary = "Logs time on a ticket, a task, a project, or for a client alone",
            description =
                    """
                    The client is that of the ticket or the project, and a task's project follows from it: both may be left out. Without \
                    a date it is today; without userId and userName it is the time of whoever sends it; without minutes it took from \
                    startAt to endAt; without billable it is. billingState and invoiceNumber are answered, and ignored when sent.""")
    ResponseEntity<TimeEntryBody> create(@RequestBody Entered entered) {
        TimeEntryView created = entries.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/time-entries/" + created.id()))
                .body(TimeEntryBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('time_entries.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty, but the date and whose time it is stay",
            description =
                    """
                    With a version that is no longer the entry's the answer is 409, and nothing is changed. So it is, as \
                    time-entry-billed, once the entry is approved or invoiced.""")
    TimeEntryBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return TimeEntryBody.of(entries.update(currentUser.organization(), new TimeEntryId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('time_entries.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a time entry; 409, as time-entry-billed, once it is approved or invoiced")
    void delete(@PathVariable UUID id) {
        entries.delete(currentUser.organization(), new TimeEntryId(id));
    }
}
