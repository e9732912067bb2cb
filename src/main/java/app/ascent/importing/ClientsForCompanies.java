package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.migration.MissingParents;
import app.ascent.migration.MissingParents.MissingParent;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.RecordNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Companies that are not in Ascent, and the clients the Owner chooses for their records. */
@Service
public class ClientsForCompanies {

    /** The type of the records in whose place clients are chosen. */
    private static final EntityType COMPANIES = new EntityType("companies");

    private static final int SHOWN = 25;

    /** @param client what the chosen client is called, or null where none was chosen */
    public record Missing(MissingParent parent, @Nullable String client) {

        /** Autotask's field by which its records name it. */
        public String field() {
            return "companyID";
        }

        /** How many records of each type were left out for want of a company. */
        public static Map<String, Long> records(List<Missing> company) {
            Map<String, Long> records = new LinkedHashMap<>();
            company.forEach(
                    each -> records.merge(each.parent().entity(), each.parent().records(), Long::sum));
            return records;
        }
    }

    /** A client that can be chosen. */
    public record Choice(UUID id, String name, @Nullable String number, @Nullable String city) {

        private static Choice of(ClientView client) {
            return new Choice(
                    client.id().value(),
                    client.fields().name(),
                    client.fields().number(),
                    client.fields().city());
        }
    }

    /** @param more whether there are others */
    public record Choices(List<Choice> shown, boolean more) {}

    private final MissingParents parents;
    private final Clients clients;
    private final RecordNames names;
    private final MigrationLog log;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    ClientsForCompanies(
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
                .filter(parent -> COMPANIES.name().equals(parent.parent()))
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

    /** The company that is missing for a record, where that is why the record was left out. */
    public static Optional<SourceRef> missing(RecordView record) {
        return Optional.ofNullable(record.parent())
                .filter(parent -> parent.type().equals(COMPANIES));
    }

    /** The first clients that a search finds, or the first of all. */
    public Choices search(String text) {
        List<ClientView> found = clients.browse(
                        currentUser.organization(),
                        new ClientFilter(text.isBlank() ? null : text.strip(), null, null, null),
                        PageRequest.of(0, SHOWN))
                .page()
                .getContent();
        return new Choices(found.stream().map(Choice::of).toList(), found.size() == SHOWN);
    }

    /**
     * Imports the records of a company under a client, now and in later runs; answers how many are tried now.
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
                    "Records of the company %s are imported under the client %s"
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
                        "Records of the company %s are no longer imported under another client".formatted(company));
            }
            return was;
        });
    }

    private static SourceRef company(SourceId id) {
        return new SourceRef(COMPANIES, id);
    }
}
