package app.ascent.crm.web;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
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

/** Contacts, for programs. */
@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "Contacts")
class ContactController {

    private final Contacts contacts;
    private final CurrentUser currentUser;

    ContactController(Contacts contacts, CurrentUser currentUser) {
        this.contacts = contacts;
        this.currentUser = currentUser;
    }

    /** A contact as programs see it; {@code source} is null for one that was created in Ascent. */
    record ContactBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("primaryClaim") ContactFields fields,
            boolean primary,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static ContactBody of(ContactView contact) {
            return new ContactBody(
                    contact.id().value(),
                    contact.fields(),
                    contact.primary(),
                    SourceBody.of(contact.source()),
                    contact.created(),
                    contact.updated(),
                    contact.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('contacts.read')")
    @Operation(summary = "Lists contacts by name; search looks in name, email addresses and phone numbers")
    Listing<ContactBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID clientId,
            @RequestParam(required = false) @Nullable RecordStatus status,
            @Valid @ParameterObject Paging paging) {
        ClientId client = clientId == null ? null : new ClientId(clientId);
        return Listing.of(
                contacts.list(
                        currentUser.organization(), new ContactFilter(search, client, status, null), paging.pageable()),
                ContactBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.read')")
    ContactBody show(@PathVariable UUID id) {
        return ContactBody.of(contacts.get(currentUser.organization(), new ContactId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('contacts.create')")
    @Operation(summary = "Creates a contact; as primary contact it takes the place of its client's present one")
    ResponseEntity<ContactBody> create(@RequestBody Entered entered) {
        ContactView created = contacts.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/contacts/" + created.id()))
                .body(ContactBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the contact's the answer is 409, and nothing is changed.")
    ContactBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return ContactBody.of(contacts.update(currentUser.organization(), new ContactId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        contacts.delete(currentUser.organization(), new ContactId(id));
    }
}
