package app.ascent.crm.web;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactDraft;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
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
import java.util.List;
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
            UUID clientId,
            @Nullable String firstName,
            String lastName,
            @Nullable String middleName,
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable String jobTitle,
            @Nullable String email,
            List<String> otherEmails,
            @Nullable String phone,
            @Nullable String extension,
            @Nullable String mobile,
            @Nullable String alternatePhone,
            @Nullable String fax,
            boolean primary,
            RecordStatus status,
            boolean receivesEmailNotifications,
            boolean marketingOptOut,
            @Nullable String address1,
            @Nullable String address2,
            @Nullable String additionalAddress,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String room,
            @Nullable String linkedIn,
            @Nullable String facebook,
            @Nullable String twitter,
            @Nullable String notes,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static ContactBody of(ContactView contact) {
            ContactFields fields = contact.fields();
            return new ContactBody(
                    contact.id().value(),
                    fields.client().value(),
                    fields.firstName(),
                    fields.lastName(),
                    fields.middleName(),
                    fields.prefix(),
                    fields.suffix(),
                    fields.jobTitle(),
                    fields.email(),
                    fields.otherEmails(),
                    fields.phone(),
                    fields.extension(),
                    fields.mobile(),
                    fields.alternatePhone(),
                    fields.fax(),
                    contact.primary(),
                    fields.status(),
                    fields.receivesEmailNotifications(),
                    fields.marketingOptOut(),
                    fields.address1(),
                    fields.address2(),
                    fields.additionalAddress(),
                    fields.city(),
                    fields.state(),
                    fields.postalCode(),
                    fields.country(),
                    fields.room(),
                    fields.linkedIn(),
                    fields.facebook(),
                    fields.twitter(),
                    fields.notes(),
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
    ResponseEntity<ContactBody> create(@RequestBody ContactDraft draft) {
        ContactView created = contacts.create(currentUser.organization(), draft);
        return ResponseEntity.created(URI.create("/api/v1/contacts/" + created.id()))
                .body(ContactBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the contact's the answer is 409, and nothing is changed.")
    ContactBody replace(@PathVariable UUID id, @RequestBody ContactDraft draft) {
        return ContactBody.of(contacts.update(currentUser.organization(), new ContactId(id), draft));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        contacts.delete(currentUser.organization(), new ContactId(id));
    }
}
