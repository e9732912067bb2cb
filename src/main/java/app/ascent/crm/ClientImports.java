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

    ClientImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, CrmTables.CLIENTS, "");
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
                List.of(new NaturalKey(
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
                                                .toList())))));
    }
}
