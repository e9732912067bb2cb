package app.ascent.files.web;

import app.ascent.files.Attachment;
import app.ascent.files.AttachmentKind;
import app.ascent.files.Visibility;
import app.ascent.web.Formats;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as a page shows it.
 *
 * @param address where it is opened
 * @param picture where it is seen; null for what is no picture
 * @param size in words; null for a link
 * @param host a link leads to; null for a file
 */
record FileRow(
        Attachment attachment,
        String address,
        @Nullable String picture,
        @Nullable String size,
        @Nullable String host,
        String icon) {

    static FileRow of(Attachment attachment) {
        boolean link = attachment.fields().kind() == AttachmentKind.LINK;
        String own = "/attachments/" + attachment.id();
        String url = attachment.fields().url();
        Long size = attachment.fields().size();
        return new FileRow(
                attachment,
                link && url != null ? url : own + "/content",
                Downloads.isShown(attachment) ? own + "/picture" : null,
                size == null ? null : Formats.size(size),
                url == null ? null : host(url),
                link ? "link" : icon(attachment));
    }

    public boolean link() {
        return host != null;
    }

    public boolean internal() {
        return attachment.fields().visibility() == Visibility.INTERNAL;
    }

    public String delete() {
        return "/attachments/%s/delete".formatted(attachment.id());
    }

    private static String icon(Attachment attachment) {
        if (attachment.picture() != null) {
            return "photo";
        }
        String name = attachment.fields().name().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> "file-type-pdf";
            case "zip", "gz", "7z", "rar", "tar" -> "file-zip";
            case "txt", "log", "md", "csv", "doc", "docx", "odt", "rtf" -> "file-text";
            default -> "file";
        };
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException strange) {
            return url;
        }
    }
}
