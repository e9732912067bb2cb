package app.ascent.files;

import app.ascent.crm.Samples;
import app.ascent.files.Contents.Content;
import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.imports.ImportedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Attachments as an import writes them. */
public final class Attached {

    public static final Instant AT = Instant.parse("2026-04-29T08:00:00Z");

    private static final AtomicLong IDS = new AtomicLong();

    private Attached() {}

    public static Content kept(Contents contents, OrganizationId organization, String text) {
        return kept(contents, organization, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Content kept(Contents contents, OrganizationId organization, byte[] bytes) {
        try (Incoming incoming = contents.incoming()) {
            incoming.stream().write(bytes);
            return contents.keep(organization, incoming);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static AttachmentFields file(Owner owner, String name, @Nullable Content content) {
        return fields(owner, owner, name, AttachmentKind.FILE, null, content);
    }

    public static AttachmentFields file(Owner owner, Owner place, String name, Content content) {
        return fields(owner, place, name, AttachmentKind.FILE, null, content);
    }

    public static AttachmentFields link(Owner owner, String url) {
        return fields(owner, owner, "Elsewhere", AttachmentKind.LINK, url, null);
    }

    private static AttachmentFields fields(
            Owner owner,
            Owner place,
            String name,
            AttachmentKind kind,
            @Nullable String url,
            @Nullable Content content) {
        return new AttachmentFields(
                owner.kind(),
                owner.id(),
                place.kind(),
                place.id(),
                name,
                kind,
                url,
                "application/pdf",
                content == null ? null : content.size(),
                content == null ? null : content.sha256(),
                Visibility.CLIENT,
                AT,
                UploaderType.NAME,
                null,
                "Kjell Ström");
    }

    public static ImportedPart<AttachmentFields> fresh(AttachmentFields fields) {
        return fresh("Attachments:" + IDS.incrementAndGet() + 1_000, fields);
    }

    public static ImportedPart<AttachmentFields> fresh(String sourceId, AttachmentFields fields) {
        return new ImportedPart<>(
                Samples.id(), true, new PartSource(Samples.SYSTEM, Samples.DATABASE, sourceId), fields, "{}");
    }
}
