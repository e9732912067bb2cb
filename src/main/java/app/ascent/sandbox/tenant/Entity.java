package app.ascent.sandbox.tenant;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record the practice tenant has; {@code path} is the segment of the address. */
public enum Entity {
    ATTACHMENT_INFO("AttachmentInfo"),
    BILLING_CODES("BillingCodes"),
    BILLING_ITEMS("BillingItems"),
    COMPANIES("Companies"),
    COMPANY_CATEGORIES("CompanyCategories"),
    CONFIGURATION_ITEMS("ConfigurationItems"),
    CONFIGURATION_ITEM_CATEGORIES("ConfigurationItemCategories"),
    CONFIGURATION_ITEM_RELATED_ITEMS("ConfigurationItemRelatedItems"),
    CONFIGURATION_ITEM_TYPES("ConfigurationItemTypes"),
    CONTACTS("Contacts"),
    CONTRACTS("Contracts"),
    CONTRACT_BLOCKS("ContractBlocks"),
    CONTRACT_MILESTONES("ContractMilestones"),
    CONTRACT_RETAINERS("ContractRetainers"),
    CONTRACT_SERVICES("ContractServices"),
    CONTRACT_SERVICE_BUNDLES("ContractServiceBundles"),
    CONTRACT_SERVICE_BUNDLE_UNITS("ContractServiceBundleUnits"),
    CONTRACT_SERVICE_UNITS("ContractServiceUnits"),
    CONTRACT_TICKET_PURCHASES("ContractTicketPurchases"),
    COUNTRIES("Countries"),
    CURRENCIES("Currencies"),
    INVOICES("Invoices"),
    PHASES("Phases"),
    PRODUCTS("Products"),
    PROJECTS("Projects"),
    PROJECT_NOTES("ProjectNotes"),
    RESOURCES("Resources"),
    ROLES("Roles"),
    SERVICES("Services"),
    SERVICE_BUNDLES("ServiceBundles"),
    TAGS("Tags"),
    TASKS("Tasks"),
    TASK_NOTES("TaskNotes"),
    TASK_PREDECESSORS("TaskPredecessors"),
    TASK_SECONDARY_RESOURCES("TaskSecondaryResources"),
    TICKETS("Tickets"),
    TICKET_ADDITIONAL_CONFIGURATION_ITEMS("TicketAdditionalConfigurationItems"),
    TICKET_ADDITIONAL_CONTACTS("TicketAdditionalContacts"),
    TICKET_CHECKLIST_ITEMS("TicketChecklistItems"),
    TICKET_NOTES("TicketNotes"),
    TICKET_SECONDARY_RESOURCES("TicketSecondaryResources"),
    TICKET_TAG_ASSOCIATIONS("TicketTagAssociations"),
    TIME_ENTRIES("TimeEntries");

    private final String path;
    private final Schema schema;

    Entity(String path) {
        this.path = path;
        this.schema = FieldTable.read(path);
    }

    public String path() {
        return path;
    }

    public Schema schema() {
        return schema;
    }

    public static Optional<Entity> ofPath(String segment) {
        return Arrays.stream(values())
                .filter(entity -> entity.path.equalsIgnoreCase(segment))
                .findFirst();
    }
}
