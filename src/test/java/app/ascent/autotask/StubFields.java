package app.ascent.autotask;

import java.util.List;

/** What a stubbed tenant has tables of, and how it describes the fields of those that have picklists. */
final class StubFields {

    static final List<String> ENTITIES = List.of(
            "AttachmentInfo",
            "Companies",
            "CompanyCategories",
            "ConfigurationItemCategories",
            "ConfigurationItemRelatedItems",
            "ConfigurationItemTypes",
            "ConfigurationItems",
            "Contacts",
            "ContractBlocks",
            "ContractMilestones",
            "ContractRetainers",
            "ContractServiceBundleUnits",
            "ContractServiceBundles",
            "ContractServiceUnits",
            "ContractServices",
            "ContractTicketPurchases",
            "Contracts",
            "Countries",
            "Currencies",
            "Phases",
            "Products",
            "ProjectNotes",
            "Projects",
            "Resources",
            "ServiceBundles",
            "Services",
            "Tags",
            "TaskNotes",
            "TaskPredecessors",
            "TaskSecondaryResources",
            "Tasks",
            "TicketAdditionalConfigurationItems",
            "TicketAdditionalContacts",
            "TicketChecklistItems",
            "TicketNotes",
            "TicketSecondaryResources",
            "TicketTagAssociations",
            "Tickets",
            "TimeEntries",
            "BillingItems",
            "Invoices",
            "BillingCodes",
            "Roles");
    private static final String CONTRACT_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"contractName","dataType":"string","length":100,"isPickList":false,"picklistValues":null},
              {"name":"contractType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"Time & Materials","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"3","label":"Fixed Price","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"4","label":"Block Hours","sortOrder":3,"isActive":true,"isSystem":true},
                {"value":"6","label":"Retainer","sortOrder":4,"isActive":true,"isSystem":true},
                {"value":"7","label":"Recurring Service","sortOrder":5,"isActive":true,"isSystem":true},
                {"value":"8","label":"Per Ticket","sortOrder":6,"isActive":true,"isSystem":true}]},
              {"name":"contractCategory","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"12","label":"Managed Services","sortOrder":1,"isActive":true,"isSystem":false},
                {"value":"13","label":"Preventive maintenance","sortOrder":2,"isActive":true,"isSystem":false}]},
              {"name":"status","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"0","label":"Inactive","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"1","label":"Active","sortOrder":2,"isActive":true,"isSystem":true}]}]}
            """;
    private static final String FILE_FIELDS =
            """
            {"fields":[
              {"name":"ticketID","dataType":"integer","length":0,"isQueryable":true,"isPickList":false,"picklistValues":null},
              {"name":"taskID","dataType":"integer","length":0,"isQueryable":true,"isPickList":false,"picklistValues":null},
              {"name":"projectID","dataType":"integer","length":0,"isQueryable":true,"isPickList":false,"picklistValues":null},
              {"name":"configurationItemID","dataType":"integer","length":0,"isQueryable":true,"isPickList":false,"picklistValues":null},
              {"name":"contractID","dataType":"integer","length":0,"isQueryable":true,"isPickList":false,"picklistValues":null},
              {"name":"companyID","dataType":"integer","length":0,"isQueryable":true,"isPickList":false,"picklistValues":null},
              {"name":"publish","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"All Autotask Users","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"2","label":"Internal Users Only","sortOrder":2,"isActive":true,"isSystem":true}]}]}
            """;
    private static final String COMPANY_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"companyName","dataType":"string","length":100,"isPickList":false,"picklistValues":null},
              {"name":"companyType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"Customer","isDefaultValue":true,"sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"2","label":"Lead","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"3","label":"Prospect","sortOrder":3,"isActive":true,"isSystem":true},
                {"value":"4","label":"Dead","sortOrder":4,"isActive":true,"isSystem":true},
                {"value":"6","label":"Cancelation","sortOrder":5,"isActive":true,"isSystem":true},
                {"value":"7","label":"Vendor","sortOrder":6,"isActive":true,"isSystem":true},
                {"value":"8","label":"Partner","sortOrder":7,"isActive":true,"isSystem":true}]},
              {"name":"classification","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"203","label":"Gold","sortOrder":1,"isActive":true,"isSystem":false}]}]}
            """;
    private static final String PROJECT_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"projectName","dataType":"string","length":100,"isPickList":false,"picklistValues":null},
              {"name":"completedDateTime","dataType":"datetime","length":0,"isPickList":false,"picklistValues":null},
              {"name":"lastActivityDateTime","dataType":"datetime","length":0,"isPickList":false,"picklistValues":null},
              {"name":"projectType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"3","label":"Proposal","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"4","label":"Internal","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"5","label":"Client","sortOrder":3,"isActive":true,"isSystem":true},
                {"value":"6","label":"Template","sortOrder":4,"isActive":true,"isSystem":true},
                {"value":"7","label":"Baseline","sortOrder":5,"isActive":true,"isSystem":true},
                {"value":"29","label":"Rollout","sortOrder":6,"isActive":true,"isSystem":false}]},
              {"name":"status","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"New","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"2","label":"Inactive","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"3","label":"In Progress","sortOrder":3,"isActive":true,"isSystem":false},
                {"value":"4","label":"On Hold","sortOrder":4,"isActive":true,"isSystem":false},
                {"value":"5","label":"Complete","sortOrder":5,"isActive":true,"isSystem":true},
                {"value":"29","label":"Escalated","sortOrder":6,"isActive":true,"isSystem":false}]},
              {"name":"department","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"7","label":"Professional services","sortOrder":1,"isActive":true,"isSystem":false}]}]}
            """;
    private static final String TASK_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"title","dataType":"string","length":255,"isPickList":false,"picklistValues":null},
              {"name":"status","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"New","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"5","label":"Complete","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"7","label":"Waiting Customer","sortOrder":3,"isActive":true,"isSystem":false},
                {"value":"8","label":"In Progress","sortOrder":4,"isActive":true,"isSystem":false},
                {"value":"29","label":"Escalated","sortOrder":5,"isActive":true,"isSystem":false}]},
              {"name":"priorityLabel","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"High","sortOrder":1,"isActive":true,"isSystem":false},
                {"value":"2","label":"Medium","sortOrder":2,"isActive":true,"isSystem":false},
                {"value":"3","label":"Low","sortOrder":3,"isActive":true,"isSystem":false},
                {"value":"4","label":"Critical","sortOrder":4,"isActive":true,"isSystem":false},
                {"value":"9","label":"Sometime","sortOrder":5,"isActive":true,"isSystem":false}]},
              {"name":"departmentID","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"7","label":"Professional services","sortOrder":1,"isActive":true,"isSystem":false}]}]}
            """;
    private static final String TICKET_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"title","dataType":"string","length":255,"isPickList":false,"picklistValues":null},
              {"name":"completedDate","dataType":"datetime","length":0,"isPickList":false,"picklistValues":null},
              {"name":"lastActivityDate","dataType":"datetime","length":0,"isPickList":false,"picklistValues":null},
              {"name":"status","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"New","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"5","label":"Complete","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"7","label":"Waiting Customer","sortOrder":3,"isActive":true,"isSystem":false},
                {"value":"8","label":"In Progress","sortOrder":4,"isActive":true,"isSystem":false},
                {"value":"9","label":"On Hold","sortOrder":5,"isActive":false,"isSystem":false},
                {"value":"29","label":"Escalated","sortOrder":6,"isActive":true,"isSystem":false}]},
              {"name":"priority","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"High","sortOrder":1,"isActive":true,"isSystem":false},
                {"value":"2","label":"Medium","sortOrder":2,"isActive":true,"isSystem":false},
                {"value":"3","label":"Low","sortOrder":3,"isActive":true,"isSystem":false},
                {"value":"4","label":"Critical","sortOrder":4,"isActive":true,"isSystem":false},
                {"value":"9","label":"Sometime","sortOrder":5,"isActive":true,"isSystem":false}]},
              {"name":"ticketType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"Service Request","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"2","label":"Incident","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"3","label":"Problem","sortOrder":3,"isActive":true,"isSystem":true},
                {"value":"4","label":"Change Request","sortOrder":4,"isActive":true,"isSystem":true},
                {"value":"5","label":"Alert","sortOrder":5,"isActive":true,"isSystem":true}]},
              {"name":"issueType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"10","label":"Printer & Scanner","sortOrder":1,"isActive":true,"isSystem":false},
                {"value":"11","label":"Hardware","sortOrder":2,"isActive":true,"isSystem":false}]},
              {"name":"subIssueType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"136","label":"Paper jam","parentValue":"10","sortOrder":1,"isActive":true,"isSystem":false}]},
              {"name":"queueID","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"29682833","label":"Level I Support","sortOrder":1,"isActive":true,"isSystem":false}]},
              {"name":"source","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"-1","label":"Insourced","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"4","label":"Email","sortOrder":2,"isActive":true,"isSystem":false}]},
              {"name":"ticketCategory","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"3","label":"Standard","sortOrder":1,"isActive":true,"isSystem":true}]},
              {"name":"serviceLevelAgreementID","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"Gold SLA","sortOrder":1,"isActive":true,"isSystem":false}]}]}
            """;
    private static final String NOTE_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"noteType","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"Task Summary","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"3","label":"Task Notes","sortOrder":2,"isActive":true,"isSystem":true},
                {"value":"13","label":"Workflow Rule Note","sortOrder":3,"isActive":true,"isSystem":true},
                {"value":"15","label":"Duplicate Ticket Note","sortOrder":4,"isActive":true,"isSystem":true}]},
              {"name":"publish","dataType":"integer","length":0,"isPickList":true,"picklistValues":[
                {"value":"1","label":"All Autotask Users","sortOrder":1,"isActive":true,"isSystem":true},
                {"value":"2","label":"Internal Project Team","sortOrder":2,"isActive":true,"isSystem":true}]}]}
            """;
    private static final String TIME_FIELDS =
            """
            {"fields":[
              {"name":"id","dataType":"long","length":0,"isPickList":false,"picklistValues":null},
              {"name":"isNonBillable","dataType":"boolean","length":0,"isPickList":false,"picklistValues":null}]}
            """;
    private static final String OTHER_FIELDS =
            "{\"fields\":[{\"name\":\"id\",\"dataType\":\"long\",\"length\":0,\"picklistValues\":null}]}";

    private StubFields() {}

    /** Whole answers to {@code entityInformation/fields}. */
    static String of(String entity) {
        return switch (entity) {
            case "AttachmentInfo" -> FILE_FIELDS;
            case "Companies" -> COMPANY_FIELDS;
            case "Contracts" -> CONTRACT_FIELDS;
            case "Projects" -> PROJECT_FIELDS;
            case "Tasks" -> TASK_FIELDS;
            case "Tickets" -> TICKET_FIELDS;
            case "TimeEntries" -> TIME_FIELDS;
            case "ProjectNotes", "TaskNotes", "TicketNotes" -> NOTE_FIELDS;
            default -> OTHER_FIELDS;
        };
    }
}
