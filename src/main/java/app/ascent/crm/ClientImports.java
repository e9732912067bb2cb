package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.NaturalKey;
import app.ascent.record.imports.NaturalKey.Values;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import app.ascent.text.Folded;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an import reads and writes clients: whole batches in a few statements, in the caller's transaction, silently. */
@Service
public class ClientImports extends RecordImports<ClientFields> {

    /** A source record that no client is known for yet. */
    public record Candidate(long sourceId, String name, @Nullable String number) {}

    /**
     * A client whose parent is to be set.
     *
     * @param expected the parent the import last wrote; a client whose parent differs was edited by a person
     */
    public record ParentLink(ClientId client, @Nullable ClientId parent, @Nullable ClientId expected) {}

    /** A client whose parent a person chose, which gives way to the source's. */
    public record ParentLost(ClientId client, @Nullable ClientId before, @Nullable ClientId after) {}

    /** What became of parent links: those whose own parent stayed, those that name themselves, those that lost theirs. */
    public record ParentsAssigned(List<ClientId> kept, List<ClientId> circular, List<ParentLost> lost) {}

    private final JdbcClient jdbc;
    private final Parents parents;

    ClientImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, CrmTables.CLIENTS, "");
        this.jdbc = jdbc;
        this.parents = new Parents(jdbc, clock);
    }

    /** Unlinked ones by name, blanks and case aside, if the number does not contradict. */
    @Transactional(readOnly = true)
    public List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Candidate> candidates) {
        return match(
                organization,
                system,
                database,
                candidates.stream().map(Candidate::sourceId).toList(),
                new NaturalKey(
                        "name_key",
                        "(c.number is null or w.number is null or lower(c.number) = lower(w.number))"
                                + " and c.name_key between w.name_key and w.name_key",
                        List.of(
                                new Values(
                                        "name_key",
                                        "text",
                                        candidates.stream()
                                                .map(it -> Folded.key(it.name()))
                                                .toList()),
                                new Values(
                                        "number",
                                        "text",
                                        candidates.stream()
                                                .map(Candidate::number)
                                                .toList()))));
    }

    /**
     * Sets the parents of a batch. Circles are looked for when all batches are through ({@link #dropCircles}), because
     * half of the new parents beside half of the old ones may form circles that nobody asked for.
     *
     * @param overwrite whether a parent chosen by a person is replaced, too, where the source has one that is in Ascent
     */
    @Transactional
    public ParentsAssigned assignParents(OrganizationId organization, List<ParentLink> links, boolean overwrite) {
        return parents.assign(organization, links, overwrite);
    }

    /** Whether there are clients from that database whose parent a person chose. */
    @Transactional(readOnly = true)
    public boolean haveChosenParents(OrganizationId organization, String system, long database) {
        return jdbc.sql(
                        """
                        select exists (
                            select from crm_client where organization_id = :organization and source_system = :system
                                and source_database = :database and source_id is not null and parent_chosen
                        )
                        """)
                .param("organization", organization.value())
                .param("system", system)
                .param("database", database)
                .query(Boolean.class)
                .single();
    }

    /** Of these, the parents people chose that {@link #assignParents} would overwrite. */
    @Transactional(readOnly = true)
    public List<ParentLost> chosenParents(OrganizationId organization, List<ParentLink> links) {
        return parents.own(organization, links);
    }

    /** Gives clients the parents back that people chose, as people's choices. */
    @Transactional
    public void giveBackParents(OrganizationId organization, List<ParentLost> chosen) {
        parents.giveBack(organization, chosen);
    }

    /**
     * Takes the parents off all members of a circle alike, however long it is; where a person's choice is part of it,
     * only the imported parents go.
     *
     * @return the clients that lost their parent
     */
    @Transactional
    public List<ClientId> dropCircles(OrganizationId organization) {
        return parents.dropCircles(organization);
    }
}
