package app.ascent.files.web;

import app.ascent.files.Attachment;
import app.ascent.files.AttachmentFields;
import app.ascent.files.AttachmentId;
import app.ascent.files.AttachmentKind;
import app.ascent.files.AttachmentRefused;
import app.ascent.files.AttachmentRights;
import app.ascent.files.Attachments;
import app.ascent.files.ContentsAway;
import app.ascent.files.Owner;
import app.ascent.files.UploaderType;
import app.ascent.files.Uploads;
import app.ascent.files.Visibility;
import app.ascent.identity.CurrentUser;
import app.ascent.record.page.ProblemWords;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import app.ascent.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is attached to records of any kind, for programs. */
@RestController
@RequestMapping("/api/v1/attachments")
@PreAuthorize("isAuthenticated()")
@Tag(name = "Attachments")
class AttachmentController {

    private static final String OWNER =
            "What it is attached to, as tickets:<id>; companies, contracts, assets, projects,"
                    + " tasks, tickets, timeEntries, and ticketNotes, projectNotes or taskNotes for an entry of a conversation";

    private final Attachments attachments;
    private final AttachmentRights rights;
    private final Uploads uploads;
    private final Downloads downloads;
    private final ProblemWords words;
    private final CurrentUser currentUser;

    AttachmentController(
            Attachments attachments,
            AttachmentRights rights,
            Uploads uploads,
            Downloads downloads,
            ProblemWords words,
            CurrentUser currentUser) {
        this.attachments = attachments;
        this.rights = rights;
        this.uploads = uploads;
        this.downloads = downloads;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** @param id of a user or a contact; null for a mere name, and for nobody */
    record UploaderBody(UploaderType type, @Nullable UUID id, @Nullable String name) {}

    /** @param kind plural in addresses; entries for an entry of a conversation */
    record OwnerBody(String kind, UUID id) {}

    record AttachmentBody(
            UUID id,
            String name,
            @Nullable String contentType,
            @Nullable Long size,
            @Nullable String sha256,
            AttachmentKind kind,
            @Nullable String url,
            Visibility visibility,
            Instant uploadedAt,
            UploaderBody uploadedBy,
            OwnerBody owner,
            @Nullable SourceBody source) {

        static AttachmentBody of(Attachment attachment) {
            AttachmentFields fields = attachment.fields();
            return new AttachmentBody(
                    attachment.id().value(),
                    fields.name(),
                    fields.contentType(),
                    fields.size(),
                    fields.sha256(),
                    fields.kind(),
                    fields.url(),
                    fields.visibility(),
                    fields.uploadedAt(),
                    new UploaderBody(
                            fields.uploaderType(),
                            fields.uploaderId() == null
                                    ? null
                                    : fields.uploaderId().value(),
                            attachment.uploader()),
                    new OwnerBody(fields.ownerKind(), fields.ownerId().value()),
                    attachment.source() == null ? null : SourceBody.of(attachment.source()));
        }
    }

    @GetMapping
    @Operation(
            summary = "Lists what is attached to a record, the newest first",
            description = "Of a ticket, a project or a task also what is attached to entries of its conversation; of a"
                    + " ticket also what is attached to time that was worked on it.")
    Listing<AttachmentBody> list(
            @Parameter(description = OWNER) @RequestParam NamedOwner owner, @Valid @ParameterObject Paging paging) {
        Owner of = owner.owner();
        rights.demandRead(
                of, attachments.subject(currentUser.organization(), of).place());
        return Listing.of(
                attachments.list(currentUser.organization(), of, rights.hidden(), paging.pageable()),
                AttachmentBody::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One attachment")
    AttachmentBody show(@PathVariable UUID id) {
        return AttachmentBody.of(readable(id));
    }

    private Attachment readable(UUID id) {
        Attachment attachment = attachments.get(currentUser.organization(), new AttachmentId(id));
        rights.demandRead(attachment.owner(), attachment.place());
        return attachment;
    }

    @GetMapping("/{id}/content")
    @Operation(
            summary = "The bytes of a file",
            description = "To be saved under its name. The ETag is the SHA-256; ranges are answered.")
    @ApiResponse(responseCode = "200", description = "The file")
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange) {
        return downloads.file(readable(id), ifRange);
    }

    @GetMapping("/{id}/picture")
    @Operation(summary = "The bytes of a PNG, JPEG, GIF or WebP picture of at most 5 MB, to be shown")
    @ApiResponse(responseCode = "200", description = "The picture")
    ResponseEntity<Resource> picture(@PathVariable UUID id) {
        return downloads.picture(readable(id));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @Operation(summary = "Attaches a file; without a visibility it is INTERNAL")
    ResponseEntity<AttachmentBody> add(
            @Parameter(description = OWNER) @RequestParam NamedOwner owner,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "INTERNAL") Visibility visibility)
            throws IOException {
        Owner of = owner.owner();
        rights.demandWrite(
                of, attachments.subject(currentUser.organization(), of).place());
        attachments.check(currentUser.organization(), of);
        Attachment added = attachments
                .add(
                        currentUser.organization(),
                        of,
                        uploads.receive(currentUser.organization(), List.of(file)),
                        visibility)
                .getFirst();
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + added.id()))
                .body(AttachmentBody.of(added));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes an attachment")
    void delete(@PathVariable UUID id) {
        Attachment attachment = readable(id);
        rights.demandWrite(attachment.owner(), attachment.place());
        attachments.delete(currentUser.organization(), attachment.id());
    }

    @ExceptionHandler
    ProblemDetail refused(AttachmentRefused refusal) {
        HttpStatus status =
                switch (refusal) {
                    case AttachmentRefused.Empty _, AttachmentRefused.TooMany _ -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case AttachmentRefused.TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
                    case AttachmentRefused.Closed _ -> HttpStatus.CONFLICT;
                };
        return Problems.problem(status, refusal.problem().code(), words.say(refusal.problem()));
    }

    @ExceptionHandler
    ProblemDetail away(ContentsAway away) {
        return Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "files-unavailable", String.valueOf(away.getMessage()));
    }
}
