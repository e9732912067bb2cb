package app.ascent.crm;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static app.ascent.crm.Samples.again;
import static app.ascent.crm.Samples.client;
import static app.ascent.crm.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import app.ascent.crm.ClientImports.Candidate;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.SearchTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Import({ClientImports.class, SearchTexts.class})
class ClientImportsTests {

    private final OrganizationId organization = Samples.organization();
    private final ClientImports imports;
    private final JdbcClient jdbc;

    @Autowired
    ClientImportsTests(ClientImports imports, JdbcClient jdbc) {
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @Test
    void createsClientsWithEveryField() {
        ClientFields full = Everything.client();
        UUID id = Samples.id();

        imports.save(organization, List.of(fresh(id, 0, full)), true);

        assertThat(imports.read(organization, List.of(id))).isEqualTo(Map.of(id, full));
        assertThat(imports.edited(organization, List.of(id))).isEqualTo(Map.of(id, false));
    }

    @Test
    void leavesTheSameClientsWhenABatchIsSavedTwice() {
        List<ImportedRecord<ClientFields>> created = List.of(fresh(1, client("One")), fresh(2, client("Two")));
        imports.save(organization, created, true);
        List<Map<String, Object>> once = rows();

        imports.save(
                organization,
                created.stream()
                        .map(it -> again(it.id(), it.provenance().sourceId(), it.fields()))
                        .toList(),
                true);

        assertThat(rows()).isEqualTo(once);
    }

    /** What is stored before an upgrade is found by the keys of today afterwards. */
    @Test
    void findsClientsThatWereStoredUnderKeysOfEarlierReleases() throws IOException {
        UUID id = Samples.id();
        imports.save(organization, List.of(fresh(id, 1, client("ﬁrm Müller"))), true);
        jdbc.sql(
                        """
                        update crm_client set source_system = null, source_database = null, source_id = null,
                            name_key = E'\u200Bﬁrm \u00ADmüller', sort_key = E'firm\u200B muller'
                        where id = ?
                        """)
                .param(id)
                .update();
        jdbc.sql("update crm_client_search set search_text = E' firm\u2060 muller' where id = ?")
                .param(id)
                .update();

        jdbc.sql(new ClassPathResource("db/migration/V202611281810__crm_folded_keys.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();

        assertThat(imports.match(organization, SYSTEM, DATABASE, List.of(new Candidate(7, "FIRM mÜller", null))))
                .containsExactly(new ImportMatch(7, List.of(id)));
        assertThat(jdbc.sql(
                                """
                                select c.sort_key || t.search_text from crm_client c
                                join crm_client_search t using (organization_id, id) where id = ?
                                """)
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("firm muller firm muller");
    }

    @Test
    void keepsTheDayOfTheFirstImport() {
        UUID imported = Samples.id();
        imports.save(organization, List.of(fresh(imported, 1, client("One"))), true);
        UUID linked = byHand("Two", null);
        jdbc.sql("update crm_client set first_imported_at = case when id = ? then timestamptz '2024-03-14 12:00Z' end")
                .param(imported)
                .update();

        imports.save(
                organization,
                List.of(again(imported, 1, client("One anew")), again(linked, 2, client("Two anew"))),
                true);

        assertThat(row(imported).get("name")).isEqualTo("One anew");
        assertThat(firstImport(imported)).isEqualTo(Instant.parse("2024-03-14T12:00:00Z"));
        Instant taken = firstImport(linked);
        assertThat(taken).isAfter(Instant.parse("2024-03-15T00:00:00Z"));

        imports.save(organization, List.of(again(linked, 2, client("Two once more"))), true);

        assertThat(firstImport(linked)).isEqualTo(taken);
    }

    private @Nullable Instant firstImport(UUID client) {
        return row(client).get("first_imported_at") instanceof Timestamp at ? at.toInstant() : null;
    }

    @Test
    void updatesOnlyWhatAnImportFills() {
        UUID id = Samples.id();
        UUID parent = Samples.id();
        imports.save(organization, List.of(fresh(id, 1, client("Old")), fresh(parent, 2, client("Parent"))), true);
        jdbc.sql("update crm_client set parent_id = ?, primary_chosen = true where id = ?")
                .param(parent)
                .param(id)
                .update();

        imports.save(organization, List.of(again(id, 1, client("New", "C-1", "117"))), true);

        Map<String, Object> row = row(id);
        assertThat(row)
                .containsEntry("name", "New")
                .containsEntry("number", "C-1")
                .containsEntry("parent_id", parent)
                .containsEntry("primary_chosen", true)
                .containsEntry("version", 1L);
    }

    @Test
    void forgetsEarlierEditsOnlyWhenAllFieldsAreTheSources() {
        UUID id = Samples.id();
        imports.save(organization, List.of(fresh(id, 1, client("A"))), true);
        jdbc.sql("update crm_client set edited = true where id = ?").param(id).update();

        imports.save(organization, List.of(again(id, 1, client("B"))), false);
        assertThat(imports.edited(organization, List.of(id))).containsEntry(id, true);

        imports.save(organization, List.of(again(id, 1, client("B"))), true);
        assertThat(imports.edited(organization, List.of(id))).containsEntry(id, false);
    }

    @Test
    void linksAnExistingClientToItsSource() {
        UUID id = byHand("Northwind", null);

        imports.save(organization, List.of(again(id, 174, client("Northwind", null, "117"))), false);

        assertThat(row(id))
                .containsEntry("source_system", SYSTEM)
                .containsEntry("source_database", DATABASE)
                .containsEntry("source_id", 174L)
                .containsEntry("phone", "117");
    }

    @Test
    void doesNotBringBackADeletedClient() {
        imports.save(organization, List.of(again(Samples.id(), 1, client("Gone"))), true);

        assertThat(rows()).isEmpty();
    }

    @Test
    void refusesASecondClientForOneSourceRecord() {
        imports.save(organization, List.of(fresh(1, client("One"))), true);

        assertThatThrownBy(() -> imports.save(organization, List.of(fresh(1, client("Other"))), true))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("crm_client_source_key");
    }

    @Test
    void keepsTheDetailsOfTheSourceEvenWithOddCharacters() {
        UUID id = Samples.id();
        String details = "{\"originals\":{\"companyType\":\"a\\u0000b\"}}";

        imports.save(
                organization,
                List.of(new ImportedRecord<>(id, true, new Provenance(SYSTEM, DATABASE, 5), client("A"), details)),
                true);

        assertThat(row(id).get("source_details")).hasToString(details);
    }

    @Test
    void adoptsByTheSourceIdBeforeAnyName() {
        UUID adopted = Samples.id();
        imports.save(organization, List.of(fresh(adopted, 7, client("Renamed"))), true);
        byHand("Northwind", null);

        assertThat(match(new Candidate(7, "Northwind", null)))
                .containsExactly(new ImportMatch(7, List.of(adopted), true));
    }

    @Test
    void findsWhatSomebodyEntersBetweenTwoBatches() {
        imports.save(organization, List.of(fresh(1, client("One"))), true);
        assertThat(match(new Candidate(2, "Northwind", null))).isEmpty();
        UUID entered = byHand("Northwind", null);

        assertThat(match(new Candidate(3, "Northwind", null))).containsExactly(new ImportMatch(3, List.of(entered)));
    }

    /** As after a migration that was deleted while it had brought some of the records. */
    @Test
    void adoptsOneAmongManyThatAreNew() {
        UUID adopted = Samples.id();
        imports.save(organization, List.of(fresh(adopted, 7, client("Seven"))), true);

        assertThat(match(new Candidate(6, "Six", null), new Candidate(7, "7", null), new Candidate(8, "Eight", null)))
                .containsExactly(new ImportMatch(7, List.of(adopted), true));
    }

    @ParameterizedTest
    @CsvSource({
        "Müller & Söhne, '  müller  &  SÖHNE ', true",
        "Muller, Müller, false",
        "Northwind, Northwind Ltd, false",
    })
    void matchesANameWithoutBlanksAndCase(String known, String candidate, boolean matches) {
        UUID id = byHand(known, null);

        List<ImportMatch> found = match(new Candidate(1, candidate, null));

        assertThat(found).isEqualTo(matches ? List.of(new ImportMatch(1, List.of(id))) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"C-1, c-1, true", "C-1, , true", ", C-1, true", "C-1, C-2, false"})
    void matchesNoNumberThatContradicts(@Nullable String known, @Nullable String candidate, boolean matches) {
        byHand("Northwind", known);

        assertThat(match(new Candidate(1, "Northwind", candidate))).hasSize(matches ? 1 : 0);
    }

    @Test
    void offersNoClientThatBelongsToASourceAlready() {
        imports.save(organization, List.of(fresh(1, client("Northwind"))), true);

        assertThat(match(new Candidate(2, "Northwind", null))).isEmpty();
    }

    @Test
    void offersAClientToTheLowestSourceIdAlone() {
        UUID id = byHand("Northwind", null);

        assertThat(match(new Candidate(9, "Northwind", null), new Candidate(3, "Northwind", null)))
                .containsExactly(new ImportMatch(3, List.of(id)));
    }

    @Test
    void offersAllThatFitToEveryoneWhenTheyAreSeveral() {
        UUID first = byHand("Northwind", null);
        UUID second = byHand("Northwind", null);

        assertThat(match(new Candidate(3, "Northwind", null), new Candidate(9, "Northwind", null)))
                .containsExactly(
                        new ImportMatch(3, List.of(first, second)), new ImportMatch(9, List.of(first, second)));
    }

    @Test
    void seesNothingOfOtherOrganizations() {
        UUID id = Samples.id();
        imports.save(organization, List.of(fresh(id, 1, client("Northwind"))), true);
        OrganizationId other = Samples.organization();

        assertThat(imports.match(other, SYSTEM, DATABASE, List.of(new Candidate(1, "Northwind", null))))
                .isEmpty();
        assertThat(imports.read(other, List.of(id))).isEmpty();
        assertThat(imports.edited(other, List.of(id))).isEmpty();
        imports.save(other, List.of(again(id, 1, client("Stolen"))), true);
        assertThat(row(id)).containsEntry("name", "Northwind");
    }

    private List<ImportMatch> match(Candidate... candidates) {
        return imports.match(organization, SYSTEM, DATABASE, List.of(candidates));
    }

    private UUID byHand(String name, @Nullable String number) {
        UUID id = Samples.id();
        imports.save(organization, List.of(fresh(id, 1_000_000 + rows().size(), client(name, number, null))), true);
        jdbc.sql("update crm_client set source_system = null, source_database = null, source_id = null where id = ?")
                .param(id)
                .update();
        return id;
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from crm_client where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql(
                        """
                        select c.id, c.name, c.version, c.updated_at, s.search_text
                        from crm_client c join crm_client_search s using (organization_id, id)
                        where organization_id = ? order by id
                        """)
                .param(organization.value())
                .query()
                .listOfRows();
    }
}
