package app.ascent.assets;

import static app.ascent.assets.AssetSamples.asset;
import static app.ascent.assets.AssetSamples.with;
import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static app.ascent.crm.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.CountedStatements;
import app.ascent.PostgresTest;
import app.ascent.assets.AssetImports.Candidate;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.RecordStatus;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.SearchTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

@PostgresTest
@Import({
    AssetImports.class,
    AssetRelationImports.class,
    AssetTables.class,
    ClientImports.class,
    CountedStatements.class,
    SearchTexts.class
})
class AssetImportsTests {

    private final OrganizationId organization = Samples.organization();
    private final ClientId northwind = new ClientId(Samples.id());
    private final ClientId contoso = new ClientId(Samples.id());
    private final AssetImports imports;
    private final AssetRelationImports relations;
    private final RecordRows<AssetFields> rows;
    private final ClientImports clients;
    private final CountedStatements statements;
    private final TransactionOperations transactions;

    @Autowired
    AssetImportsTests(
            AssetImports imports,
            AssetRelationImports relations,
            RecordRows<AssetFields> rows,
            ClientImports clients,
            CountedStatements statements,
            TransactionOperations transactions) {
        this.imports = imports;
        this.relations = relations;
        this.rows = rows;
        this.clients = clients;
        this.statements = statements;
        this.transactions = transactions;
    }

    @BeforeEach
    void twoClients() {
        clients.save(
                organization,
                List.of(
                        fresh(northwind.value(), 1, Samples.client("Northwind")),
                        fresh(contoso.value(), 2, Samples.client("Contoso"))),
                true);
    }

    @Test
    void keepsWhatTheSourceHas() {
        AssetFields full = new AssetFields(
                "FJH-SRV-02",
                northwind,
                AssetType.SERVER,
                RecordStatus.INACTIVE,
                null,
                null,
                contoso,
                "Dell",
                "PowerEdge R750",
                "7XK2P93",
                "INV-01187",
                "fjh-srv-02.fjardhamn.example",
                "10.20.4.12",
                "B0:7B:25:1C:9E:04",
                "Windows Server 2022 Standard",
                "a1b2",
                "Port office, rack 2",
                LocalDate.of(2021, 5, 31),
                LocalDate.of(2026, 5, 30),
                "In the corner");
        UUID id = Samples.id();

        imports.save(organization, List.of(fresh(id, 11, full)), true);

        assertThat(imports.read(organization, List.of(id))).isEqualTo(Map.of(id, full));
        assertThat(imports.count(organization, SYSTEM, DATABASE)).isEqualTo(1);
    }

    @Test
    void matchesByTheRmmIdBeforeTheSerialNumberBeforeTheHostname() {
        UUID byRmm = byHand(northwind, "rmm-1", null, null);
        UUID bySerial = byHand(northwind, "rmm-2", "7XK2P93", null);
        UUID byHostname = byHand(northwind, null, "OTHER", "fjh-srv-02");

        assertThat(match(
                        new Candidate(11, northwind, "RMM-1", "7xk2p93", "fjh-srv-02"),
                        new Candidate(12, northwind, "rmm-9", " 7xk2p93 ", "fjh-srv-02"),
                        new Candidate(13, northwind, null, null, "FJH-SRV-02"),
                        new Candidate(14, northwind, "rmm-9", "unlike", "unlike")))
                .containsExactly(
                        new ImportMatch(11, List.of(byRmm)),
                        new ImportMatch(12, List.of(bySerial)),
                        new ImportMatch(13, List.of(byHostname)));
    }

    /** Whoever is behind finds what is left, as it would in a batch of its own. */
    @Test
    void goesOnToTheNextKeyWhereAnotherTookWhatTheFirstFits() {
        UUID taken = byHand(northwind, "rmm-1", null, null);
        UUID left = byHand(northwind, null, "7XK2P93", null);

        assertThat(match(
                        new Candidate(11, northwind, "rmm-1", null, null),
                        new Candidate(12, northwind, "rmm-1", "7XK2P93", null),
                        new Candidate(13, northwind, "rmm-1", "7XK2P93", null)))
                .containsExactly(new ImportMatch(11, List.of(taken)), new ImportMatch(12, List.of(left)));
    }

