package app.ascent.files.web;

import app.ascent.files.Attachment;
import app.ascent.files.AttachmentRights;
import app.ascent.files.Attachments;
import app.ascent.files.AttachmentsOf.Subject;
import app.ascent.files.FilesProperties;
import app.ascent.files.MissedFiles;
import app.ascent.files.NotCopied.Lines;
import app.ascent.files.Owner;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Permitted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What is attached to a record, as pages show it; their templates ask this for it. */
@Component("attachments")
class AttachmentCards {

    private static final PageRequest FEW = PageRequest.of(0, 5);

    private static final String MAY_CHANGE_SCOPE = "migrations.manage";

    private final Attachments attachments;
    private final MissedFiles missed;
    private final AttachmentRights rights;
    private final FilesProperties properties;
    private final CurrentUser currentUser;

    AttachmentCards(
            Attachments attachments,
            MissedFiles missed,
            AttachmentRights rights,
            FilesProperties properties,
            CurrentUser currentUser) {
        this.attachments = attachments;
        this.missed = missed;
        this.rights = rights;
        this.properties = properties;
        this.currentUser = currentUser;
    }

    /**
     * @param address where all of it is
     * @param adds whether whoever looks may attach something now
     * @param missed what an import did not bring
     * @param problem why what was sent is not attached
     * @param leftOut whether there is nothing because the last import left out all files
     * @param scope where the Owner changes that; null for everybody else
     */
    record Card(
            Subject subject,
            String address,
            Page<FileRow> files,
            Lines missed,
            boolean adds,
            @Nullable String problem,
            boolean leftOut,
            @Nullable String scope) {

        public boolean isEmpty() {
            return files.getTotalElements() == 0 && missed.files().isEmpty();
        }
    }

    /** The latest, for the page of a record. */
    public Card of(Owner owner) {
        return of(owner, FEW, null);
    }

    Card of(Owner owner, PageRequest page, @Nullable String problem) {
        OrganizationId organization = currentUser.organization();
        Subject subject = attachments.subject(organization, owner);
        List<String> hidden = rights.hidden();
        Page<FileRow> files =
                attachments.list(organization, owner, hidden, page).map(FileRow::of);
        Lines lines = missed.of(organization, owner.id(), subject.place().equals(owner), hidden);
        Optional<String> scope = files.getTotalElements() == 0 && lines.files().isEmpty()
                ? missed.leftOut(organization)
                : Optional.empty();
        return new Card(
                subject,
                address(owner),
                files,
                lines,
                !subject.closed() && rights.write(owner, subject.place()),
                problem,
                scope.isPresent(),
                scope.filter(_ -> Permitted.to(MAY_CHANGE_SCOPE)).orElse(null));
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
