package app.ascent.importing.note;

import app.ascent.conversation.AuthorId;
import app.ascent.conversation.AuthorType;
import app.ascent.conversation.ConversationImports;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.OwnerId;
import app.ascent.crm.ContactId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.PartMigration;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.record.field.Field;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes of one entity of Autotask become entries in the conversations of the records they are about. */
public final class NoteMigration extends PartMigration<AutotaskNote, EntryFields> {

    /**
     * What the notes are about.
     *
     * @param owner the record, by the field of a note that names it
     * @param named reads that field
     * @param kind of record it belongs to
     * @param conversation what conversations call its kind
     * @param ids the type of its ids
     */
    public record Subject(
            Owner owner,
            Function<AutotaskNote, @Nullable String> named,
            EntityType kind,
            String conversation,
            Class<?> ids) {}

    private final Subject subject;
    private final ImportBatch batches;

    /** @param whole the type, of which the entity at that path is the only part */
    public NoteMigration(
            AutotaskSource autotask,
            EntityType whole,
            String path,
            Subject subject,
            ConversationImports entries,
            ImportBatch batches) {
        super(autotask, whole, path, subject.owner(), entries, batches);
        this.subject = subject;
        this.batches = batches;
    }

    @Override
    public EntityType kind() {
        return subject.kind();
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(subject.owner().type(), Link.CONTACTS);
    }

    /** Who wrote a note has a name, in Ascent or not. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(subject.owner().type());
    }

    /** Behind everything that notes are about. */
    @Override
    public int place() {
        return 2;
    }

    @Override
    public Class<AutotaskNote> payload() {
        return AutotaskNote.class;
    }

    @Override
    protected boolean hasPicklists() {
        return true;
    }

    @Override
    public String name(AutotaskNote source) {
        return NoteMapper.name(source);
    }

    @Override
    public Class<?> pointsTo(Field field) {
        return field.type() == OwnerId.class ? subject.ids() : super.pointsTo(field);
    }

    /** The author's name says who it is, and the record itself what it is. */
    @Override
    public boolean tells(Field field) {
        return field.type() != AuthorId.class && !field.name().equals("ownerKind");
    }

    @Override
    protected @Nullable String owner(AutotaskNote source) {
        return subject.named().apply(source);
    }

    @Override
    public List<SourceRef> references(AutotaskNote source) {
        return Stream.concat(super.references(source).stream(), NoteMapper.contact(source).reference().stream())
                .toList();
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskNote source) {
        return Tables.keys(Tables.RESOURCES, source.creatorResourceID()).toList();
    }

    @Override
    public Mapped<EntryFields> map(SourceId id, AutotaskNote source, References references) {
        return subject.owner()
                .map(
                        owner(source),
                        references,
                        owner -> NoteMapper.map(type(), subject.conversation(), owner.value(), source, references));
    }

    @Override
    public String sourceField(String field) {
        return NoteMapper.sourceField(field);
    }

    /** Contacts who wrote something are called as they are in Ascent now; that is asked for a batch at once. */
    @Override
    public void save(RunContext run, List<Save<EntryFields>> batch) {
        Map<ContactId, AuthorId> authors = batch.stream()
                .map(Save::values)
                .filter(entry -> entry.authorType() == AuthorType.CONTACT)
                .map(EntryFields::authorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(id -> new ContactId(id.value()), id -> id, (one, same) -> one));
        if (authors.isEmpty()) {
            super.save(run, batch);
            return;
        }
        Map<AuthorId, String> names = batches.names().of(run.organization(), authors.keySet()).entrySet().stream()
                .collect(Collectors.toMap(each -> authors.get(each.getKey()), Map.Entry::getValue));
        super.save(run, batch.stream().map(save -> signed(save, names)).toList());
    }

    private static Save<EntryFields> signed(Save<EntryFields> save, Map<AuthorId, String> names) {
        EntryFields entry = save.values();
        String name = entry.authorId() == null ? null : names.get(entry.authorId());
        return name == null ? save : save.with(EntryFields.FIELDS.with(entry, "authorName", Text.cut(name, 200)));
    }
}