    @Test
    void tellsOfAllThatFitByTheSameKey() {
        UUID one = byHand(northwind, null, "7XK2P93", "fjh-srv-02");
        UUID two = byHand(northwind, null, "7xk2p93", null);

        assertThat(match(new Candidate(11, northwind, null, "7XK2P93", "fjh-srv-02")))
                .singleElement()
                .satisfies(match -> assertThat(match.candidates()).containsExactlyInAnyOrder(one, two));
    }

    @Test
    void matchesWithinTheClientAlone() {
        byHand(contoso, "rmm-1", "7XK2P93", "fjh-srv-02");

        assertThat(match(new Candidate(11, northwind, "rmm-1", "7XK2P93", "fjh-srv-02")))
                .isEmpty();
    }

    @Test
    void matchesNoneThatAnImportHasClaimed() {
        imports.save(
                organization, List.of(fresh(7, with(asset(northwind, "Claimed"), "serialNumber", "7XK2P93"))), true);

        assertThat(match(new Candidate(11, northwind, null, "7XK2P93", null))).isEmpty();
        assertThat(match(new Candidate(7, northwind, null, null, null)))
                .singleElement()
                .satisfies(match -> assertThat(match.adopted()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "none",
                "Unknown",
                "0",
                "To Be Filled By O.E.M.",
                "Default  string",
                "System Serial Number",
                " "
            })
    void matchesByNothingThatStandsForNothing(String placeholder) {
        byHand(northwind, placeholder, placeholder, placeholder);

        assertThat(match(new Candidate(11, northwind, placeholder, placeholder, placeholder)))
                .isEmpty();
    }

    /** A batch costs as many statements for a thousand assets as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        byHand(northwind, null, "7XK2P93", null);

        assertThat(created(1_000)).isEqualTo(created(10)).isLessThanOrEqualTo(6);
    }

    private int created(int count) {
        List<ImportedRecord<AssetFields>> batch = new ArrayList<>();
        LongStream.range(0, count)
                .forEach(at -> batch.add(
                        fresh(1_000_000L * count + at, with(asset(northwind, "Asset " + at), "hostname", "h" + at))));
        return statements.during(() -> transactions.executeWithoutResult(status -> {
            imports.match(
                    organization,
                    SYSTEM,
                    DATABASE,
                    batch.stream()
                            .map(each -> Candidate.of(each.provenance().sourceId(), each.fields()))
                            .toList());
            imports.save(organization, batch, true);
        }));
    }

    @Test
    void keepsWhichAssetsAreRelated() {
        UUID one = byHand(northwind, null, null, null);
        UUID two = byHand(northwind, null, null, null);
        ImportedPart<RelationFields> pair = pair(one, two, "ConfigurationItemRelatedItems:1");

        relations.save(organization, List.of(pair));

        assertThat(relations.read(organization, List.of(pair.id()))).isEqualTo(Map.of(pair.id(), pair.fields()));
        assertThat(relations.adopted(organization, SYSTEM, DATABASE, List.of("ConfigurationItemRelatedItems:1")))
                .isEqualTo(Map.of("ConfigurationItemRelatedItems:1", pair.id()));
    }

    @Test
    void relatesNoAssetToItself() {
        UUID one = byHand(northwind, null, null, null);

        assertThatThrownBy(() -> relations.save(organization, List.of(pair(one, one, "1"))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("asset_relation_of_two");
    }

    private static ImportedPart<RelationFields> pair(UUID one, UUID two, String sourceId) {
        return new ImportedPart<>(
                Samples.id(),
                true,
                new PartSource(SYSTEM, DATABASE, sourceId),
                new RelationFields(new AssetId(one), new AssetId(two)),
                "{}");
    }

    private List<ImportMatch> match(Candidate... candidates) {
        return imports.match(organization, SYSTEM, DATABASE, List.of(candidates));
    }

    private UUID byHand(
            ClientId client, @Nullable String rmmId, @Nullable String serialNumber, @Nullable String hostname) {
        AssetFields asset = with(
                with(with(asset(client, "By hand"), "rmmId", rmmId), "serialNumber", serialNumber),
                "hostname",
                hostname);
        return rows.insert(organization, asset, Map.of());
    }
}
