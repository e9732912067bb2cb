package app.ascent.conversation;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.conversation.ConversationsOf.Subject;
import app.ascent.conversation.EntryRows.Counts;
import app.ascent.files.Arrived;
import app.ascent.files.Attachment;
import app.ascent.files.Attachments;
import app.ascent.files.MissedFiles;
import app.ascent.files.NotCopied.Lines;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Inputs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was said about records, as people read it and add to it; who may, the kind of the record says. Each of these throws
 * {@link RecordRefused.Unknown} where there is no such record, and for another organization's.
 */
@Service
public class Conversations {

    /** So many files of one entry are shown beside it; the list of its record has all. */
    private static final int FILES = 100;

    private final EntryRows rows;
    private final ConversationKinds kinds;
    private final Inputs inputs;
    private final Users users;
    private final Audit audit;
    private final Attachments attachments;
    private final MissedFiles missed;
    private final CurrentUser currentUser;
    private final Clock clock;

    Conversations(
            EntryRows rows,
            ConversationKinds kinds,
            Inputs inputs,
            Users users,
            Audit audit,
            Attachments attachments,
            MissedFiles missed,
            CurrentUser currentUser,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.inputs = inputs;
        this.users = users;
        this.audit = audit;
        this.attachments = attachments;
        this.missed = missed;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What the conversation is about. */
    @Transactional(readOnly = true)
    public Subject subject(OrganizationId organization, Owner owner) {
        return kinds.subject(organization, owner);
    }

    /** How many notes there are. */
    @Transactional(readOnly = true)
    public long count(OrganizationId organization, Owner owner) {
        return rows.count(organization, owner, null, null).notes();
    }

    /**
     * The last notes before a place, or of all, with the system entries from there on folded.
     *
     * @param visibility of what is wanted; null for all
     */
    @Transactional(readOnly = true)
    public Excerpt excerpt(
            OrganizationId organization,
            Owner owner,
            @Nullable Visibility visibility,
            @Nullable Place before,
            int notes) {
        kinds.subject(organization, owner);
        List<Entry> some = rows.notes(organization, owner, visibility, before, notes);
        Place first = some.isEmpty() ? null : some.getFirst().place();
        Counts counts = rows.count(organization, owner, visibility, first);
        return new Excerpt(
                named(organization, some),
                counts.folded() == 0
                        ? List.of()
                        : rows.runs(organization, owner, visibility, counts.earlier() == 0 ? null : first, before),
                counts.earlier(),
                counts.since(),
                counts.until(),
                counts.notes(),
                counts.client(),
                counts.folded());
    }

    /** The first system entries between two places; absent ones are the ends of the conversation. */
    @Transactional(readOnly = true)
    public List<Entry> folded(
            OrganizationId organization,
            Owner owner,
            @Nullable Visibility visibility,
            @Nullable Place after,
            @Nullable Place before,
            int limit) {
        kinds.subject(organization, owner);
        return named(organization, rows.folded(organization, owner, visibility, after, before, limit));
    }

    /** Everything, the oldest first. */
    @Transactional(readOnly = true)
    public Page<Entry> list(OrganizationId organization, Owner owner, Pageable pageable) {
        kinds.subject(organization, owner);
        Page<Entry> page = rows.page(organization, owner, pageable);
        return new PageImpl<>(named(organization, page.getContent()), pageable, page.getTotalElements());
    }

    /** One entry with all it says. */
    @Transactional(readOnly = true)
    public Entry get(OrganizationId organization, Owner owner, EntryId id) {
        kinds.subject(organization, owner);
        Entry entry = rows.find(organization, owner, id).orElseThrow(() -> new RecordRefused.Unknown(id.value()));
        return named(organization, List.of(entry)).getFirst();
    }

    /**
     * Adds what somebody writes now, and attaches files to it.
     *
     * @throws RecordRefused.Invalid with what was refused
     * @throws ConversationClosed while the record is closed
     */
    @Transactional
    public Entry add(OrganizationId organization, Owner owner, Entered entered, List<Arrived> files) {
        kinds.held(organization, List.of(owner));
        Subject subject = kinds.subject(organization, owner);
        if (subject.closed()) {
            throw new ConversationClosed(owner);
        }
        NoteFields note = inputs.read(NoteFields.FIELDS, entered, null).accepted();
        SignedInUser author = currentUser.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EntryId id = new EntryId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        rows.insert(
                organization,
                id,
                new EntryFields(
                        owner.kind(),
                        owner.id(),
                        now,
                        AuthorType.USER,
                        new AuthorId(author.id().value()),
                        author.name(),
                        note.visibility(),
                        EntryKind.NOTE,
                        null,
                        note.body()));
        kinds.said(organization, owner, now, note.visibility());
        String told =
                switch (note.visibility()) {
                    case INTERNAL -> "Internal note added";
                    case CLIENT -> "Note added that the client sees";
                };
        audit.record(
                Action.UPDATE,
                new AuditedRecord(subject.auditedAs(), owner.id().toString(), subject.name()),
                List.of(new Change(Audit.HAPPENED, null, told)));
        attachments.add(organization, new app.ascent.files.Owner(FilesOfEntries.KIND, id.value()), files, seen(note));
        return get(organization, owner, id);
    }

    /** What is attached is seen by whoever sees the note. */
    private static app.ascent.files.Visibility seen(NoteFields note) {
        return switch (note.visibility()) {
            case INTERNAL -> app.ascent.files.Visibility.INTERNAL;
            case CLIENT -> app.ascent.files.Visibility.CLIENT;
        };
    }

    /** Takes a conversation away with its record, in the transaction of whoever deletes that. */
    @Transactional
    public int remove(OrganizationId organization, Owner owner) {
        return rows.delete(organization, owner);
    }

    /** The same for many records of one kind, in one statement. */
    @Transactional
    public int remove(OrganizationId organization, String kind, Collection<UUID> owners) {
        return rows.delete(organization, kind, owners);
    }

    /** Members under the names they have now, others under those they had; each with its files. */
    private List<Entry> named(OrganizationId organization, List<Entry> entries) {
        List<UserId> authors = entries.stream()
                .flatMap(entry -> member(entry).stream())
                .distinct()
                .toList();
        Map<UserId, String> names = authors.isEmpty() ? Map.of() : users.names(organization, authors);
        List<UUID> ids = entries.stream().map(entry -> entry.id().value()).toList();
        Map<UUID, Lines> lines = missed.of(organization, ids);
        Map<UUID, List<Attachment>> files = attachments.of(organization, FilesOfEntries.KIND, ids, FILES).stream()
                .collect(Collectors.groupingBy(file -> file.fields().ownerId().value()));
        return entries.stream()
                .map(entry -> member(entry)
                        .flatMap(author -> Optional.ofNullable(names.get(author)))
                        .map(entry::by)
                        .orElse(entry))
                .map(entry -> entry.with(
                        files.getOrDefault(entry.id().value(), List.of()),
                        lines.getOrDefault(entry.id().value(), Lines.NONE)))
                .toList();
    }

    private static Optional<UserId> member(Entry entry) {
        AuthorId author = entry.fields().authorId();
        return author != null && entry.fields().authorType() == AuthorType.USER
                ? Optional.of(new UserId(author.value()))
                : Optional.empty();
    }
}
