package app.ascent.desk.web;

import app.ascent.assets.AssetId;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.desk.DateRange;
import app.ascent.desk.Label;
import app.ascent.desk.TicketCategoryId;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketFilter;
import app.ascent.desk.TicketFilter.Standing;
import app.ascent.desk.TicketId;
import app.ascent.desk.TicketStatusId;
import app.ascent.desk.TicketView;
import app.ascent.desk.Tickets;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.record.Priority;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets, for programs. */
@RestController
@RequestMapping("/api/v1/tickets")
@Tag(name = "Tickets")
class TicketController {

    private static final String CLOSED = "A closed ticket answers 409 until it is reopened.";

    private final Tickets tickets;
    private final CurrentUser currentUser;

    TicketController(Tickets tickets, CurrentUser currentUser) {
        this.tickets = tickets;
        this.currentUser = currentUser;
    }

    /** A ticket as programs see it; {@code status} and {@code category} are names, and {@code source} is null for one of Ascent's own. */
    record TicketBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("sourceNumber") TicketFields fields,
            String status,
            @Nullable String category,
            @Nullable UUID problemTicketId,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static TicketBody of(TicketView ticket) {
            Label category = ticket.category();
            TicketId problem = ticket.problemId();
            return new TicketBody(
                    ticket.id().value(),
                    ticket.fields(),
                    ticket.status().name(),
                    category == null ? null : category.name(),
                    problem == null ? null : problem.value(),
                    SourceBody.of(ticket.source(), ticket.fields().sourceNumber()),
                    ticket.created(),
                    ticket.updated(),
                    ticket.version());
        }
    }

    /** What a list is narrowed to. */
    record Wanted(
            @Nullable String search,
            @Nullable Boolean open,
            @Nullable UUID status,
            @Nullable Priority priority,
            @Nullable UUID clientId,
            @Nullable UUID assigneeId,
            @Nullable Boolean unassigned,
            @Nullable UUID contactId,
            @Nullable UUID contractId,
            @Nullable UUID assetId,
            @Nullable UUID projectId,
            @Nullable UUID problemTicketId,
            @Nullable UUID categoryId,
            @Nullable String queue,
            @Nullable String tag,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        TicketFilter filter() {
            Standing standing = open == null ? Standing.ANY : open ? Standing.OPEN : Standing.CLOSED;
            return TicketFilter.builder()
                    .search(search)
                    .standing(standing)
                    .status(id(status, TicketStatusId::new))
                    .priority(priority)
                    .client(id(clientId, ClientId::new))
                    .assignee(id(assigneeId, UserId::new))
                    .unassigned(Boolean.TRUE.equals(unassigned))
                    .contact(id(contactId, ContactId::new))
                    .contract(id(contractId, ContractId::new))
                    .asset(id(assetId, AssetId::new))
                    .project(id(projectId, ProjectId::new))
                    .problem(id(problemTicketId, TicketId::new))
                    .category(id(categoryId, TicketCategoryId::new))
                    .queue(queue)
                    .tag(tag)
                    .created(new DateRange(from, to))
                    .build();
        }

        private static <I> @Nullable I id(@Nullable UUID value, Function<UUID, I> type) {
            return value == null ? null : type.apply(value);
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('tickets.read')")
    @Operation(
            summary =
                    "Lists tickets, the latest activity first; search looks in subject, number, the source's number, assignee name and tags",
            description =
                    "from and to are the first and the last day on which tickets were opened, as the organization counts days.")
    Listing<TicketBody> list(@ParameterObject Wanted wanted, @Valid @ParameterObject Paging paging) {
        return Listing.of(
                tickets.list(
                        currentUser.organization(),
                        wanted.filter(),
                        paging.pageable(Sort.by(Sort.Direction.DESC, "activity"))),
                TicketBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.read')")
    TicketBody show(@PathVariable UUID id) {
        return TicketBody.of(tickets.get(currentUser.organization(), new TicketId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('tickets.create')")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TicketBody.class))),
            summary = "Creates a ticket",
            description =
                    "Ascent gives the number and the times but the due one; those that are sent are ignored. Without a status it has the default one.")
    ResponseEntity<TicketBody> create(@RequestBody Entered entered) {
        TicketView created = tickets.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + created.id()))
                .body(TicketBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.update')")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TicketBody.class))),
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the ticket's the answer is 409, and nothing is changed. "
                    + CLOSED)
    TicketBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return TicketBody.of(tickets.update(currentUser.organization(), new TicketId(id), entered));
    }

    @PostMapping("/{id}/reopen")
    @PreAuthorize("hasAuthority('tickets.update')")
    @Operation(summary = "Makes a closed ticket an open one; one that is open stays as it is")
    TicketBody reopen(@PathVariable UUID id) {
        return TicketBody.of(tickets.reopen(currentUser.organization(), new TicketId(id)));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a ticket with its conversation, closed or not; 409 while something belongs to it")
    void delete(@PathVariable UUID id) {
        tickets.delete(currentUser.organization(), new TicketId(id));
    }
}
