package app.ascent.files;

import app.ascent.audit.AuditedRecord;
import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets files be attached to the records of one kind; contributed by that kind, so that no arrow leads back. */
public interface AttachmentsOf {

    /** Its plural in addresses, and in the rows of attachments: {@code tickets}. */
    String kind();

    /** Who reads and who adds; null where that is for the record to say on whose page they are listed. */
    @Nullable
    Rights rights();

    /** The record, or empty where the organization has none. */
    Optional<Subject> find(OrganizationId organization, OwnerId id);

    /** Those of some records that are there, and that nobody deletes before the transaction ends. */
    Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids);

    /**
     * @param read permission of who reads
     * @param write permission of who adds and deletes
     */
    record Rights(String read, String write) {}

    /**
     * A record that files are attached to.
     *
     * @param place the record on whose page they are listed
     * @param address of that page
     * @param audited the record in whose activity it is told what happens to them
     * @param closed whether nothing is added until somebody reopens it
     */
    record Subject(Owner place, String name, String address, AuditedRecord audited, boolean closed) {}
}
