package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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

/** Clients, for programs. */
@RestController
@RequestMapping("/api/v1/clients")
@Tag(name = "Clients")
class ClientController {

    private final Clients clients;
    private final CurrentUser currentUser;

    ClientController(Clients clients, CurrentUser currentUser) {
        this.clients = clients;
        this.currentUser = currentUser;
    }

    /** A client as programs see it; {@code source} is null for one that was created in Ascent. */
    record ClientBody(
            UUID id,
            @JsonUnwrapped ClientFields fields,
            @Nullable UUID parentId,
            @Nullable UUID primaryContactId,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static ClientBody of(ClientView client) {
            return new ClientBody(
                    client.id().value(),
                    client.fields(),
                    client.parent() == null ? null : client.parent().value(),
                    client.primaryContact() == null
                            ? null
                            : client.primaryContact().value(),
                    SourceBody.of(client.source()),
                    client.created(),
                    client.updated(),
                    client.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('clients.read')")
    @Operation(summary = "Lists clients by name; search looks in name, number, website and phone numbers")
    Listing<ClientBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable ClientType type,
            @RequestParam(required = false) @Nullable RecordStatus status,
            @Valid @ParameterObject Paging paging) {
        return Listing.of(
                clients.list(
                        currentUser.organization(), new ClientFilter(search, type, status, null), paging.pageable()),
                ClientBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.read')")
    ClientBody show(@PathVariable UUID id) {
        return ClientBody.of(clients.get(currentUser.organization(), new ClientId(id)));
    }

    @PostMapping
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ClientBody.class))))
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('clients.create')")
    ResponseEntity<ClientBody> create(@RequestBody Entered entered) {
        ClientView created = clients.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/clients/" + created.id()))
                .body(ClientBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the client's the answer is 409, and nothing is changed.")
    ClientBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return ClientBody.of(clients.update(currentUser.organization(), new ClientId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a client that has neither contacts nor clients below it; otherwise 409")
    void delete(@PathVariable UUID id) {
        clients.delete(currentUser.organization(), new ClientId(id));
    }
}
