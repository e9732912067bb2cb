package app.ascent.conversation;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.PartImports;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an import writes entries of conversations. */
@Service
public class ConversationImports extends PartImports<EntryFields> {

    private final ConversationKinds kinds;

    ConversationImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, ConversationKinds kinds) {
        super(jdbc, bulk, clock, EntryRows.ENTRIES);
        this.kinds = kinds;
    }

    /** What was said about a record that is gone by now is left out: no key of the table leads to so many kinds. */
    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedPart<EntryFields>> batch) {
        Set<Owner> there = kinds.held(
                organization, batch.stream().map(entry -> owner(entry.fields())).toList());
        super.save(
                organization,
                batch.stream()
                        .filter(entry -> there.contains(owner(entry.fields())))
                        .toList());
    }

    private static Owner owner(EntryFields entry) {
        return new Owner(entry.ownerKind(), entry.ownerId());
    }
}
