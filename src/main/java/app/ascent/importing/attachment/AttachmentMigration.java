package app.ascent.importing.attachment;

import app.ascent.crm.ContactId;
import app.ascent.files.AttachmentFields;
import app.ascent.files.AttachmentImports;
import app.ascent.files.FilesProperties;
import app.ascent.files.OwnerId;
import app.ascent.files.UploaderId;
import app.ascent.files.UploaderType;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.PartMigration;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Content;
import app.ascent.migration.spi.ContentTransfer;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.SourceRow;
import app.ascent.record.field.Field;
import app.ascent.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files of Autotask become files of the records they hang on there, behind everything else: which there are is asked by the records
 * that were loaded, those of open tickets first.
 */
@Component
class AttachmentMigration extends PartMigration<AutotaskAttachment, AttachmentFields> {

    private static final String OPEN = "open";
    private static final String REST = "";

    private final AutotaskSource autotask;
    private final AttachmentLists lists;
    private final AttachmentContent content;
    private final FilesProperties files;
    private final ImportBatch batches;

    AttachmentMigration(
            AutotaskSource autotask,
            AttachmentLists lists,
            AttachmentContent content,
            FilesProperties files,
            AttachmentImports attachments,
            ImportBatch batches) {
        super(autotask, AttachmentMapper.TYPE, Holder.TICKET.owner(), attachments, batches, AttachmentMapper.ENTITY);
        this.autotask = autotask;
        this.lists = lists;
        this.content = content;
        this.files = files;
        this.batches = batches;
    }

    @Override
    public EntityType kind() {
        return AttachmentMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Stream.of(
                        Arrays.stream(Holder.values())
                                .map(holder -> holder.owner().type()),
                        Holder.PARTS.stream().map(part -> part.type().whole()),
                        Stream.of(Link.CONTACTS))
                .flatMap(each -> each)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** It hangs on one of the others, and whichever that is, it is some client's. */
    @Override
    public Set<EntityType> needs() {
        return Set.of(Owner.CLIENT.type());
    }

    @Override
    public boolean follows() {
        return true;
    }

    @Override
    public boolean divisible() {
        return false;
    }

    @Override
    public boolean counted() {
        return false;
    }

    @Override
    public boolean hasContent() {
        return true;
    }

    @Override
    public List<String> waves(Scope scope) {
        return List.of(OPEN, REST);
    }

    @Override
    public Class<AutotaskAttachment> payload() {
        return AutotaskAttachment.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of();
    }

    @Override
    protected boolean hasPicklists() {
        return true;
    }

    @Override
    public Set<Reason> reasons() {
        return AttachmentMapper.REASONS;
    }

    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        return autotask.uncounted(run, path());
    }

    @Override
    public SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException {
        return lists.page(run, segment.filter().equals(OPEN), from);
    }

    /** Nobody tells of a file that is named by its id alone; what was staged of it is as good. */
    @Override
    public List<SourceRow> reread(RunContext run, List<SourceId> records) {
        return List.of();
    }

    @Override
    public SourcePlan.Notice unreadable(long lists) {
        return new SourcePlan.Notice(
                "UNREADABLE_LISTS",
                lists == 1
                        ? "The list of the files of 1 record could not be read in Autotask, so its files did not come. "
                                + "Everything else was read. Run again, and if it stays so, send the report to support."
                        : ("The lists of the files of %,d records could not be read in Autotask, so their files did not "
                                        + "come. Everything else was read. Run again, and if it stays so, send the report to support.")
                                .formatted(lists));
    }

    @Override
    public String name(AutotaskAttachment source) {
        return AttachmentMapper.name(source);
    }

    /** What it hangs on and what it is are told by the page on which it is listed. */
    @Override
    public boolean tells(Field field) {
        return field.type() != OwnerId.class
                && field.type() != UploaderId.class
                && !Set.of("ownerKind", "placeKind", "sha256").contains(field.name());
    }

    @Override
    protected @Nullable String owner(AutotaskAttachment source) {
        return source.ticketID();
    }

    @Override
    public List<SourceRef> references(AutotaskAttachment source) {
        return AttachmentMapper.references(source);
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskAttachment source) {
        return Tables.keys(Tables.RESOURCES, source.attachedByResourceID()).toList();
    }

    @Override
    public Mapped<AttachmentFields> map(SourceId id, AutotaskAttachment source, References references) {
        return AttachmentMapper.map(source, references, files.maxSize().toBytes());
    }

    @Override
    public String sourceField(String field) {
        return AttachmentMapper.sourceField(field);
    }

    /** Bytes, as Autotask tells them. */
    @Override
    public Function<AutotaskAttachment, Counts> counting(OrganizationId organization) {
        return source -> new Counts(null, null, List.of(source.size().orElse(0)));
    }

    @Override
    public ContentTransfer<AutotaskAttachment, AttachmentFields> content() {
        return content;
    }

    /** With what was fetched; contacts are called as they are in Ascent now, and that is asked for a batch at once. */
    @Override
    public void save(RunContext run, List<Save<AttachmentFields>> batch) {
        Map<ContactId, UploaderId> contacts = batch.stream()
                .map(Save::values)
                .filter(file -> file.uploaderType() == UploaderType.CONTACT)
                .flatMap(file -> Stream.ofNullable(file.uploaderId()))
                .collect(Collectors.toMap(id -> new ContactId(id.value()), id -> id, (one, same) -> one));
        Map<Object, String> names =
                contacts.isEmpty() ? Map.of() : batches.names().of(run.organization(), contacts.keySet());
        super.save(run, batch.stream().map(save -> filled(save, names)).toList());
    }

    private static Save<AttachmentFields> filled(Save<AttachmentFields> save, Map<Object, String> names) {
        AttachmentFields file = save.values();
        Content content = save.content();
        if (content != null) {
            file = AttachmentFields.FIELDS.with(file, "size", content.bytes());
            file = AttachmentFields.FIELDS.with(file, "sha256", content.hash());
        }
        UploaderId uploader = file.uploaderId();
        String name = uploader == null ? null : names.get(new ContactId(uploader.value()));
        if (name != null) {
            file = AttachmentFields.FIELDS.with(file, "uploaderName", Text.cut(name, 200));
        }
        return save.with(file);
    }
}
