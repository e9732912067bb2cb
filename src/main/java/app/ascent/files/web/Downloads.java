package app.ascent.files.web;

import app.ascent.files.Attachment;
import app.ascent.files.Contents;
import app.ascent.files.Contents.Content;
import app.ascent.files.ContentsAway;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordRefused;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Answers with the content of files so that a browser runs none of it: docs/security.md. */
@Component
class Downloads {

    /** What a file may say of itself; everything else is bytes. */
    private static final Set<String> HARMLESS = Set.of(
            "application/pdf", "application/zip", "image/gif", "image/jpeg", "image/png", "image/webp", "text/plain");

    /** What is larger is no thumbnail. */
    static final DataSize PICTURE_LIMIT = DataSize.ofMegabytes(5);

    private static final String POLICY = "sandbox; default-src 'none'";

    private final Contents contents;
    private final CurrentUser currentUser;

    Downloads(Contents contents, CurrentUser currentUser) {
        this.contents = contents;
        this.currentUser = currentUser;
    }

    /**
     * To be saved, in part or as a whole; Spring sends what was asked for of it.
     *
     * @throws ContentsAway with the reason
     */
    ResponseEntity<Resource> file(Attachment attachment, @Nullable String ifRange) {
        Content content = content(attachment);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(attachment.fields().name(), StandardCharsets.UTF_8)
                .build();
        return answer(content, disposition, type(attachment.fields().contentType()), ifRange);
    }

    /** To be seen beside its name; nothing but what its first bytes say is a picture. */
    ResponseEntity<Resource> picture(Attachment attachment) {
        if (!isShown(attachment)) {
            throw new RecordRefused.Unknown(attachment.id().value());
        }
        ContentDisposition disposition = ContentDisposition.inline()
                .filename(attachment.fields().name(), StandardCharsets.UTF_8)
                .build();
        return answer(
                content(attachment), disposition, MediaType.parseMediaType(String.valueOf(attachment.picture())), null);
    }

    static boolean isShown(Attachment attachment) {
        Long size = attachment.fields().size();
        return attachment.picture() != null && size != null && size <= PICTURE_LIMIT.toBytes();
    }

    /** A link has none. */
    private static Content content(Attachment attachment) {
        Content content = attachment.content();
        if (content == null) {
            throw new RecordRefused.Unknown(attachment.id().value());
        }
        return content;
    }

    private ResponseEntity<Resource> answer(
            Content content, ContentDisposition disposition, MediaType type, @Nullable String ifRange) {
        String tag = "\"" + content.sha256() + "\"";
        contents.demand(currentUser.organization(), content);
        Resource kept = new KeptContent(contents, currentUser.organization(), content);
        boolean whole = ifRange != null && !ifRange.equals(tag);
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(type)
                .contentLength(content.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(whole ? new InputStreamResource(kept) : kept);
    }

    private static MediaType type(@Nullable String told) {
        return told != null && HARMLESS.contains(told)
                ? MediaType.parseMediaType(told)
                : MediaType.APPLICATION_OCTET_STREAM;
    }
}
