package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.NaturalKey;
import app.ascent.record.imports.NaturalKey.Values;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an import reads and writes contacts: whole batches in a few statements, in the caller's transaction, silently. */
@Service
public class ContactImports extends RecordImports<ContactFields> {

    /** A source record that no contact is known for yet. */
    public record Candidate(
            long sourceId, ClientId client, @Nullable String firstName, String lastName, @Nullable String email) {

        String matchKey() {
            return ContactFields.matchKey(firstName, lastName, email);
        }
    }

    /**
     * A primary contact that a person chose, and that gives way to the source's.
     *
     * @param contact the one that the source calls primary
     * @param holder the one a person chose, or null where that is nobody
     */
    public record PrimaryLost(
            long sourceId, ContactId contact, String name, @Nullable ContactId holder, @Nullable String holderName) {}

    /** Contacts that claimed to be primary and are not, by source id, and what people lost by it. */
    public record Election(List<Long> second, List<Long> kept, List<PrimaryLost> lost) {}

    /** Who moves to another client, or is inactive now, takes no primary place along. */
    private static final String KEPT =
            "is_primary = c.is_primary and v.status = 'ACTIVE' and v.client_id = c.client_id,";

    /**
     * Whose claims count.
     *
     * @param share of all clients, by a hash of their ids, counted from 0
     * @param shares how many there are
     */
    public record Electorate(String system, long database, int share, int shares) {}

    private final Primaries primaries;

    ContactImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, CrmTables.CONTACTS, KEPT);
        this.primaries = new Primaries(jdbc, clock);
    }

    /**
     * Unlinked ones of the same client by the e-mail address, case aside, or without an address on either side by first and
     * last name.
     */
    @Transactional(readOnly = true)
    public List<ImportMatch> match(
            OrganizationId organization, String system, long database, List<Candidate> candidates) {
        return match(
                organization,
                system,
                database,
                candidates.stream().map(Candidate::sourceId).toList(),
                List.of(new NaturalKey(
                        "client_id, match_key",
                        "c.client_id = w.client_id and c.match_key between w.match_key and w.match_key",
                        List.of(
                                new Values(
                                        "client_id",
                                        "uuid",
                                        candidates.stream()
                                                .map(it -> it.client().value())
                                                .toList()),
                                new Values(
                                        "match_key",
                                        "text",
                                        candidates.stream()
                                                .map(Candidate::matchKey)
                                                .toList())))));
    }

    /**
     * Settles who is primary, in a few statements for the whole share: of each client's active contacts that claim it
     * the one with the lowest source id, unless a person chose in Ascent, or another source's contact is primary.
     *
     * @param overwrite whether a person's choice is replaced, too, where the source names somebody
     * @return those that claim and lost to another one ({@code second}), and those whose claim a person turned down
     */
    @Transactional
    public Election electPrimaries(OrganizationId organization, Electorate electorate, boolean overwrite) {
        return primaries.elect(organization, electorate, overwrite);
    }

    /** What {@link #electPrimaries} would take from people if it were to overwrite. */
    @Transactional(readOnly = true)
    public List<PrimaryLost> chosenPrimaries(OrganizationId organization, Electorate electorate) {
        return primaries.chosen(organization, electorate);
    }
}
