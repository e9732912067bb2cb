package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.sandbox.tenant.Entity;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the tenant says about its entities, and that its records keep to it. */
class MetadataTests extends SandboxTest {

    private JsonNode fields(String entity) throws IOException {
        return json(get(API + "/" + entity + "/entityInformation/fields")).get("fields");
    }

    private static JsonNode field(JsonNode fields, String name) {
        return fields.valueStream()
                .filter(field -> field.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> picklist(JsonNode field) {
        return field.get("picklistValues")
                .valueStream()
                .map(value -> value.get("value").asString() + " "
                        + value.get("label").asString()
                        + (value.get("isActive").asBoolean() ? "" : " inactive")
                        + (value.get("isSystem").asBoolean() ? " system" : ""))
                .toList();
    }

    @Test
    void tellsWhatMayBeDoneWithAnEntityInNumbers() throws IOException {
        faults.use(Map.of("variants", "NUMERIC_ACCESS"));

        assertThat(json(get(API + "/Companies/entityInformation")))
                .isEqualTo(
                        json(
                                """
                {"info":{"name":"Company","canCreate":true,"canDelete":false,"canQuery":true,"canUpdate":true,
                 "userAccessForCreate":0,"userAccessForDelete":0,"userAccessForQuery":1,"userAccessForUpdate":0,
                 "hasUserDefinedFields":true,"supportsWebhookCallouts":true}}"""));
    }

    @Test
    void saysRightsInWords() throws IOException {
        faults.use(Map.of("access.Contacts", "2", "access.Companies", "0"));

        assertThat(right("Resources")).isEqualTo("All");
        assertThat(right("Contacts")).isEqualTo("Restricted");
        assertThat(right("Companies")).isEqualTo("None");
    }

    private String right(String entity) throws IOException {
        return json(get(API + "/" + entity + "/entityInformation"))
                .at("/info/userAccessForQuery")
                .asString();
    }

    @Test
    void listsThePicklistOfCompanyTypesWithOneOfTheTenantsOwn() throws IOException {
        assertThat(picklist(field(fields("Companies"), "companyType")))
                .containsExactly(
                        "1 Customer system",
                        "2 Lead system",
                        "3 Prospect system",
                        "4 Dead system",
                        "6 Cancelation system",
                        "7 Vendor system",
                        "8 Partner system",
                        "100 Strategic Account",
                        "101 Referral Source inactive");
    }

    @Test
    void tellsWhatAContractMayBe() throws IOException {
        JsonNode fields = fields("Contracts");

        assertThat(picklist(field(fields, "contractType")))
                .containsExactly(
                        "1 Time & Materials system",
                        "3 Fixed Price system",
                        "4 Block Hours system",
                        "6 Retainer system",
                        "7 Recurring Service system",
                        "8 Per Ticket system",
                        "100 Device Subscription",
                        "101 Cost Plus inactive");
        assertThat(field(fields, "renewedContractID").get("referenceEntityType").asString())
                .isEqualTo("Contract");
        assertThat(json(get(API + "/Contracts/entityInformation"))
                        .at("/info/canDelete")
                        .asBoolean())
                .isFalse();
        assertThat(json(get(API + "/ContractServices/entityInformation/userDefinedFields")))
                .isEqualTo(json("{\"fields\":[]}"));
    }

    @Test
    void tellsWhatAProjectMayBe() throws IOException {
        JsonNode fields = fields("Projects");

        assertThat(picklist(field(fields, "projectType")))
                .containsExactly(
                        "2 Proposal system",
                        "3 Template system",
                        "4 Internal system",
                        "5 Client system",
                        "8 Baseline system",
                        "100 Rollout programme",
                        "101 Study inactive");
        assertThat(picklist(field(fields, "status")))
                .containsExactly(
                        "1 New system",
                        "2 Inactive system",
                        "5 Complete system",
                        "7 In Progress",
                        "8 On Hold",
                        "9 Waiting",
                        "10 Planning",
                        "11 Cancelled",
                        "100 Snagging",
                        "101 Change Order inactive");
        assertThat(field(fields, "projectLeadResourceID")
                        .get("referenceEntityType")
                        .asString())
                .isEqualTo("Resource");
        assertThat(json(get(API + "/Projects/entityInformation"))
                        .at("/info/canDelete")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void tellsWhatATaskMayBe() throws IOException {
        JsonNode fields = fields("Tasks");

        assertThat(picklist(field(fields, "status")))
                .contains("1 New system", "5 Complete system", "7 Waiting Customer", "101 Change Order inactive");
        assertThat(picklist(field(fields, "taskType")))
                .containsExactly("1 Fixed Work system", "2 Fixed Duration system");
        assertThat(picklist(field(fields, "priorityLabel"))).startsWith("4 Critical", "1 High", "2 Medium", "3 Low");
        assertThat(field(fields, "priority").get("isPickList").asBoolean()).isFalse();
        assertThat(field(fields, "remainingHours").get("isQueryable").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ProjectNotes, projectID, Project", "TaskNotes, taskID, Task"})
    void tellsWhoMayReadANoteAndWhatWroteIt(String entity, String owner, String owned) throws IOException {
        JsonNode fields = fields(entity);

        assertThat(picklist(field(fields, "publish")))
                .containsExactly(
                        "1 All Autotask Users system",
                        "2 Internal Project Team system",
                        "4 Internal & Co-managed system");
        assertThat(picklist(field(fields, "noteType")))
                .contains("17 Survey system", "91 RMM Note system", "200 Site visit", "201 Fax inactive");
        assertThat(field(fields, owner).get("referenceEntityType").asString()).isEqualTo(owned);
        assertThat(fields.valueStream()
                        .anyMatch(field -> field.get("name").asString().equals("isAnnouncement")))
                .isEqualTo(owned.equals("Project"));
    }

    @Test
    void describesAFieldAsAutotaskDoes() throws IOException {
        JsonNode fields = fields("Companies");

        assertThat(field(fields, "companyName"))
                .isEqualTo(
                        json(
                                """
                {"name":"companyName","dataType":"string","length":100,"isRequired":true,"isReadOnly":false,
                 "isQueryable":true,"isReference":false,"referenceEntityType":"","isPickList":false,
                 "picklistValues":null,"picklistParentValueField":"","isSupportedWebhookField":true}"""));
        assertThat(field(fields, "parentCompanyID").get("referenceEntityType").asString())
                .isEqualTo("Company");
        assertThat(field(fields, "assetValue").get("isQueryable").asBoolean()).isFalse();
        assertThat(field(fields("Contacts"), "isActive").get("dataType").asString())
                .isEqualTo("integer");
    }

    @ParameterizedTest
    @EnumSource(
            value = Entity.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "ATTACHMENT_INFO") // of one owner at a time: see FileTests
    void sendsEveryFieldOfARecordInTheOrderOfTheMetadata(Entity each) throws IOException {
        String entity = each.path();
        List<String> names = fields(entity)
                .valueStream()
                .map(field -> field.get("name").asString())
                .toList();
        JsonNode page = query(entity, "{\"filter\":[{\"op\":\"gte\",\"field\":\"id\",\"value\":0}]}");

        assertThat(page.get("items").valueStream()).allSatisfy(item -> assertThat(
                        item.propertyNames().stream().filter(name -> !name.equals("userDefinedFields")))
                .containsExactlyElementsOf(names));
    }

    @ParameterizedTest
    @CsvSource({
        "AttachmentInfo, 35",
        "BillingCodes, 15",
        "BillingItems, 38",
        "Companies, 60",
        "CompanyCategories, 7",
        "ConfigurationItems, 112",
        "ConfigurationItemCategories, 3",
        "ConfigurationItemRelatedItems, 4",
        "ConfigurationItemTypes, 3",
        "Contacts, 44",
        "Contracts, 35",
        "ContractBlocks, 11",
        "ContractMilestones, 7",
        "ContractRetainers, 10",
        "ContractServiceBundles, 8",
        "ContractServiceBundleUnits, 10",
        "ContractServiceUnits, 11",
        "ContractServices, 8",
        "ContractTicketPurchases, 11",
        "Countries, 10",
        "Currencies, 11",
        "Invoices, 24",
        "Phases, 14",
        "Products, 29",
        "ProjectNotes, 13",
        "Projects, 43",
        "Resources, 36",
        "Roles, 10",
        "ServiceBundles, 9",
        "Services, 9",
        "Tags, 7",
        "TaskNotes, 12",
        "TaskPredecessors, 4",
        "TaskSecondaryResources, 4",
        "Tasks, 35",
        "Tickets, 75",
        "TicketAdditionalConfigurationItems, 3",
        "TicketAdditionalContacts, 3",
        "TicketChecklistItems, 9",
        "TicketNotes, 12",
        "TicketSecondaryResources, 4",
        "TicketTagAssociations, 3",
        "TimeEntries, 31"
    })
    void hasAsManyFieldsAsAutotask(String entity, int number) throws IOException {
        assertThat(fields(entity)).hasSize(number);
    }

    @Test
    void sendsAddedFieldsInTheOrderOfTheMetadata() throws IOException {
        for (String entity :
                List.of("Companies", "Contacts", "Contracts", "ConfigurationItems", "Projects", "Tasks", "Tickets")) {
            List<String> names = json(get(API + "/" + entity + "/entityInformation/userDefinedFields"))
                    .get("fields")
                    .valueStream()
                    .map(field -> field.get("name").asString())
                    .toList();
            JsonNode page = query(entity, "{\"filter\":[{\"op\":\"gte\",\"field\":\"id\",\"value\":0}]}");

            assertThat(page.get("items").valueStream()).allSatisfy(item -> assertThat(
                            item.get("userDefinedFields").valueStream().map(value -> value.get("name")
                                    .asString()))
                    .containsExactlyElementsOf(names));
        }
        assertThat(json(get(API + "/Resources/entityInformation/userDefinedFields")))
                .isEqualTo(json("{\"fields\":[]}"));
    }

    @Test
    void sendsFieldsInTheTypeTheMetadataNames() throws IOException {
        Set<String> odd = new HashSet<>();
        for (String entity : Arrays.stream(Entity.values())
                .filter(other -> other != Entity.ATTACHMENT_INFO) // the same
                .map(Entity::path)
                .toList()) {
            JsonNode fields = fields(entity);
            JsonNode page = query(entity, "{\"filter\":[{\"op\":\"gte\",\"field\":\"id\",\"value\":0}]}");
            for (JsonNode item : page.get("items")) {
                for (JsonNode field : fields) {
                    JsonNode value = item.get(field.get("name").asString());
                    if (!value.isNull() && !fits(value, field.get("dataType").asString())) {
                        odd.add(entity + " " + field.get("name").asString());
                    }
                }
            }
        }

        // The records nobody can read: see CompanyQuirk, ContactQuirk, ContractQuirk, DeviceQuirk, PhaseQuirk and
        // TicketQuirk.
        assertThat(odd)
                .isSubsetOf(
                        "Companies companyName",
                        "Contacts lastName",
                        "Contracts contractName",
                        "ConfigurationItems referenceTitle",
                        "Phases estimatedHours",
                        "Tickets dueDateTime");
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "long", "integer", "short" -> value.isIntegralNumber();
            case "decimal", "double" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "datetime" ->
                value.asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,2}[1-9])?Z");
            default -> value.isString();
        };
    }

    @Test
    void namesFieldsWithCapitalsAsOldReleasesDo() throws IOException {
        faults.use(Map.of("variants", "PASCAL_CASE_FIELDS"));

        assertThat(field(fields("Companies"), "CompanyName").get("length").asInt())
                .isEqualTo(100);
    }
}
