package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.migration.MissingParents;
import app.ascent.migration.MissingParents.MissingParent;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.RecordNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Companies that are not in Ascent, and the clients the Owner chooses for their contacts. */
@Service
public class ClientsForContacts {

    /** The type of the records in whose place clients are chosen. */
    public static final String COMPANIES = "companies";

    /** @param client what the chosen client is called, or null where none was chosen */
    public record Missing(MissingParent parent, @Nullable String client) {}

    private final MissingParents parents;
    private final Clients clients;
    private final RecordNames names;
    private final MigrationLog log;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    ClientsForContacts(
            MissingParents parents,
            Clients clients,
            RecordNames names,
            MigrationLog log,
            CurrentUser currentUser,
            TransactionOperations transactions) {
        this.parents = parents;
        this.clients = clients;
        this.names = names;
        this.log = log;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /** @param run its number, or null for the last one that came to its end */
    public List<Missing> of(MigrationId migration, @Nullable Integer run) {
        OrganizationId organization = currentUser.organization();
        List<MissingParent> found = parents.of(organization, migration, run).stream()
                .filter(parent -> COMPANIES.equals(parent.parent()))
                .toList();
        Map<Object, String> called = names.of(
                organization,
                found.stream()
                        .map(MissingParent::chosen)
                        .filter(Objects::nonNull)
                        .map(ClientId::new)
                        .collect(Collectors.toSet()));
        return found.stream()
                .map(parent ->
                        new Missing(parent, parent.chosen() == null ? null : called.get(new ClientId(parent.chosen()))))
                .toList();
    }

    /**
     * Imports the contacts of a company under a client, now and in later runs; answers how many are tried now.
     *
     * @throws UnknownClient when there is no such client
     * @throws app.ascent.migration.MigrationRefused.NotInThisState while a run is under way
     */
    public int choose(MigrationId migration, SourceId company, UUID client) {
        SignedInUser owner = currentUser.get();
        ClientView chosen =
                clients.find(owner.organization(), new ClientId(client)).orElseThrow(UnknownClient::new);
        return transactions.execute(status -> {
            int records =
                    parents.choose(owner.organization(), owner.id(), migration, company(company), new TargetId(client));
            log.changed(
                    Action.UPDATE,
                    migration,
                    "Contacts of the company %s are imported under the client %s"
                            .formatted(company, chosen.fields().name()));
            return records;
        });
    }

    /** Takes a choice back for later runs; answers whether there was one. */
    public boolean takeBack(MigrationId migration, SourceId company) {
        OrganizationId organization = currentUser.organization();
        return transactions.execute(status -> {
            boolean was = parents.takeBack(organization, migration, company(company));
            if (was) {
                log.changed(
                        Action.UPDATE,
                        migration,
                        "Contacts of the company %s are no longer imported under another client".formatted(company));
            }
            return was;
        });
    }

    private static SourceRef company(SourceId id) {
        return new SourceRef(new EntityType(COMPANIES), id);
    }
}
