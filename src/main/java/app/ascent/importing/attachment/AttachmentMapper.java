package app.ascent.importing.attachment;

import app.ascent.files.AttachmentFields;
import app.ascent.files.AttachmentKind;
import app.ascent.files.FileName;
import app.ascent.files.OwnerId;
import app.ascent.files.UploaderId;
import app.ascent.files.UploaderType;
import app.ascent.files.Visibility;
import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.SourceTime;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Value;
import app.ascent.importing.field.WebAddress;
import app.ascent.migration.spi.Beside;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an attachment is made of when it comes from Autotask. The rules are told in docs/mapping.md. */
final class AttachmentMapper {

    static final EntityType TYPE = new EntityType("attachments");
    static final String ENTITY = "AttachmentInfo";

    static final Reason NO_CONTENT = Reason.skip("NO_CONTENT", Reason.Retry.NEVER);
    static final Reason EMPTY_FILE = Reason.skip("EMPTY_FILE", Reason.Retry.AS_STAGED);
    static final Reason TOO_LARGE = Reason.skip("TOO_LARGE", Reason.Retry.AS_STAGED);
    static final Reason UNSUPPORTED_PARENT = Reason.skip("UNSUPPORTED_PARENT", Reason.Retry.NEVER);
    static final Reason NOT_FETCHED = Reason.skip("NOT_FETCHED", Reason.Retry.AS_STAGED);
    static final Reason CORRUPT = Reason.failure("CORRUPT", Reason.Retry.AS_STAGED);

    static final Set<Reason> REASONS =
            Set.of(NO_CONTENT, EMPTY_FILE, TOO_LARGE, UNSUPPORTED_PARENT, NOT_FETCHED, CORRUPT);

    static final String SIZE = "fileSize";

    private static final String PATH = "fullPath";
    private static final String KIND = "attachmentType";
    private static final String DATE = "attachDate";
    private static final String CONTACT = "attachedByContactID";
    private static final String RESOURCE = "attachedByResourceID";
    private static final String PUBLISH = "publish";

    /** Stands in where Autotask has no time at all. */
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private AttachmentMapper() {}

    /** To whom a file was given, and where it is listed. */
    private record Placed(String kind, UUID owner, String placeKind, UUID place) {

        Beside beside() {
            return new Beside(kind, new TargetId(owner), new TargetId(place));
        }
    }

    static Beside beside(AttachmentFields file) {
        return new Beside(
                file.ownerKind(),
                new TargetId(file.ownerId().value()),
                new TargetId(file.placeId().value()));
    }

    /** What a file is called: the last part of its path, however that is written. */
    static String name(AutotaskAttachment source) {
        return FileName.of(
                Objects.requireNonNullElse(
                        Text.clean(source.fullPath()), Objects.requireNonNullElse(source.title(), "")),
                "File " + Value.listed(source.id()));
    }

