package app.ascent.crm.web;

import app.ascent.crm.ClientDraft;
import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.RecordStatus;
import app.ascent.identity.CurrentUser;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
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
            String name,
            @Nullable String number,
            ClientType type,
            RecordStatus status,
            @Nullable String phone,
            @Nullable String alternatePhone,
            @Nullable String secondAlternatePhone,
            @Nullable String fax,
            @Nullable String website,
            @Nullable String address1,
            @Nullable String address2,
            @Nullable String additionalAddress,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String billingAttention,
            @Nullable String billingAddress1,
            @Nullable String billingAddress2,
            @Nullable String billingAdditionalAddress,
            @Nullable String billingCity,
            @Nullable String billingState,
            @Nullable String billingPostalCode,
            @Nullable String billingCountry,
            @Nullable String taxId,
            boolean taxExempt,
            @Nullable UUID parentId,
            @Nullable UUID primaryContactId,
            @Nullable UUID accountManagerId,
            @Nullable String industry,
            @Nullable String territory,
            @Nullable String notes,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static ClientBody of(ClientView client) {
            ClientFields fields = client.fields();
            return new ClientBody(
                    client.id().value(),
                    fields.name(),
                    fields.number(),
                    fields.type(),
                    fields.status(),
                    fields.phone(),
                    fields.alternatePhone(),
                    fields.secondAlternatePhone(),
                    fields.fax(),
                    fields.website(),
                    fields.address1(),
                    fields.address2(),
                    fields.additionalAddress(),
                    fields.city(),
                    fields.state(),
                    fields.postalCode(),
                    fields.country(),
                    fields.billingAttention(),
                    fields.billingAddress1(),
                    fields.billingAddress2(),
                    fields.billingAdditionalAddress(),
                    fields.billingCity(),
                    fields.billingState(),
                    fields.billingPostalCode(),
                    fields.billingCountry(),
                    fields.taxId(),
                    fields.taxExempt(),
                    client.parent() == null ? null : client.parent().value(),
                    client.primaryContact() == null
                            ? null
                            : client.primaryContact().value(),
                    fields.accountManager() == null
                            ? null
                            : fields.accountManager().value(),
                    fields.industry(),
                    fields.territory(),
                    fields.notes(),
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
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('clients.create')")
    ResponseEntity<ClientBody> create(@RequestBody ClientDraft draft) {
        ClientView created = clients.create(currentUser.organization(), draft);
        return ResponseEntity.created(URI.create("/api/v1/clients/" + created.id()))
                .body(ClientBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the client's the answer is 409, and nothing is changed.")
    ClientBody replace(@PathVariable UUID id, @RequestBody ClientDraft draft) {
        return ClientBody.of(clients.update(currentUser.organization(), new ClientId(id), draft));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('clients.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a client that has neither contacts nor clients below it; otherwise 409")
    void delete(@PathVariable UUID id) {
        clients.delete(currentUser.organization(), new ClientId(id));
    }
}
