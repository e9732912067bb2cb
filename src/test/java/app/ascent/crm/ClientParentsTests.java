package app.ascent.crm;

import static app.ascent.crm.Samples.client;
import static app.ascent.crm.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.InnerLinks.Chosen;
import app.ascent.record.table.InnerLinks.Link;
import app.ascent.record.table.InnerLinks.Wanted;
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
@Import({ClientImports.class, ClientParents.class, SearchTexts.class})
class ClientParentsTests {

    private final OrganizationId organization = Samples.organization();
    private final Map<String, UUID> clients = new LinkedHashMap<>();
    private final ClientImports imports;
    private final ClientParents parents;
    private final JdbcClient jdbc;

    @Autowired
    ClientParentsTests(ClientImports imports, ClientParents parents, JdbcClient jdbc) {
        this.imports = imports;
        this.parents = parents;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void someClients() {
        List<ImportedRecord<ClientFields>> batch = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            UUID id = Samples.id();
            clients.put(name, id);
            batch.add(fresh(id, batch.size(), client(name)));
        }
        imports.save(organization, batch, true);
    }

    @Test
    void setsParents() {
        assertThat(assign(false, link("a", "b", null), link("b", "c", null))).isEmpty();

        assertThat(parents.circles(organization)).isEmpty();
        assertThat(standing()).isEqualTo(Map.of("a", "b", "b", "c"));
    }

    @Test
    void removesAParentThatTheSourceNoLongerNames() {
        assign(false, link("a", "b", null));

        assign(false, link("a", null, "b"));

        assertThat(standing()).isEmpty();
    }

    @Test
    void setsTheSameTwiceWithoutAChange() {
        assign(false, link("a", "b", null));
        long version = version("a");

        assign(false, link("a", "b", "b"));

        assertThat(version("a")).isEqualTo(version);
    }

    @Test
    void keepsAParentThatAPersonChose() {
        chosen("a", "c");

        assertThat(assign(false, link("a", "d", "b"))).containsExactly(own("a", "c", "d"));

        assertThat(standing()).isEqualTo(Map.of("a", "c"));
    }

    @Test
    void keepsItThatAPersonTookAParentAway() {
        assertThat(assign(false, link("a", "b", "b"))).containsExactly(own("a", null, "b"));

        assertThat(standing()).isEmpty();
    }

    @Test
    void replacesAPersonsChoiceWhenTheSourceWins() {
        chosen("a", "c");

        assertThat(assign(true, link("a", "d", "b"))).containsExactly(own("a", "c", "d"));

        assertThat(standing()).isEqualTo(Map.of("a", "d"));
    }

    @Test
    void callsNothingKeptThatIsAsTheSourceHasIt() {
        chosen("a", "b");

        assertThat(assign(false, link("a", "b", null))).isEmpty();
    }

    @Test
    void dropsAParentThatIsTheClientItself() {
        assign(false, link("a", "b", null));

        assertThat(assign(false, link("a", "a", "b"))).isEmpty();

        assertThat(standing()).isEmpty();
    }

    @Test
    void goesOnWithoutAParentThatWasDeletedMeanwhile() {
        parents.set(organization, List.of(new Wanted(clients.get("a"), Samples.id(), null)), false);

        assertThat(standing()).isEmpty();
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
                            .toArray(Wanted[]::new));
            from = to;
        }

        assertThat(parents.circles(organization)).singleElement().satisfies(circle -> assertThat(circle)
                .containsExactlyInAnyOrder(
                        new Link(clients.get("a"), clients.get("b")),
                        new Link(clients.get("b"), clients.get("c")),
                        new Link(clients.get("c"), clients.get("a"))));
        Map<UUID, @Nullable UUID> cut = new HashMap<>();
        List.of("a", "b", "c").forEach(name -> cut.put(clients.get(name), null));
        parents.put(organization, cut);
        assertThat(standing()).isEqualTo(Map.of("d", "a", "f", "e"));
        assertThat(parents.circles(organization)).isEmpty();
    }

    @Test
    void takesNoTurnedRoundLinkForACircle() {
        assign(false, link("a", "b", null));

        assign(false, link("b", "a", null));
        assign(false, link("a", null, "b"));

        assertThat(parents.circles(organization)).isEmpty();
        assertThat(standing()).isEqualTo(Map.of("b", "a"));
    }

    @Test
    void findsCirclesOfAnyLength() {
        List<ImportedRecord<ClientFields>> batch = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            batch.add(fresh(100 + i, client("ring " + i)));
        }
        imports.save(organization, batch, true);
        List<Wanted> ring = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            ring.add(new Wanted(
                    batch.get(i).id(), batch.get((i + 1) % batch.size()).id(), null));
        }

        parents.set(organization, ring, false);

        assertThat(parents.circles(organization)).singleElement().satisfies(circle -> assertThat(circle)
                .hasSize(120));
    }

    private Wanted link(String client, @Nullable String parent, @Nullable String expected) {
        return new Wanted(clients.get(client), id(parent), id(expected));
    }

    private Chosen own(String client, @Nullable String stands, String wanted) {
        return new Chosen(clients.get(client), id(stands), clients.get(wanted));
    }

    private @Nullable UUID id(@Nullable String client) {
        return client == null ? null : clients.get(client);
    }

    /** What people chose of these. */
    private List<Chosen> assign(boolean overwrite, Wanted... links) {
        List<Chosen> chosen = parents.chosen(organization, List.of(links));
        parents.set(organization, List.of(links), overwrite);
        return chosen;
    }

    private void chosen(String client, String parent) {
        jdbc.sql("update crm_client set parent_id = ? where id = ?")
                .param(clients.get(parent))
                .param(clients.get(client))
                .update();
    }

    private long version(String client) {
        return jdbc.sql("select version from crm_client where id = ?")
                .param(clients.get(client))
                .query(Long.class)
                .single();
    }

    private Map<String, String> standing() {
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
