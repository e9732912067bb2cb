package app.ascent.crm;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static app.ascent.crm.Samples.again;
import static app.ascent.crm.Samples.claimant;
import static app.ascent.crm.Samples.client;
import static app.ascent.crm.Samples.contact;
import static app.ascent.crm.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import app.ascent.crm.ContactImports.Candidate;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordStatus;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.SearchTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Import({ClientImports.class, ContactImports.class, SearchTexts.class})
class ContactImportsTests {

    private final OrganizationId organization = Samples.organization();
    private final ClientId northwind = new ClientId(Samples.id());
    private final ClientId contoso = new ClientId(Samples.id());
    private final ClientImports clients;
    private final ContactImports imports;
    private final JdbcClient jdbc;

    @Autowired
    ContactImportsTests(ClientImports clients, ContactImports imports, JdbcClient jdbc) {
        this.clients = clients;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void twoClients() {
        clients.save(
                organization,
                List.of(fresh(northwind.value(), 1, client("Northwind")), fresh(contoso.value(), 2, client("Contoso"))),
                true);
    }

    @Test
    void createsContactsWithEveryField() {
        ContactFields full = Everything.contact(northwind);
        UUID id = Samples.id();

        imports.save(organization, List.of(fresh(id, 0, full)), true);

        assertThat(imports.read(organization, List.of(id))).isEqualTo(Map.of(id, full));
        assertThat(row(id)).containsEntry("is_primary", false);
    }

    @Test
    void updatesEveryField() {
        ContactFields full = Everything.contact(contoso);
        UUID id = Samples.id();
        imports.save(organization, List.of(fresh(id, 1, contact(northwind, null, "Plain", null))), true);

        imports.save(organization, List.of(again(id, 1, full)), true);

        assertThat(imports.read(organization, List.of(id))).isEqualTo(Map.of(id, full));
    }

    @Test
    void refusesAContactOfNoClient() {
        ContactFields stray = contact(new ClientId(Samples.id()), null, "Stray", null);

        assertThatThrownBy(() -> imports.save(organization, List.of(fresh(1, stray)), true))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("crm_contact_client_fkey");
    }

    @Test
    void refusesAContactOfAnotherOrganizationsClient() {
        assertThatThrownBy(() -> imports.save(
                        Samples.organization(), List.of(fresh(1, contact(northwind, null, "Stray", null))), true))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void matchesAnAddressWithinTheClientAlone() {
        UUID known = byHand(contact(northwind, "Ana", "Müller", "Ana@Northwind.example"));

        assertThat(match(new Candidate(1, northwind, "A.", "Muller", "ana@northwind.EXAMPLE")))
                .containsExactly(new ImportMatch(1, List.of(known)));
        assertThat(match(new Candidate(1, contoso, "Ana", "Müller", "ana@northwind.example")))
                .isEmpty();
    }

    @Test
    void matchesANameOnlyWhenNeitherSideHasAnAddress() {
        UUID known = byHand(contact(northwind, "Ana", "Müller", null));
        byHand(contact(northwind, "Åsa", "Berg", "asa@northwind.example"));

        assertThat(match(new Candidate(1, northwind, " ana ", "MÜLLER", null)))
                .containsExactly(new ImportMatch(1, List.of(known)));
        assertThat(match(new Candidate(1, northwind, "Ana", "Müller", "ana@northwind.example")))
                .isEmpty();
        assertThat(match(new Candidate(1, northwind, "Åsa", "Berg", null))).isEmpty();
    }

    @Test
    void adoptsByTheSourceIdWhereverTheContactIsNow() {
        UUID known = Samples.id();
        imports.save(organization, List.of(fresh(known, 8, contact(contoso, null, "Moved", null))), true);

        assertThat(match(new Candidate(8, northwind, null, "Other", null)))
                .containsExactly(new ImportMatch(8, List.of(known), true));
    }

    @Test
    void findsWhomSomebodyEntersBetweenTwoBatches() {
        imports.save(organization, List.of(fresh(1, contact(northwind, "Ann", "One", null))), true);
        assertThat(match(new Candidate(2, northwind, "Bob", "Two", null))).isEmpty();
        UUID entered = byHand(contact(northwind, "Bob", "Two", null));

        assertThat(match(new Candidate(3, northwind, "Bob", "Two", null)))
                .containsExactly(new ImportMatch(3, List.of(entered)));
    }

    @Test
    void makesTheLowestClaimPrimary() {
        imports.save(
                organization,
                List.of(fresh(30, claimant(northwind, "Third")), fresh(10, claimant(northwind, "First"))),
                true);
        imports.save(
                organization,
                List.of(fresh(20, claimant(northwind, "Second")), fresh(5, contact(northwind, null, "None", null))),
                true);

        ContactImports.Election election = elect(false);

        assertThat(primaries()).containsExactly("First");
        assertThat(election.second()).containsExactly(20L, 30L);
        assertThat(election.kept()).isEmpty();
        assertThat(elect(false)).isEqualTo(election);
        assertThat(primaries()).containsExactly("First");
    }

    @Test
    void neverMakesAnInactiveContactPrimary() {
        imports.save(
                organization,
                List.of(
                        fresh(1, contact(northwind, null, "Left", null, RecordStatus.INACTIVE, true)),
                        fresh(2, claimant(northwind, "Stays"))),
                true);

        ContactImports.Election election = elect(false);

        assertThat(primaries()).containsExactly("Stays");
        assertThat(election.second()).isEmpty();
    }

    @Test
    void followsTheSourceWhenItsClaimMoves() {
        UUID first = Samples.id();
        UUID second = Samples.id();
        imports.save(
                organization,
                List.of(
                        fresh(first, 1, claimant(northwind, "First")),
                        fresh(second, 2, contact(northwind, null, "Second", null))),
                true);
        elect(false);

        imports.save(
                organization,
                List.of(
                        again(first, 1, contact(northwind, null, "First", null)),
                        again(second, 2, claimant(northwind, "Second"))),
                true);
        elect(false);

        assertThat(primaries()).containsExactly("Second");
    }

    @Test
    void takesNoPrimaryPlaceAlongToAnotherClient() {
        UUID mover = Samples.id();
        imports.save(
                organization,
                List.of(fresh(mover, 5, claimant(northwind, "Mover")), fresh(3, claimant(contoso, "There"))),
                true);
        elect(false);

        imports.save(organization, List.of(again(mover, 5, claimant(contoso, "Mover"))), true);
        ContactImports.Election election = elect(false);

        assertThat(primaries()).containsExactly("There");
        assertThat(election.second()).containsExactly(5L);
    }

    @Test
    void losesThePrimaryPlaceWithItsActivity() {
        UUID left = Samples.id();
        imports.save(organization, List.of(fresh(left, 5, claimant(northwind, "Left"))), true);
        elect(false);

        imports.save(
                organization,
                List.of(again(left, 5, contact(northwind, null, "Left", null, RecordStatus.INACTIVE, true))),
                true);

        assertThat(primaries()).isEmpty();
    }

    @Test
    void leavesAPersonsChoiceAlone() {
        imports.save(
                organization,
                List.of(
                        fresh(1, claimant(northwind, "Lowest")),
                        fresh(2, contact(northwind, null, "Chosen", null)),
                        fresh(3, claimant(northwind, "Further"))),
                true);
        choose("Chosen");

        ContactImports.Election election = elect(false);

        assertThat(primaries()).containsExactly("Chosen");
        assertThat(election.kept()).containsExactly(1L);
        assertThat(election.second()).containsExactly(3L);
    }

    @Test
    void leavesItAtNobodyWhenAPersonChoseThat() {
        imports.save(organization, List.of(fresh(1, claimant(northwind, "Lowest"))), true);
        jdbc.sql("update crm_client set primary_chosen = true where id = ?")
                .param(northwind.value())
                .update();

        assertThat(elect(false).kept()).containsExactly(1L);
        assertThat(primaries()).isEmpty();
    }

    @Test
    void replacesAPersonsChoiceWhenTheSourceWins() {
        imports.save(
                organization,
                List.of(fresh(1, claimant(northwind, "Lowest")), fresh(2, contact(northwind, null, "Chosen", null))),
                true);
        choose("Chosen");

        ContactImports.Election election = elect(true);

        assertThat(primaries()).containsExactly("Lowest");
        assertThat(election.second()).isEmpty();
        assertThat(election.kept()).isEmpty();
        assertThat(election.lost()).singleElement().satisfies(lost -> {
            assertThat(lost.name()).isEqualTo("Lowest");
            assertThat(lost.holderName()).isEqualTo("Chosen");
        });
    }

    @Test
    void leavesAChosenContactWhereTheSourceNamesNobody() {
        byHand(contact(northwind, null, "Chosen", null));
        choose("Chosen");

        elect(true);

        assertThat(primaries()).containsExactly("Chosen");
    }

    /** Whoever belongs to another share is left alone, as if there were nobody else. */
    @Test
    void electsAShareOfTheClientsAtOnce() {
        List<ImportedRecord<ContactFields>> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID client = UUID.nameUUIDFromBytes(new byte[] {(byte) i}); // shares go by it
            clients.save(organization, List.of(fresh(client, 100 + i, client("Client " + i))), true);
            batch.add(fresh(2 * i, claimant(new ClientId(client), "First " + i)));
            batch.add(fresh(2 * i + 1, claimant(new ClientId(client), "Second " + i)));
        }
        imports.save(organization, batch, true);

        List<Integer> primaries = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int share = 0; share < 3; share++) {
            second.addAll(imports.electPrimaries(
                            organization, new ContactImports.Electorate(SYSTEM, DATABASE, share, 3), false)
                    .second());
            primaries.add(primaries().size());
        }

        assertThat(primaries).isSorted().doesNotHaveDuplicates().endsWith(20);
        assertThat(primaries()).allMatch(name -> name != null && name.startsWith("First"));
        assertThat(second)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 20).mapToObj(i -> 2 * i + 1).toList());
    }

    private ContactImports.Election elect(boolean overwrite) {
        return imports.electPrimaries(organization, new ContactImports.Electorate(SYSTEM, DATABASE, 0, 1), overwrite);
    }

    private void choose(String lastName) {
        jdbc.sql("update crm_contact set is_primary = true where organization_id = ? and last_name = ?")
                .param(organization.value())
                .param(lastName)
                .update();
        jdbc.sql("update crm_client set primary_chosen = true where id = ?")
                .param(northwind.value())
                .update();
    }

    private List<@Nullable String> primaries() {
        return jdbc.sql("select last_name from crm_contact where organization_id = ? and is_primary order by id")
                .param(organization.value())
                .query(String.class)
                .list();
    }

    private List<ImportMatch> match(Candidate... candidates) {
        return imports.match(organization, SYSTEM, DATABASE, List.of(candidates));
    }

    private UUID byHand(ContactFields fields) {
        UUID id = Samples.id();
        imports.save(organization, List.of(fresh(id, 1_000_000 + Math.abs(id.hashCode()), fields)), true);
        jdbc.sql("update crm_contact set source_system = null, source_database = null, source_id = null where id = ?")
                .param(id)
                .update();
        return id;
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from crm_contact where id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
