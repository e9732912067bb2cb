package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How an import reads and writes clients: whole batches in a few statements, in the caller's transaction, silently. */
@Service
public class ClientImports {

    /** A source record that no client is known for yet. */
    public record Candidate(long sourceId, String name, @Nullable String number) {}

    /**
     * A client whose parent is to be set.
     *
     * @param expected the parent the import last wrote; a client whose parent differs was edited by a person
     */
    public record ParentLink(ClientId client, @Nullable ClientId parent, @Nullable ClientId expected) {}

    /** What became of parent links: those whose own parent stayed, and those that stand in a circle. */
    public record ParentsAssigned(List<ClientId> kept, List<ClientId> circular) {}

    /**
     * First those that carry the source id, then unlinked clients of the same name (blanks and case aside) whose number
     * does not contradict. No client is offered to two candidates; the lower source id comes first.
     */
    public List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Candidate> candidates) {
        throw new UnsupportedOperationException();
    }

    /** Of the clients that exist, whether a person edited them since an import last wrote all their fields. */
    public Map<UUID, Boolean> edited(OrganizationId organization, Collection<UUID> clients) {
        throw new UnsupportedOperationException();
    }

    public Map<UUID, ClientFields> read(OrganizationId organization, Collection<UUID> clients) {
        throw new UnsupportedOperationException();
    }

    /**
     * Creates and updates; running it twice leaves the same clients.
     *
     * @param complete whether every field now has the source's value, so that earlier edits no longer count
     */
    public void save(OrganizationId organization, List<ImportedRecord<ClientFields>> batch, boolean complete) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets parents, then drops those that close a circle (walking up at most 50 levels), all members alike.
     *
     * @param overwrite whether a parent chosen by a person is replaced, too
     */
    public ParentsAssigned assignParents(OrganizationId organization, List<ParentLink> links, boolean overwrite) {
        throw new UnsupportedOperationException();
    }
}