    static List<SourceRef> references(AutotaskAttachment source) {
        return Stream.of(
                        Arrays.stream(Holder.values())
                                .map(holder -> holder.owner().reference(holder.id(source))),
                        Holder.PARTS.stream().map(part -> reference(part, source)),
                        Stream.of(contact(source).reference()))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SourceRef> reference(Holder.Part part, AutotaskAttachment source) {
        OptionalLong id = Value.id(part.id().apply(source));
        return id.isPresent()
                ? Optional.of(new SourceRef(part.type(), new SourceId(id.getAsLong())))
                : Optional.empty();
    }

    private static Link contact(AutotaskAttachment source) {
        return new Link(CONTACT, Link.CONTACTS, source.attachedByContactID(), "uploader");
    }

    /** @param most bytes of a file that is taken */
    static Mapped<AttachmentFields> map(AutotaskAttachment source, References references, long most) {
        if (!references.limits().takes(told(source).orElse(null), source.size())) {
            return new Mapped.LeftOut<>();
        }
        Optional<Holder> holder = holder(source);
        if (holder.isPresent()) {
            return holder.get()
                    .owner()
                    .map(
                            holder.get().id(source),
                            references,
                            target ->
                                    taken(source, references, most, placed(holder.get(), target, source, references)));
        }
        Holder.Part time = Holder.PARTS.getLast();
        Optional<SourceRef> entry = reference(time, source);
        if (entry.isEmpty()) {
            return new Mapped.Skipped<>(
                    new Finding(UNSUPPORTED_PARENT, "parentType", source.parentType(), null, null, null));
        }
        return references.resolve(entry.get()) instanceof Resolution.Loaded(TargetId target)
                ? taken(source, references, most, new Placed(time.kind(), target.value(), time.kind(), target.value()))
                : new Mapped.Skipped<>(Finding.parentMissing("timeEntryID", entry.get()));
    }

    /** The record it hangs on; none where Ascent has no such records. What belongs to a company may hang on something else of it. */
    static Optional<Holder> holder(AutotaskAttachment source) {
        return Arrays.stream(Holder.values())
                .filter(holder -> Text.clean(holder.id(source)) != null)
                .filter(holder -> holder != Holder.COMPANY || !elsewhere(source))
                .findFirst();
    }

    private static boolean elsewhere(AutotaskAttachment source) {
        return Stream.of(
                        source.opportunityID(),
                        source.salesOrderID(),
                        source.resourceID(),
                        source.articleID(),
                        source.documentID(),
                        source.expenseItemID(),
                        source.expenseReportID())
                .anyMatch(id -> Text.clean(id) != null);
    }

    private static Placed placed(Holder holder, TargetId target, AutotaskAttachment source, References references) {
        for (Holder.Part part : Holder.PARTS) {
            Optional<SourceRef> reference = reference(part, source);
            if (reference.isPresent()
                    && references.resolve(reference.get()) instanceof Resolution.Loaded(TargetId own)) {
                return new Placed(part.kind(), own.value(), holder.kind(), target.value());
            }
        }
        return new Placed(holder.kind(), target.value(), holder.kind(), target.value());
    }

    private static Mapped<AttachmentFields> taken(
            AutotaskAttachment source, References references, long most, Placed placed) {
        String kind = Objects.requireNonNullElse(Text.clean(source.attachmentType()), "")
                .toUpperCase(Locale.ROOT);
        if (kind.endsWith("_LINK")) {
            return without(NO_CONTENT, PATH, source.fullPath(), placed);
        }
        if (kind.equals("URL")) {
            String address = Objects.requireNonNullElse(WebAddress.of(source.fullPath()), "");
            return address.regionMatches(true, 0, "https://", 0, 8) || address.regionMatches(true, 0, "http://", 0, 7)
                    ? ready(source, references, placed, AttachmentKind.LINK, address)
                    : new Mapped.Skipped<>(
                            Finding.of(NO_CONTENT, PATH, FieldReading.shown(Text.clean(source.fullPath())))
                                    .saying("It is no address of the web, so nothing can be opened or copied.")
                                    .beside(placed.beside()));
        }
        OptionalLong size = source.size();
        if (size.isPresent() && size.getAsLong() == 0) {
            return without(EMPTY_FILE, SIZE, source.fileSize(), placed);
        }
        return size.isPresent() && size.getAsLong() > most
                ? without(TOO_LARGE, SIZE, Long.toString(size.getAsLong()), placed)
                : ready(source, references, placed, AttachmentKind.FILE, null);
    }

    private static Mapped<AttachmentFields> without(
            Reason reason, String field, @Nullable String value, Placed placed) {
        return new Mapped.Skipped<>(
                Finding.of(reason, field, FieldReading.shown(Text.clean(value))).beside(placed.beside()));
    }

    static Mapped<AttachmentFields> without(Reason reason, String field, @Nullable String value) {
        return new Mapped.Skipped<>(Finding.of(reason, field, FieldReading.shown(Text.clean(value))));
    }

    private static Mapped<AttachmentFields> ready(
            AutotaskAttachment source,
            References references,
            Placed placed,
            AttachmentKind kind,
            @Nullable String address) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        Uploader uploader = uploader(source, references, reading);
        String title = Text.name(source.title());
        String name = name(source);
        if (title != null && !title.equals(name)) {
            reading.keep("title", title);
        }
        AttachmentFields attachment = reading.fitted(
                AttachmentFields.FIELDS,
                new AttachmentFields(
                        placed.kind(),
                        new OwnerId(placed.owner()),
                        placed.placeKind(),
                        new OwnerId(placed.place()),
                        name,
                        kind,
                        address,
                        kind == AttachmentKind.LINK ? null : Text.name(source.contentType()),
                        null,
                        null,
                        visibility(source, reading),
                        at(source, reading),
                        uploader.type(),
                        uploader.id() == null ? null : new UploaderId(uploader.id()),
                        uploader.name()),
                AttachmentMapper::sourceField);
        return new Mapped.Ready<>(
                attachment, reading.details(), reading.findings(), Map.of(), Map.of(), reading.unsaid());
    }

