package app.ascent.files;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.Change;
import app.ascent.files.AttachmentRows.Some;
import app.ascent.files.AttachmentsOf.Subject;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.record.RecordRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is attached to records, as people see it and add to it; who may, the kind of the record says. Each of these throws
 * {@link RecordRefused.Unknown} where there is no such record or attachment, and for another organization's.
 */
@Service
public class Attachments {

    private final AttachmentRows rows;
    private final AttachmentKinds kinds;
    private final FilesProperties properties;
    private final Users users;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    Attachments(
            AttachmentRows rows,
            AttachmentKinds kinds,
            FilesProperties properties,
            Users users,
            Audit audit,
            CurrentUser currentUser,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.properties = properties;
        this.users = users;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What files are attached to. */
    @Transactional(readOnly = true)
    public Subject subject(OrganizationId organization, Owner owner) {
        return kinds.subject(organization, owner);
    }

    /**
     * All that is listed on the page of a record, or is attached to what has no page of its own; the newest first.
     *
     * @param hidden kinds of record whose attachments are left out
     */
    @Transactional(readOnly = true)
    public Page<Attachment> list(
            OrganizationId organization, Owner owner, Collection<String> hidden, Pageable pageable) {
        Page<Attachment> page = rows.page(some(organization, owner, hidden), pageable);
        return new PageImpl<>(named(organization, page.getContent()), pageable, page.getTotalElements());
    }

    /** How many {@link #list} has. */
    @Transactional(readOnly = true)
    public long count(OrganizationId organization, Owner owner, Collection<String> hidden) {
        return rows.count(some(organization, owner, hidden));
    }

    private Some some(OrganizationId organization, Owner owner, Collection<String> hidden) {
        boolean listed = kinds.subject(organization, owner).place().equals(owner);
        return new Some(organization, owner, listed, hidden);
    }

    /** What is attached to some records of one kind, the oldest first; of each no more than so many. */
    @Transactional(readOnly = true)
    public List<Attachment> of(OrganizationId organization, String kind, Collection<UUID> owners, int each) {
        return owners.isEmpty() ? List.of() : named(organization, rows.of(organization, kind, owners, each));
    }

    @Transactional(readOnly = true)
    public Attachment get(OrganizationId organization, AttachmentId id) {
        return named(organization, List.of(found(organization, id))).getFirst();
    }

    private Attachment found(OrganizationId organization, AttachmentId id) {
        return rows.find(organization, id).orElseThrow(() -> new RecordRefused.Unknown(id.value()));
    }

    /**
     * Whether something could be attached now, before anybody sends it.
     *
     * @throws AttachmentRefused with the reason
     */
    @Transactional(readOnly = true)
    public void check(OrganizationId organization, Owner owner) {
        check(organization, owner, 1);
    }

    private Subject check(OrganizationId organization, Owner owner, int more) {
        Subject subject = kinds.subject(organization, owner);
        if (subject.closed()) {
            throw new AttachmentRefused.Closed();
        }
        if (rows.uploaded(organization, subject.place()) + more > properties.perRecord()) {
            throw new AttachmentRefused.TooMany(properties.perRecord());
        }
        return subject;
    }

    /**
     * Attaches what somebody sent.
     *
     * @throws AttachmentRefused with the reason
     */
    @Transactional
    public List<Attachment> add(OrganizationId organization, Owner owner, List<Arrived> files, Visibility visibility) {
        if (files.isEmpty()) {
            return List.of();
        }
        kinds.held(organization, List.of(owner));
        Subject subject = check(organization, owner, files.size());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Attachment> added = files.stream()
                .map(file -> add(organization, owner, subject, file, visibility, now))
                .toList();
        tell(
                subject,
                files.stream()
                        .map(file -> new Change(Audit.HAPPENED, null, "File added: " + file.name()))
                        .toList());
        return added;
    }

    private Attachment add(
            OrganizationId organization,
            Owner owner,
            Subject subject,
            Arrived file,
            Visibility visibility,
            Instant now) {
        SignedInUser by = currentUser.get();
        AttachmentId id = new AttachmentId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        AttachmentFields fields = new AttachmentFields(
                owner.kind(),
                owner.id(),
                subject.place().kind(),
                subject.place().id(),
                file.name(),
                AttachmentKind.FILE,
                null,
                file.contentType(),
                file.content().size(),
                file.content().sha256(),
                visibility,
                now,
                UploaderType.USER,
                new UploaderId(by.id().value()),
                by.name());
        rows.insert(organization, id, fields);
        return get(organization, id);
    }

    /**
     * Its content goes with the sweep, where nothing else names it.
     *
     * @throws AttachmentRefused.Closed where nothing is added, either
     */
    @Transactional
    public void delete(OrganizationId organization, AttachmentId id) {
        Attachment attachment = found(organization, id);
        Subject subject = kinds.subject(organization, attachment.fields().owner());
        if (subject.closed()) {
            throw new AttachmentRefused.Closed();
        }
        if (rows.delete(organization, id) == 0) {
            throw new RecordRefused.Unknown(id.value());
        }
        tell(
                subject,
                List.of(new Change(
                        Audit.HAPPENED,
                        null,
                        "File deleted: " + attachment.fields().name())));
    }

    private void tell(Subject subject, List<Change> changes) {
        audit.record(Action.UPDATE, subject.audited(), changes);
    }

    /** Members under the names they have now, others under those they had. */
    private List<Attachment> named(OrganizationId organization, List<Attachment> attachments) {
        List<UserId> uploaders = attachments.stream()
                .flatMap(each -> member(each).stream())
                .distinct()
                .toList();
        Map<UserId, String> names = uploaders.isEmpty() ? Map.of() : users.names(organization, uploaders);
        return attachments.stream()
                .map(each -> member(each)
                        .flatMap(uploader -> Optional.ofNullable(names.get(uploader)))
                        .map(each::by)
                        .orElse(each))
                .toList();
    }

    private static Optional<UserId> member(Attachment attachment) {
        UploaderId uploader = attachment.fields().uploaderId();
        return uploader != null && attachment.fields().uploaderType() == UploaderType.USER
                ? Optional.of(new UserId(uploader.value()))
                : Optional.empty();
    }
}
