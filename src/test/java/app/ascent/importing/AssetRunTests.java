package app.ascent.importing;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs that bring assets, what they hang on, and what they are related to. */
class AssetRunTests extends ImportJourney {

    private static final String PARENTS =
            "select c.source_id || ' below ' || p.source_id from asset c join asset p on p.id = c.parent_id order by 1";
    private static final String PAIRS =
            """
            select a.source_id || ' ' || b.source_id from asset_relation r join asset a on a.id = r.asset_id
            join asset b on b.id = r.related_id order by 1""";

    private static final String WRITTEN =
            "select serial_number || ' ' || reference_number || ' ' || location from asset where source_id = 174";

    AssetRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "contracts", "assets");
    }

    private static Payload device(long id) {
        return Payload.device()
                .with("id", id)
                .with("referenceTitle", "Device " + id)
                .with("serialNumber", "SN-" + id)
                .with("rmmDeviceAuditHostname", "host-" + id)
                .with("rmmDeviceUID", "uid-" + id);
    }

    private static Payload pair(long id, long one, long other) {
        return Payload.record(id)
                .with("configurationItemID", one)
                .with("relatedConfigurationItemID", other)
                .with("relationship", 1);
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    private static Payload named(long id, String name) {
        return Payload.record(id).with("name", name);
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(
                        Payload.company().withNull("parentCompanyID").toString(),
                        Payload.ownOrganization().toString())
                .contacts(Payload.contact().with("id", 3001).toString())
                .fields("ConfigurationItems", file("asset/fields.json"))
                .records("Contracts", rows(Payload.contract()))
                .records("ConfigurationItemTypes", rows(named(1, "Workstation"), named(14, "Backup appliance")))
                .records("ConfigurationItemCategories", rows(named(2, "Standard")))
                .records(
                        "Products",
                        rows(named(29683011, "PC")
                                .with("manufacturerName", "Lenovo")
                                .with("manufacturerProductName", "M70q")))
                .records(
                        "ConfigurationItems",
                        rows(device(12).with("contactID", 3001).with("contractID", 29688123), device(174)))
                .records("ConfigurationItemRelatedItems", rows(pair(12, 12, 174)));
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void bringsAssetsWithWhatTheyHangOnAndNothingTwiceAndFollowsProducts() {
        String migration = create();

        Answer first = run(migration);
        Answer second = run(migration);

        assertThat(first.at("/status")).isEqualTo("COMPLETED");
        assertThat(counts(first, "assets")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "assetRelations")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(second, "assets")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(counts(second, "assetRelations")).isEqualTo(List.of(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L));
        assertThat(
                        column(
                                """
                        select a.name || ', ' || a.type || ', ' || a.manufacturer || ' ' || a.model || ', ' || c.last_name
                            || ', ' || k.name
                        from asset a join crm_contact c on c.id = a.contact_id join contract k on k.id = a.contract_id"""))
                .containsExactly("Device 12, WORKSTATION, Lenovo M70q, Petersen, Managed Workplace");
        assertThat(column("select source_details -> 'userDefined' ->> 'Admin PIN' from asset"))
                .as("protected values under Source")
                .containsExactly("*****", "*****");
        assertThat(column(PAIRS)).containsExactly("12 174");

        jdbc.sql("delete from asset_relation").update();
        AUTOTASK.records("Products", rows(named(29683011, "PC").with("manufacturerName", "Lenovo Group")));
        Answer third = run(migration);

        assertThat(column(PAIRS)).as("what somebody took away").isEmpty();
        assertThat(counts(third, "assets")).isEqualTo(List.of(2L, 2L, 0L, 2L, 0L, 0L, 0L, 0L));
        assertThat(column("select distinct manufacturer || ' ' || model from asset"))
                .containsExactly("Lenovo Group PC");

        for (String path : List.of("Products", "ConfigurationItemTypes", "ConfigurationItemCategories")) {
            AUTOTASK.failAlways(path, StubFault.FORBIDDEN);
        }
        Answer fourth = run(migration);

        assertThat(counts(fourth, "assets").get(1)).isEqualTo(2L);
        assertThat(column("select distinct type || ' ' || manufacturer || ' ' || model from asset"))
                .as("what was looked up and cannot be read any more")
                .containsExactly("WORKSTATION Lenovo Group PC");
        assertThat(Objects.requireNonNull(api.get(migration + "/report").text()))
                .contains("LOOKUP_UNREADABLE");
    }

    /**
     * Assets that people entered are linked by what they have in common, within their client; by what stands for
     * nothing, or at another client, never.
     */
    @Test
    void setsParentsThatComeLaterAndLinksAssetsThatAreThereAlready() {
        AUTOTASK.records(
                        "ConfigurationItems",
                        rows(
                                device(12).with("parentConfigurationItemID", 174),
                                device(174),
                                device(900).with("parentConfigurationItemID", 901),
                                device(901).with("parentConfigurationItemID", 902),
                                device(902).with("parentConfigurationItemID", 900),
                                device(903).with("parentConfigurationItemID", 903),
                                device(904).with("parentConfigurationItemID", 5),
                                device(910).with("companyID", 0),
                                device(911).with("companyID", 9)))
                .records(
                        "ConfigurationItemRelatedItems",
                        rows(pair(13, 174, 174), pair(14, 12, 5), pair(15, 5, 12), pair(16, 174, 12)));
        String migration = create();

        Answer first = run(migration);

        assertThat(counts(first, "assets")).isEqualTo(List.of(9L, 8L, 8L, 0L, 0L, 0L, 1L, 0L));
        assertThat(column("select c.source_id::text from asset a join crm_client c on c.id = a.client_id"
                        + " where a.source_id = 910"))
                .as("of the own company")
                .containsExactly("0");
        assertFound(migration, 911, "PARENT_NOT_IMPORTED companyID=9");
        assertThat(column(PARENTS)).containsExactly("12 below 174");
        for (long id : List.of(900L, 901L, 902L, 903L)) {
            assertFound(migration, id, "CYCLE parentConfigurationItemID");
        }
        assertFound(migration, 904, "REFERENCE_MISSING parentConfigurationItemID=5");
        relatesNothingToItselfOrToWhatIsNotThere(migration, first);

        enter("", "sn-21", "");
        enter("", "", "HOST-22");
        enter("uid-23", "", "");
        enter("", "N/A", "");
        enter("", "To be filled by O.E.M.", "");
        enter("", "SN-99", "host-99");
        enter("", "SN-27", "");
        enter("", "SN-27", "");
        AUTOTASK.records(
                "ConfigurationItems",
                rows(
                        device(12),
                        device(21),
                        device(22),
                        device(23),
                        device(24).with("serialNumber", "N/A"),
                        device(25).with("serialNumber", "To be filled by O.E.M."),
                        device(26),
                        device(27)));
        Answer second = run(migration);

        assertThat(column(PARENTS)).as("emptied in Autotask").isEmpty();
        assertThat(counts(second, "assets")).isEqualTo(List.of(16L, 15L, 4L, 1L, 7L, 3L, 1L, 0L));
        assertThat(
                        column(
                                """
                        select coalesce(source_id::text, 'not linked') from asset where name = 'As people call it'
                        order by created_at"""))
                .startsWith("21", "22", "23")
                .hasSize(8)
                .endsWith("not linked", "not linked", "not linked", "not linked", "not linked");
        assertFound(migration, 27, "AMBIGUOUS_MATCH");
    }

    private void assertFound(String migration, long device, String start) {
        assertThat(findings(migration, "assets", device))
                .as("device %s", device)
                .singleElement(as(STRING))
                .startsWith(start);
    }

    private void relatesNothingToItselfOrToWhatIsNotThere(String migration, Answer ended) {
        assertThat(counts(ended, "assetRelations")).isEqualTo(List.of(5L, 2L, 2L, 0L, 0L, 0L, 3L, 0L));
        assertThat(column(PAIRS)).containsExactly("12 174", "174 12");
        assertThat(elements(api.get(migration + "/records?entity=assetRelations")
                                .json()
                                .path("items"))
                        .filter(item -> !item.path("outcome").asString().equals("LOADED"))
                        .map(item -> item.path("sourceId").asString() + " "
                                + item.path("code").asString() + " "
                                + item.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "ConfigurationItemRelatedItems:13 RELATED_TO_ITSELF relatedConfigurationItemID",
                        "ConfigurationItemRelatedItems:14 PARENT_NOT_IMPORTED relatedConfigurationItemID",
                        "ConfigurationItemRelatedItems:15 PARENT_NOT_IMPORTED configurationItemID");
    }

    private void enter(String rmm, String serial, String hostname) {
        jdbc.sql(
                        """
                        insert into asset (organization_id, id, client_id, name, type, status, rmm_id, serial_number, hostname,
                            rmm_key, serial_key, hostname_key, warranty_ends_on, sort_key, created_at, updated_at)
                        select organization_id, gen_random_uuid(), id, 'As people call it', 'OTHER', 'ACTIVE',
                            nullif(:rmm, ''), nullif(:serial, ''), nullif(:hostname, ''), nullif(lower(:rmm), ''),
                            case when :serial in ('N/A', 'To be filled by O.E.M.') then null else nullif(lower(:serial), '') end,
                            nullif(lower(:hostname), ''), '9999-12-31', 'as', now(), now()
                        from crm_client where source_id = 174
                        """)
                .param("rmm", rmm)
                .param("serial", serial)
                .param("hostname", hostname)
                .update();
    }

    @Test
    void decidesTypesBeforeARunAndAppliesOthersWithoutACall() {
        AUTOTASK.records(
                "ConfigurationItems",
                rows(device(900).with("configurationItemType", 12), device(901).with("configurationItemType", 14)));
        String migration = create();
        Answer values = api.get(migration + "/values?size=100");
        decide(migration, "12", "PERIPHERAL");
        run(migration);

        assertThat(elements(values.json().path("items"))
                        .filter(item -> item.path("entity").asString().equals("assets"))
                        .map(item -> item.path("value").asString() + " "
                                + item.path("target").asString("undecided")))
                .contains("1 WORKSTATION");
        assertThat(column("select type from asset where source_id = 900")).containsExactly("PERIPHERAL");
        assertThat(findings(migration, "assets", 900)).isEmpty();
        assertThat(column("select type from asset where source_id = 901"))
                .as("nobody can choose it any more; its name is in another table than the picklist")
                .containsExactly("STORAGE");
        assertThat(findings(migration, "assets", 901))
                .containsExactly("UNKNOWN_VALUE configurationItemType=14 -> STORAGE");

        decide(migration, "1", "SERVER");
        AUTOTASK.forgetCalls();
        start(migration, "{\"kind\":\"REMAP\"}");
        Answer ended = ended(migration);

        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(counts(ended, "assets")).isEqualTo(List.of(4L, 4L, 0L, 2L, 2L, 0L, 0L, 0L));
        assertThat(column("select distinct type from asset where source_id in (12, 174)"))
                .containsExactly("SERVER");

        decide(migration, "14", "SERVER");
        run(migration);

        assertThat(column("select type from asset where source_id = 901"))
                .as("the Owner may decide about it once it was met")
                .containsExactly("SERVER");
        assertThat(findings(migration, "assets", 901)).isEmpty();
    }

    private void decide(String migration, String value, String target) {
        Answer decided = api.put(
                migration + "/values",
                """
                {"entity":"assets","field":"configurationItemType","value":"%s","target":"%s"}"""
                        .formatted(value, target));
        assertThat(decided.status()).as(decided.text()).isBetween(200, 204);
    }

    @Test
    void keepsWhatSomebodyChangedUnlessAutotaskIsToWin() {
        String migration = create();
        run(migration);
        edit(174, asset -> asset.put("serialNumber", "On the sticker").put("location", "Cellar"));
        AUTOTASK.records(
                "ConfigurationItems",
                rows(device(12), device(174).with("serialNumber", "SN-NEW").with("referenceNumber", "A-7")));

        run(migration);

        assertThat(column(WRITTEN)).containsExactly("On the sticker A-7 Cellar");
        assertThat(findings(migration, "assets", 174))
                .contains("LOCAL_EDIT_KEPT serialNumber=SN-NEW -> On the sticker");

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(column(WRITTEN)).as("what Autotask has").containsExactly("SN-NEW A-7 Front desk");
        assertThat(
                        column(
                                "select changes::text from audit_entry where entity_type = 'Asset' and changes::text like '%Run 3%'"))
                .singleElement(as(STRING))
                .contains("On the sticker", "SN-NEW", "Cellar");
    }

    private void edit(long device, Consumer<ObjectNode> change) {
        String address = "/api/v1/assets/"
                + column("select id::text from asset where source_id = " + device)
                        .getFirst();
        ObjectNode asset = (ObjectNode) api.get(address).json();
        change.accept(asset);
        assertThat(api.put(address, asset.toString()).status()).isEqualTo(200);
    }

    @Test
    void leavesOutAssetsWithoutAskingForThem() {
        String migration = create();
        AUTOTASK.forgetCalls();
        reach(migration, "ALL", "assets");

        run(migration);

        assertThat(count("asset")).isZero();
        assertThat(AUTOTASK.calls().stream().map(call -> call.path()))
                .noneMatch(path -> path.contains("/ConfigurationItem") || path.contains("/Products"));
    }
}
