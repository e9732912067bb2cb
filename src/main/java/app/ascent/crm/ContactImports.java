package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How an import reads and writes contacts: whole batches in a few statements, in the caller's transaction, silently. */
@Service
public class ContactImports {

    /** A source record that no contact is known for yet. */
    public record Candidate(
            long sourceId, ClientId client, @Nullable String firstName, String lastName, @Nullable String email) {}

    /** Contacts that claimed to be primary and are not, by source id. */
    public record Election(List<Long> second, List<Long> kept) {}

    /**
     * First those that carry the source id, then unlinked contacts of the same client with the same e-mail address
     * (case aside), or without an address on either side the same first and last name. No contact is offered twice; the
     * lower source id comes first.
     */
    public List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Candidate> candidates) {
        throw new UnsupportedOperationException();
    }

    /** Of the contacts that exist, whether a person edited them since an import last wrote all their fields. */
    public Map<UUID, Boolean> edited(OrganizationId organization, Collection<UUID> contacts) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, ContactFields> read(OrganizationId organization, Collection<UUID> contacts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Creates and updates; running it twice leaves the same contacts.
     *
     * @param complete whether every field now has the source's value, so that earlier edits no longer count
     */
    public void save(OrganizationId organization, List<ImportedRecord<ContactFields>> batch, boolean complete) {
        throw new UnsupportedOperationException();
    }

    /**
     * Settles who is primary, in a few statements for the whole database: of each client's active contacts that claim it
     * the one with the lowest source id, unless a person chose in Ascent.
     *
     * @param overwrite whether a person's choice is replaced, too
     * @return those that claim and lost to another one ({@code second}), and those whose claim a person turned down
     */
    public Election electPrimaries(OrganizationId organization, String system, long database, boolean overwrite) {
        throw new UnsupportedOperationException();
    }
}
