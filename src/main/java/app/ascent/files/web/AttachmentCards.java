package app.ascent.files.web;

import app.ascent.files.Attachment;
import app.ascent.files.AttachmentRights;
import app.ascent.files.Attachments;
import app.ascent.files.AttachmentsOf.Subject;
import app.ascent.files.FilesProperties;
import app.ascent.files.Owner;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What is attached to a record, as pages show it; their templates ask this for it. */
@Component("attachments")
class AttachmentCards {

    private static final PageRequest FEW = PageRequest.of(0, 5);

    private final Attachments attachments;
    private final AttachmentRights rights;
    private final FilesProperties properties;
    private final CurrentUser currentUser;

    AttachmentCards(
            Attachments attachments, AttachmentRights rights, FilesProperties properties, CurrentUser currentUser) {
        this.attachments = attachments;
        this.rights = rights;
        this.properties = properties;
        this.currentUser = currentUser;
    }

    /**
     * @param address where all of it is
     * @param adds whether whoever looks may attach something now
     * @param problem why what was sent is not attached
     */
    record Card(Subject subject, String address, Page<FileRow> files, boolean adds, @Nullable String problem) {}

    /** The latest, for the page of a record. */
    public Card of(Owner owner) {
        return of(owner, FEW, null);
    }

    Card of(Owner owner, PageRequest page, @Nullable String problem) {
        OrganizationId organization = currentUser.organization();
        Subject subject = attachments.subject(organization, owner);
        return new Card(
                subject,
                address(owner),
                attachments.list(organization, owner, rights.hidden(), page).map(FileRow::of),
                !subject.closed() && rights.write(owner, subject.place()),
                problem);
    }

    /** Those beside an entry of a conversation. */
    public List<FileRow> rows(List<Attachment> files) {
        return files.stream().map(FileRow::of).toList();
    }

    /** Whether whoever looks may delete it. */
    public boolean deletes(FileRow row) {
        return rights.write(row.attachment().owner(), row.attachment().place());
    }

    /** As many as a file may have. */
    public long megabytes() {
        return properties.maxSize().toMegabytes();
    }

    static String address(Owner owner) {
        return "/attachments/of/%s/%s".formatted(owner.kind(), owner.id());
    }
}
