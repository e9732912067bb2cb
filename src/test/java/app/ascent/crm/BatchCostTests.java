package app.ascent.crm;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static app.ascent.crm.Samples.again;
import static app.ascent.crm.Samples.client;
import static app.ascent.crm.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.PostgresTest;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.InnerLinks;
import app.ascent.record.table.SearchTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A batch costs a handful of statements, and as many for a thousand records as for ten. */
@PostgresTest
@Import({ClientImports.class, ClientParents.class, ContactImports.class, SearchTexts.class, CountedStatements.class})
class BatchCostTests {

    private final ClientImports clients;
    private final ClientParents parents;
    private final ContactImports contacts;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    @Autowired
    BatchCostTests(
            ClientImports clients,
            ClientParents parents,
            ContactImports contacts,
            CountedStatements statements,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.clients = clients;
        this.parents = parents;
        this.contacts = contacts;
        this.statements = statements;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void costsTheSameForTenAndForAThousandRecords() {
        Map<String, Integer> ten = costs(10);
        Map<String, Integer> thousand = costs(1_000);

        assertThat(thousand).isEqualTo(ten);
        assertThat(ten)
                .containsEntry("create clients", 4)
                .containsEntry("update clients", 2)
                .containsEntry("match clients", 2)
                .containsEntry("match clients where there can be none", 1)
                .containsEntry("create contacts", 4)
                .containsEntry("update contacts", 2)
                .containsEntry("match contacts", 2)
                .containsEntry("match contacts where there can be none", 1)
                .containsEntry("read contacts", 1);
        assertThat(ten.values()).allMatch(cost -> cost >= 1 && cost <= 6);
    }

    /** Statistics know other organizations; of the one that is being imported they would expect a single record. */
    @Test
    void readsOnlyWhatFitsHoweverManyThereAreAndWhateverStatisticsSay() {
        everything(Samples.organization(), 10);
        jdbc.sql("analyze crm_client, crm_contact").update();
        OrganizationId organization = Samples.organization();
        List<UUID> ids = everything(organization, 3_000);

        long read = transactions.execute(status -> {
            long before = rowsRead();
            assertThat(matchClients(organization, IntStream.range(3_000, 3_200)))
                    .isEmpty();
            assertThat(matchContacts(organization, IntStream.range(3_000, 3_200), ids))
                    .isEmpty();
            assertThat(matchClients(organization, IntStream.range(2_900, 3_100)))
                    .hasSize(100);
            assertThat(matchContacts(organization, IntStream.range(2_900, 3_100), ids))
                    .hasSize(100);
            assertThat(clients.edited(organization, ids.subList(0, 100))).hasSize(100);
            assertThat(contacts.edited(organization, ids.subList(0, 100))).hasSize(100);
            return rowsRead() - before;
        });

        assertThat(read).isLessThan(1_000);
    }

    private List<UUID> everything(OrganizationId organization, int size) {
        List<UUID> ids = IntStream.range(0, size).mapToObj(each -> Samples.id()).toList();
        clients.save(organization, clients(ids, true), true);
        contacts.save(organization, contacts(ids, true), true);
        return ids;
    }

    /** By this transaction, and some before it. */
    private long rowsRead() {
        return jdbc.sql("select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables"
                        + " where relname in ('crm_client', 'crm_contact')")
                .query(Long.class)
                .single();
    }

    private List<ImportMatch> matchClients(OrganizationId organization, IntStream sourceIds) {
        return clients.match(
                organization,
                SYSTEM,
                DATABASE,
                sourceIds
                        .mapToObj(each -> new ClientImports.Candidate(each, "Other", null))
                        .toList());
    }

    private List<ImportMatch> matchContacts(OrganizationId organization, IntStream sourceIds, List<UUID> ids) {
        return contacts.match(
                organization,
                SYSTEM,
                DATABASE,
                sourceIds
                        .mapToObj(each -> new ContactImports.Candidate(
                                each, new ClientId(ids.get(each % ids.size())), null, "Other", null))
                        .toList());
    }

    private Map<String, Integer> costs(int size) {
        Map<String, Integer> costs = new TreeMap<>();
        OrganizationId organization = Samples.organization();
        List<UUID> ids = IntStream.range(0, size).mapToObj(each -> Samples.id()).toList();

        costs.put("create clients", statements.during(() -> clients.save(organization, clients(ids, true), true)));
        costs.put("update clients", statements.during(() -> clients.save(organization, clients(ids, false), true)));
        costs.put("read clients", statements.during(() -> clients.read(organization, ids)));
        costs.put("edited clients", statements.during(() -> clients.edited(organization, ids)));
        costs.put(
                "match clients",
                statements.during(() -> clients.match(
                        organization,
                        SYSTEM,
                        DATABASE,
                        IntStream.range(0, size)
                                .mapToObj(each -> new ClientImports.Candidate(each, "Client", null))
                                .toList())));
        costs.put(
                "match clients where there can be none",
                statements.during(() -> matchClients(organization, IntStream.range(size, 2 * size))));
        costs.put("parents", statements.during(() -> parents.set(organization, ring(ids), false)));
        costs.put("circles", statements.during(() -> parents.circles(organization)));

        costs.put("create contacts", statements.during(() -> contacts.save(organization, contacts(ids, true), true)));
        costs.put("update contacts", statements.during(() -> contacts.save(organization, contacts(ids, false), true)));
        costs.put("read contacts", statements.during(() -> contacts.read(organization, ids)));
        costs.put("edited contacts", statements.during(() -> contacts.edited(organization, ids)));
        costs.put(
                "match contacts",
                statements.during(() -> contacts.match(
                        organization,
                        SYSTEM,
                        DATABASE,
                        ids.stream()
                                .map(id -> new ContactImports.Candidate(
                                        ids.indexOf(id), new ClientId(id), null, "Contact", null))
                                .toList())));
        costs.put(
                "match contacts where there can be none",
                statements.during(() -> matchContacts(organization, IntStream.range(size, 2 * size), ids)));
        costs.put(
                "primaries",
                statements.during(() -> contacts.electPrimaries(
                        organization, new ContactImports.Electorate(SYSTEM, DATABASE, 0, 1), false)));
        return costs;
    }

    private static List<ImportedRecord<ClientFields>> clients(List<UUID> ids, boolean fresh) {
        List<ImportedRecord<ClientFields>> batch = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ClientFields fields = client(fresh ? "Client" : "Changed");
            batch.add(fresh ? fresh(ids.get(i), i, fields) : again(ids.get(i), i, fields));
        }
        return batch;
    }

    private static List<ImportedRecord<ContactFields>> contacts(List<UUID> ids, boolean fresh) {
        List<ImportedRecord<ContactFields>> batch = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ContactFields fields = Samples.claimant(new ClientId(ids.get(i)), fresh ? "Contact" : "Changed");
            batch.add(fresh ? fresh(ids.get(i), i, fields) : again(ids.get(i), i, fields));
        }
        return batch;
    }

    private static List<InnerLinks.Wanted> ring(List<UUID> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(each -> new InnerLinks.Wanted(ids.get(each), ids.get((each + 1) % ids.size()), null))
                .toList();
    }
}
