package app.ascent.crm;

import static app.ascent.crm.Samples.client;
import static app.ascent.crm.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import app.ascent.crm.ClientImports.ParentLink;
import app.ascent.crm.ClientImports.ParentsAssigned;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.SearchTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Import({ClientImports.class, SearchTexts.class})
class ParentsTests {

    private final OrganizationId organization = Samples.organization();
    private final Map<String, ClientId> clients = new LinkedHashMap<>();
    private final ClientImports imports;
    private final JdbcClient jdbc;

    @Autowired
    ParentsTests(ClientImports imports, JdbcClient jdbc) {
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void someClients() {
        List<ImportedRecord<ClientFields>> batch = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            UUID id = Samples.id();
            clients.put(name, new ClientId(id));
            batch.add(fresh(id, batch.size(), client(name)));
        }
        imports.save(organization, batch, true);
    }

    @Test
    void setsParents() {
        ParentsAssigned assigned = assign(false, link("a", "b", null), link("b", "c", null));

        assertThat(assigned).isEqualTo(new ParentsAssigned(List.of(), List.of(), List.of()));
        assertThat(imports.dropCircles(organization)).isEmpty();
        assertThat(parents()).isEqualTo(Map.of("a", "b", "b", "c"));
    }

    @Test
    void removesAParentThatTheSourceNoLongerNames() {
        assign(false, link("a", "b", null));

        assign(false, link("a", null, "b"));

        assertThat(parents()).isEmpty();
    }

    @Test
    void keepsAParentThatAPersonChose() {
        chosen("a", "c");

        ParentsAssigned assigned = assign(false, link("a", "d", "b"));

        assertThat(assigned.kept()).containsExactly(clients.get("a"));
        assertThat(parents()).isEqualTo(Map.of("a", "c"));
    }

    @Test
    void keepsItThatAPersonTookAParentAway() {
        ParentsAssigned assigned = assign(false, link("a", "b", "b"));

        assertThat(assigned.kept()).containsExactly(clients.get("a"));
        assertThat(parents()).isEmpty();
    }

    @Test
    void replacesAPersonsChoiceWhenTheSourceWins() {
        chosen("a", "c");

        ParentsAssigned assigned = assign(true, link("a", "d", "b"));

        assertThat(assigned.kept()).isEmpty();
        assertThat(parents()).isEqualTo(Map.of("a", "d"));
    }

    @Test
    void callsNothingKeptThatIsAsTheSourceHasIt() {
        chosen("a", "b");

        assertThat(assign(false, link("a", "b", null)).kept()).isEmpty();
    }

    @Test
    void dropsAParentThatIsTheClientItself() {
        assign(false, link("a", "b", null));

        ParentsAssigned assigned = assign(false, link("a", "a", "b"));

        assertThat(assigned.circular()).containsExactly(clients.get("a"));
        assertThat(parents()).isEmpty();
    }

    @Test
    void goesOnWithoutAParentThatWasDeletedMeanwhile() {
        ParentLink toNowhere = new ParentLink(clients.get("a"), new ClientId(Samples.id()), null);

        imports.assignParents(organization, List.of(toNowhere), false);

        assertThat(parents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void endsTheSameInWhateverOrderAndBatchesTheLinksCome(long seed) {
        // a, b and c stand in a circle; d hangs below it; e has a parent outside and f is e's child
        Map<String, String> wanted = Map.of("a", "b", "b", "c", "c", "a", "d", "a", "f", "e");
        List<String> order = new ArrayList<>(wanted.keySet());
        Random random = new Random(seed);
        Collections.shuffle(order, random);
        for (int from = 0; from < order.size(); ) {
            int to = Math.min(order.size(), from + 1 + random.nextInt(3));
            assign(
                    false,
                    order.subList(from, to).stream()
                            .map(name -> link(name, wanted.get(name), null))
                            .toArray(ParentLink[]::new));
            from = to;
        }

        assertThat(imports.dropCircles(organization))
                .containsExactly(clients.get("a"), clients.get("b"), clients.get("c"));
        assertThat(parents()).isEqualTo(Map.of("d", "a", "f", "e"));
        assertThat(imports.dropCircles(organization)).isEmpty();
    }

    @Test
    void takesNoTurnedRoundLinkForACircle() {
        assign(false, link("a", "b", null));

        assign(false, link("b", "a", null));
        assign(false, link("a", null, "b"));

        assertThat(imports.dropCircles(organization)).isEmpty();
        assertThat(parents()).isEqualTo(Map.of("b", "a"));
    }

    @Test
    void dropsTheImportedLinksOfACircleThatAPersonIsPartOf() {
        chosen("a", "b");

        assign(false, link("b", "a", null));

        assertThat(imports.dropCircles(organization)).containsExactly(clients.get("b"));
        assertThat(parents()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void findsCirclesOfAnyLength() {
        List<ImportedRecord<ClientFields>> batch = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            batch.add(fresh(100 + i, client("ring " + i)));
        }
        imports.save(organization, batch, true);
        List<ParentLink> ring = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            ring.add(new ParentLink(
                    new ClientId(batch.get(i).id()),
                    new ClientId(batch.get((i + 1) % batch.size()).id()),
                    null));
        }

        imports.assignParents(organization, ring, false);

        assertThat(imports.dropCircles(organization)).hasSize(120);
        assertThat(parents()).isEmpty();
    }

    private ParentLink link(String client, @Nullable String parent, @Nullable String expected) {
        return new ParentLink(
                clients.get(client),
                parent == null ? null : clients.get(parent),
                expected == null ? null : clients.get(expected));
    }

    private ParentsAssigned assign(boolean overwrite, ParentLink... links) {
        return imports.assignParents(organization, List.of(links), overwrite);
    }

    private void chosen(String client, String parent) {
        jdbc.sql("update crm_client set parent_id = ?, parent_chosen = true where id = ?")
                .param(clients.get(parent).value())
                .param(clients.get(client).value())
                .update();
    }

    private Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        jdbc.sql(
                        """
                        select c.name, p.name as parent from crm_client c
                        join crm_client p on p.organization_id = c.organization_id and p.id = c.parent_id
                        where c.organization_id = ?
                        """)
                .param(organization.value())
                .query(row -> {
                    parents.put(row.getString("name"), row.getString("parent"));
                });
        return parents;
    }
}
