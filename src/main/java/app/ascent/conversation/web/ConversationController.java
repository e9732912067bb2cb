package app.ascent.conversation.web;

import app.ascent.conversation.AuthorType;
import app.ascent.conversation.ConversationClosed;
import app.ascent.conversation.Conversations;
import app.ascent.conversation.Entry;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.EntryId;
import app.ascent.conversation.EntryKind;
import app.ascent.conversation.NoteFields;
import app.ascent.conversation.Owner;
import app.ascent.conversation.Visibility;
import app.ascent.identity.CurrentUser;
import app.ascent.record.field.Entered;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import app.ascent.web.Problems;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was said about records of any kind that has conversations, for programs. */
@RestController
@RequestMapping("/api/v1/{kind}/{id}/conversation")
@PreAuthorize("isAuthenticated()")
@Tag(name = "Conversations")
class ConversationController {

    private final Conversations conversations;
    private final ConversationRights rights;
    private final CurrentUser currentUser;

    ConversationController(Conversations conversations, ConversationRights rights, CurrentUser currentUser) {
        this.conversations = conversations;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /** Before what was sent is looked at: the kind of the record says who may, which no rule at a handler knows. */
    @ModelAttribute
    void demandRight(@PathVariable String kind, HttpMethod method) {
        rights.demand(kind, method);
    }

    /** @param id of a user or a contact; null for a mere name, and for the system */
    record AuthorBody(AuthorType type, @Nullable UUID id, @Nullable String name) {}

    /** @param bodyCut whether the body is its beginning alone; the entry's own address has all of it */
    record EntryBody(
            UUID id,
            Instant at,
            AuthorBody author,
            Visibility visibility,
            EntryKind kind,
            @Nullable String heading,
            String body,
            boolean bodyCut,
            List<UUID> attachmentIds,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt) {

        static EntryBody of(Entry entry) {
            EntryFields fields = entry.fields();
            return new EntryBody(
                    entry.id().value(),
                    fields.at(),
                    new AuthorBody(
                            fields.authorType(),
                            fields.authorId() == null ? null : fields.authorId().value(),
                            entry.author()),
                    fields.visibility(),
                    fields.kind(),
                    fields.heading(),
                    fields.body(),
                    entry.cut(),
                    entry.files().stream().map(file -> file.id().value()).toList(),
                    entry.source() == null ? null : SourceBody.of(entry.source()),
                    entry.created(),
                    entry.updated());
        }
    }

    @GetMapping
    @Operation(
            summary = "Lists what was said, the oldest first",
            description = "Of a body of more than 20,000 characters the beginning is listed.")
    Listing<EntryBody> list(@PathVariable String kind, @PathVariable UUID id, @Valid @ParameterObject Paging paging) {
        return Listing.of(
                conversations.list(currentUser.organization(), new Owner(kind, id), paging.pageable()), EntryBody::of);
    }

    @GetMapping("/{entry}")
    @Operation(summary = "One entry with all it says")
    EntryBody show(@PathVariable String kind, @PathVariable UUID id, @PathVariable UUID entry) {
        return EntryBody.of(conversations.get(currentUser.organization(), new Owner(kind, id), new EntryId(entry)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NoteFields.class))),
            summary = "Adds a note; without a visibility it is INTERNAL",
            description = "Files are attached to it afterwards, by its id.")
    ResponseEntity<EntryBody> add(@PathVariable String kind, @PathVariable UUID id, @RequestBody Entered entered) {
        Entry added = conversations.add(currentUser.organization(), new Owner(kind, id), entered, List.of());
        return ResponseEntity.created(URI.create("/api/v1/%s/%s/conversation/%s".formatted(kind, id, added.id())))
                .body(EntryBody.of(added));
    }

    @ExceptionHandler
    ProblemDetail closed(ConversationClosed refusal) {
        return Problems.problem(
                HttpStatus.CONFLICT, "conversation-closed", "It is closed. Reopen it to add to its conversation.");
    }
}
