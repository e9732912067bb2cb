import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What there is in the tenant, and how many calls an import may make to read it. */
final class Source {

    /** Entities that become records; of each rights, number, fields and an empty last page may be asked for. */
    static final List<String> RECORDS = List.of(
            "Companies", "Contacts", "Contracts", "ContractServices", "ContractServiceBundles", "ContractMilestones",
            "ContractBlocks", "ContractRetainers", "ContractTicketPurchases", "ConfigurationItems",
            "ConfigurationItemRelatedItems", "Projects", "Phases", "Tasks", "TaskPredecessors", "ProjectNotes", "TaskNotes",
            "Tickets", "TicketNotes", "TimeEntries");

    /** Tables in which records look things up; some are read for their own sake, too. */
    static final List<String> LOOK_UPS = List.of(
            "Countries", "CompanyCategories", "Currencies", "Resources", "Services", "ServiceBundles", "ContractServices",
            "ContractServiceBundles", "ContractServiceUnits", "ContractServiceBundleUnits", "ConfigurationItemTypes",
            "ConfigurationItemCategories", "Products", "Phases", "TaskSecondaryResources", "TicketSecondaryResources",
            "TicketAdditionalContacts", "TicketAdditionalConfigurationItems", "TicketTagAssociations", "Tags",
            "TicketChecklistItems", "BillingItems", "Invoices", "BillingCodes", "Roles");

    /** Whose files are asked for, those of 500 at a time; rights and fields of files, and an empty last page of each, besides. */
    static final List<String> FILE_OWNERS =
            List.of("Companies", "Contracts", "ConfigurationItems", "Projects", "Tasks", "Tickets");

    static final int OF_FILES = 3 + FILE_OWNERS.size();

    /** So many records are read in two ranges, for each of which two more calls are allowed. */
    private static final int CUT_FROM = 5_000;

    private static final int OF_RANGES = 2 * 2;

    /** The quota, and what is asked again. */
    private static final int MORE = 3;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String api;
    private final Map<String, String> credentials;

    Source(Application tenant, Map<String, String> credentials) {
        this.api = tenant.address() + "/sandbox/ATServicesRest/V1.0/";
        this.credentials = credentials;
    }

    long count(String entity) throws IOException, InterruptedException {
        return count(entity, "exist", "id");
    }

    private long count(String entity, String operator, String field) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + entity + "/query/count"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"filter\":[{\"op\":\"%s\",\"field\":\"%s\"}]}".formatted(operator, field)));
        credentials.forEach(request::header);
        HttpResponse<String> answer = Application.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode count = JSON.readTree(answer.body()).get("queryCount");
        if (count == null) {
            throw new IllegalStateException(entity + " answered " + answer.statusCode() + " " + answer.body());
        }
        return count.asLong();
    }

    /**
     * A page of 500 of everything, four more for an entity and two for a range, and one for a table; and what is asked for to find
     * files, without what is in them.
     */
    long calls() throws IOException, InterruptedException {
        long calls = MORE;
        for (String entity : RECORDS) {
            long records = count(entity);
            calls += (records + 499) / 500 + 4 + (records >= CUT_FROM ? OF_RANGES : 0);
        }
        for (String table : LOOK_UPS) {
            long rows = count(table);
            calls += (rows + 499) / 500 + 1 + (rows >= CUT_FROM ? OF_RANGES : 0);
        }
        calls += OF_FILES;
        for (String owners : FILE_OWNERS) {
            calls += (count(owners) + 499) / 500;
        }
        // Those are asked about first, and once more among all: meanwhile one may have been closed, another opened again.
        return calls + (count("Tickets", "notExist", "completedDate") + 499) / 500;
    }
}
