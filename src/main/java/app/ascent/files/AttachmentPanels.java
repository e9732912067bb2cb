package app.ascent.files;

import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Panel;
import org.springframework.stereotype.Component;

/** The tab and the block of a record's page that show what is attached to it; each kind has its own made here. */
@Component
public class AttachmentPanels {

    private final Attachments attachments;
    private final AttachmentRights rights;

    AttachmentPanels(Attachments attachments, AttachmentRights rights) {
        this.attachments = attachments;
        this.rights = rights;
    }

    /** @param kind as {@link AttachmentsOf} has it */
    public <I extends Record> Panel<I> of(Class<I> ids, String kind, String readAuthority) {
        return new AttachmentPanel<>(ids, kind, readAuthority);
    }

    private final class AttachmentPanel<I extends Record> implements Panel<I> {

        private final Class<I> ids;
        private final String kind;
        private final String authority;

        AttachmentPanel(Class<I> ids, String kind, String authority) {
            this.ids = ids;
            this.kind = kind;
            this.authority = authority;
        }

        @Override
        public Class<I> ids() {
            return ids;
        }

        @Override
        public String authority() {
            return authority;
        }

        @Override
        public String label() {
            return "attachments";
        }

        @Override
        public String address(I id) {
            return "/attachments/of/%s/%s".formatted(kind, id);
        }

        @Override
        public long count(OrganizationId organization, I id) {
            return attachments.count(organization, owner(id), rights.hidden());
        }

        @Override
        public Block block(OrganizationId organization, I id) {
            return new Block(0, address(id), "files/block", owner(id));
        }

        private Owner owner(I id) {
            return new Owner(kind, Ids.of(ids).value(id));
        }
    }
}
