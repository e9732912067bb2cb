package app.ascent.assets.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.assets.AssetId;
import app.ascent.assets.AssetRelationImports;
import app.ascent.assets.RelationFields;
import app.ascent.contracts.ContractImports;
import app.ascent.contracts.ContractSamples;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.RecordApiContract;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.record.PartSource;
import app.ascent.record.imports.ImportedPart;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AssetApiTests extends RecordApiContract {

    private static final String ASSETS = "/api/v1/assets";

    private final ContactImports contacts;
    private final ContractImports contracts;
    private final AssetRelationImports relations;
    private final UUID ana = Samples.id();
    private final UUID care = Samples.id();

    @Autowired
    AssetApiTests(
            Visitors visitors,
            ClientImports clients,
            ContactImports contacts,
            ContractImports contracts,
            AssetRelationImports relations,
            JdbcClient jdbc) {
        super(visitors, clients, jdbc);
        this.contacts = contacts;
        this.contracts = contracts;
        this.relations = relations;
    }

    @Override
    protected String address() {
        return ASSETS;
    }

    @Override
    protected List<String> fields() {
        return List.of(
                "clientId",
                "contactId",
                "contractId",
                "createdAt",
                "hostname",
                "id",
                "installDate",
                "ipAddress",
                "location",
                "macAddress",
                "manufacturer",
                "model",
                "name",
                "notes",
                "operatingSystem",
                "parentId",
                "referenceNumber",
                "relatedIds",
                "rmmId",
                "serialNumber",
                "source",
                "status",
                "type",
                "updatedAt",
                "vendorId",
                "version",
                "warrantyExpiration");
    }

    @Override
    protected String json(String more) {
        return "{\"name\": \"Server\", \"clientId\": \"%s\", \"type\": \"SERVER\"%s}".formatted(northwind, more);
    }

    @Override
    protected String edit() {
        return ", \"notes\": \"theirs\"";
    }

    @Override
    protected String one() {
        return "1 asset";
    }

    @BeforeEach
    void aContactAndAContract() {
        contacts.save(
                organization,
                List.of(Samples.fresh(ana, 3, Samples.contact(new ClientId(northwind), "Ana", "Müller", null))),
                true);
        contracts.save(
                organization,
                List.of(Samples.fresh(care, 4, ContractSamples.contract(new ClientId(northwind), "Care"))),
                true);
    }

    @Test
    void keepsWhatWasSentWhateverFormItHad() {
        String host = id(post(""));
        MvcTestResult created = post(
                """
                , "contactId": "%s", "contractId": "%s", "vendorId": "%s", "parentId": "%s", "relatedIds": ["%s"],
                "serialNumber": " 7XK2P93 ", "installDate": "2021-05-31", "notes": "rack 2", "rmmId": "a1b2"
                """
                        .formatted(ana, care, contoso, host, host));

        assertThat(created).bodyJson().extractingPath("$.serialNumber").isEqualTo("7XK2P93");
        assertThat(created).bodyJson().extractingPath("$.installDate").isEqualTo("2021-05-31");
        assertThat(created).bodyJson().extractingPath("$.contractId").isEqualTo(care.toString());
        assertThat(created).bodyJson().extractingPath("$.vendorId").isEqualTo(contoso.toString());
        assertThat(created).bodyJson().extractingPath("$.parentId").isEqualTo(host);
        assertThat(created).bodyJson().extractingPath("$.relatedIds").isEqualTo(List.of(host));
        assertThat(created).bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
        assertThat(created).bodyJson().extractingPath("$.source").isNull();

        comesBack(created);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            name               | ""           | Enter a name.
            clientId           | null         | Choose a client.
            clientId           | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            type               | null         | Choose a type.
            type               | "TOASTER"    | Choose one of the values offered.
            status             | "RETIRED"    | Choose one of the values offered.
            installDate        | "31.05.2021" | Enter a date like 2026-04-19, from 1900 to 2200.
            warrantyExpiration | "2201-01-01" | Enter a date like 2026-04-19, from 1900 to 2200.
            contactId          | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contact of this client.
            contractId         | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contract of this client.
            vendorId           | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            parentId           | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            parentId           | {}           | Send a plain value, or a list of them.
            relatedIds         | ["7e8dd1ab-0000-7000-8000-000000000000"] | Choose one that exists.
            relatedIds         | ["1"]        | Choose one that exists.
            relatedIds         | [{}]         | Send a plain value, or a list of them.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        refuses(field, value, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contactId", "contractId"})
    void takesNothingOfAnotherClient(String field) {
        MvcTestResult refused = post(", \"clientId\": \"%s\", \"%s\": \"%s\""
                .formatted(contoso, field, field.equals("contactId") ? ana : care));

        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
    }

    /** An import may have named those of another client; that must not stand in the way of another edit. */
    @Test
    void leavesWhatAnImportNamed() {
        MvcTestResult created = post(", \"contactId\": \"%s\", \"contractId\": \"%s\"".formatted(ana, care));
        jdbc.sql("update asset set client_id = ? where id = ?")
                .param(contoso)
                .param(UUID.fromString(id(created)))
                .update();
        String present = body(created).replace(northwind.toString(), contoso.toString());

        assertThat(put(id(created), present.replace("\"notes\":null", "\"notes\":\"edited\"")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.contactId")
                .isEqualTo(ana.toString());
    }

    @Test
    void tellsTheWarrantyOnTheOrganizationsDay() {
        LocalDate today = LocalDate.now(ZoneId.of("UTC"));
        id(post(""));
        id(post(warranty(today.plusDays(31))));
        String soon = id(post(warranty(today.plusDays(30))));
        String last = id(post(warranty(today)));
        String over = id(post(warranty(today.minusDays(1))));

        assertThat(listed("warranty=EXPIRED")).containsExactly(over);
        assertThat(listed("warranty=WITHIN_30_DAYS")).containsExactlyInAnyOrder(soon, last);
        assertThat(listed("")).hasSize(5);
    }

    private static String warranty(LocalDate end) {
        return ", \"warrantyExpiration\": \"%s\"".formatted(end);
    }

    @Test
    void findsAssetsByWhatTheyAreKnownBy() {
        String server = id(
                post(
                        """
                , "serialNumber": "7XK2P93", "referenceNumber": "INV-01187", "hostname": "fjh-srv-02",
                "ipAddress": "10.20.4.12", "macAddress": "B0:7B:25:1C:9E:04"
                """));
        String laptop =
                id(post(", \"name\": \"Laptop\", \"type\": \"LAPTOP\", \"status\": \"INACTIVE\", \"clientId\": \"%s\""
                        .formatted(contoso)));

        for (String word : List.of("7xk2", "inv-01187", "fjh-srv", "10.20.4.12", "b0:7b:25", "server")) {
            assertThat(listed("search=" + word)).as(word).containsExactly(server);
        }
        assertThat(listed("type=LAPTOP")).containsExactly(laptop);
        assertThat(listed("status=INACTIVE")).containsExactly(laptop);
        assertThat(listed("clientId=" + contoso)).containsExactly(laptop);
        assertThat(listed("clientId=" + contoso + "&search=7xk2")).isEmpty();
    }

    @Test
    void hangsNoAssetBelowItself() {
        String host = id(post(""));
        String machine = id(post(", \"parentId\": \"%s\"".formatted(host)));

        assertThat(put(host, json(", \"parentId\": \"%s\"".formatted(machine))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Choose an asset that is not below this one.");
        assertThat(put(host, json(", \"parentId\": \"%s\"".formatted(host))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void relatesBothEndsOfAPair() {
        String one = id(post(""));
        String two = id(post(related(one)));
        String three = id(post(related(one)));

        assertThat(related(show(one))).containsExactlyInAnyOrder(two, three);
        assertThat(related(show(two))).containsExactly(one);
        assertThat(listed("$.items[?(@.id=='" + one + "')].relatedIds[*]", "")).containsExactlyInAnyOrder(two, three);

        put(one, json(related(three)));

        assertThat(related(show(one))).containsExactly(three);
        assertThat(related(show(two))).isEmpty();
        assertThat(put(one, json(related(one))))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Choose another asset than this one.");
    }

    /** An import tells of a pair from both its ends; people see it once and take it away at once. */
    @Test
    void replacesWhatAnImportRelated() {
        String one = id(post(""));
        String two = id(post(""));
        relations.save(organization, List.of(pair(one, two, "1"), pair(two, one, "2")));
        assertThat(related(show(one))).containsExactly(two);
        assertThat(related(show(two))).containsExactly(one);

        put(two, json(""));

        assertThat(related(show(one))).isEmpty();
        assertThat(jdbc.sql("select count(*) from asset_relation where organization_id = ?")
                        .param(organization.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static ImportedPart<RelationFields> pair(String one, String two, String sourceId) {
        return new ImportedPart<>(
                Samples.id(),
                true,
                new PartSource(Samples.SYSTEM, Samples.DATABASE, sourceId),
                new RelationFields(new AssetId(UUID.fromString(one)), new AssetId(UUID.fromString(two))),
                "{}");
    }

    /** Whoever holds the other end has read something else, and would bring back what was taken away. */
    @Test
    void countsAnEditOfOneEndAsAnEditOfTheOther() {
        String one = id(post(""));
        MvcTestResult two = post(related(one));
        put(one, json(""));

        assertThat(put(id(two), body(two))).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void tellsOfAPairAtBothEnds() {
        String one = id(post(""));
        String two = id(post(", \"name\": \"The other one\"" + related(one)));
        put(two, json(", \"name\": \"The other one\""));

        assertThat(entries(one)).hasSize(3);
        assertThat(entries(one).get(1)).contains("UPDATE", "Related assets", "The other one");
        assertThat(entries(one).get(2)).contains("UPDATE", "Related assets", "The other one");
        assertThat(entries(two).get(1)).contains("UPDATE", "Related assets", "Server");
    }

    @Test
    void relatesNoMoreThanAnEntryCanTell() {
        jdbc.sql(
                        """
                        insert into asset (organization_id, id, client_id, name, type, status, created_at, updated_at,
                            warranty_ends_on, sort_key)
                        select :organization, gen_random_uuid(), :client, 'Other', 'OTHER', 'ACTIVE', now(), now(),
                            '9999-12-31', 'other'
                        from generate_series(1, 101)
                        """)
                .param("organization", organization.value())
                .param("client", northwind)
                .update();
        List<UUID> all = jdbc.sql("select id from asset where organization_id = ?")
                .param(organization.value())
                .query(UUID.class)
                .list();

        assertThat(post(related(all.subList(0, 100).stream().map(UUID::toString).toArray(String[]::new))))
                .hasStatus(HttpStatus.CREATED);
        assertThat(post(related(all.stream().map(UUID::toString).toArray(String[]::new))))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Relate 100 assets or fewer.");
    }

    @Test
    void takesADeletedAssetOutOfThoseThatNameIt() {
        String host = id(post(""));
        String machine = id(post(", \"parentId\": \"%s\"%s".formatted(host, related(host))));

        assertThat(owner.delete().uri(ASSETS + "/" + host)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(show(machine)).bodyJson().extractingPath("$.parentId").isNull();
        assertThat(related(show(machine))).isEmpty();
        assertThat(entries(machine)).hasSize(3);
        assertThat(entries(machine).toString()).contains("Parent asset", "Related assets");
    }

    @Test
    void outlivesItsContactItsContractAndItsVendor() {
        String id = id(post(
                ", \"contactId\": \"%s\", \"contractId\": \"%s\", \"vendorId\": \"%s\"".formatted(ana, care, contoso)));

        for (String gone : List.of("/contacts/" + ana, "/contracts/" + care, "/clients/" + contoso)) {
            assertThat(owner.delete().uri("/api/v1" + gone)).as(gone).hasStatus(HttpStatus.NO_CONTENT);
        }

        for (String field : List.of("contactId", "contractId", "vendorId")) {
            assertThat(show(id)).bodyJson().extractingPath("$." + field).isNull();
        }
        assertThat(entries(id).subList(1, 4).toString())
                .contains("Contact", "Ana Müller", "Contract", "Care", "Vendor", "Contoso");
    }

    @Test
    void namesNothingOfAnotherOrganization() {
        String id = id(post(""));
        OrganizationId others = visitors.organization();
        MockMvcTester other = visitors.member(others, Role.OWNER);
        UUID theirs = Samples.id();
        clients.save(others, List.of(Samples.fresh(theirs, 1, Samples.client("Theirs"))), true);

        assertThat(send(
                        other.post().uri(ASSETS),
                        "{\"name\": \"Theirs\", \"clientId\": \"%s\", \"type\": \"SERVER\", \"parentId\": \"%s\"%s}"
                                .formatted(theirs, id, related(id))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .isEqualTo(List.of("parentId", "relatedIds"));
    }

    private static String related(String... ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(at -> "\"" + ids[at] + "\"")
                .collect(Collectors.joining(", ", ", \"relatedIds\": [", "]"));
    }

    private static List<String> related(MvcTestResult shown) {
        return JsonPath.read(body(shown), "$.relatedIds");
    }
}