    static String sourceField(String field) {
        return switch (field) {
            case "name", "url" -> PATH;
            case "kind" -> KIND;
            case "size", "sha256" -> SIZE;
            case "uploadedAt" -> DATE;
            case "uploaderType", "uploaderId", "uploaderName" -> RESOURCE;
            case "visibility" -> PUBLISH;
            default -> field;
        };
    }

    private record Uploader(UploaderType type, @Nullable UUID id, @Nullable String name) {}

    private static Uploader uploader(AutotaskAttachment source, References references, FieldReading reading) {
        UUID contact = contact(source).in(references, reading, id -> id);
        if (contact != null) {
            // What it is called is added where it is written, if it is still there then.
            String otherwise = "Contact " + Text.cut(String.valueOf(Value.listed(source.attachedByContactID())), 50);
            return new Uploader(UploaderType.CONTACT, contact, otherwise);
        }
        Optional<Tables.Resource> person = reading.person(RESOURCE, source.attachedByResourceID(), "uploader");
        UserId member = person.map(Tables.Resource::member).orElse(null);
        String name = person.map(Tables.Resource::label).orElse(null);
        if (member != null) {
            return new Uploader(UploaderType.USER, member.value(), name);
        }
        return new Uploader(name == null ? UploaderType.SYSTEM : UploaderType.NAME, null, name);
    }

    /** When it was attached, as far as Autotask tells. */
    private static Optional<Instant> told(AutotaskAttachment source) {
        return Optional.ofNullable(Text.clean(source.attachDate()))
                .flatMap(SourceTime::read)
                .filter(SourceTime::isPlausible);
    }

    private static Instant at(AutotaskAttachment source, FieldReading reading) {
        Optional<Instant> told = told(source);
        if (told.isPresent()) {
            return told.get();
        }
        String cleaned = Text.clean(source.attachDate());
        if (cleaned == null) {
            reading.substituted(DATE, null, LONG_AGO.toString());
        } else {
            reading.remark(
                    new Finding(Reason.INVALID_DATE, DATE, FieldReading.shown(cleaned), null, LONG_AGO.toString(), null)
                            .saying("It is no date that can be, so the file stands at %s.".formatted(LONG_AGO)));
        }
        return LONG_AGO;
    }

    /** By the label alone: whoever goes by numbers shows clients what was meant for colleagues. */
    private static Visibility visibility(AutotaskAttachment source, FieldReading reading) {
        String value = Value.listed(source.publish());
        String label = reading.entry(PUBLISH, value)
                .map(Dictionary.Entry::label)
                .map(Text::name)
                .orElse(null);
        String words = Folded.key(label);
        if (words.startsWith("all ") && !words.contains("internal")) {
            return Visibility.CLIENT;
        }
        reading.keep(PUBLISH, label == null ? value : label);
        if (!words.contains("internal")) {
            reading.remark(Finding.unknownValue(PUBLISH, FieldReading.shown(value), label, Visibility.INTERNAL.name()));
        }
        return Visibility.INTERNAL;
    }
}
