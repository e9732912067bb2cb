package app.ascent.sandbox.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What files are attached to, in the words of the address and in those of their records. */
public enum AttachmentOwner {
    COMPANY("Companies", "companyID", Entity.COMPANIES, 1),
    COMPANY_NOTE("CompanyNotes", "companyNoteID", Entity.COMPANIES, 8, "companyID"),
    CONFIGURATION_ITEM("ConfigurationItems", "configurationItemID", Entity.CONFIGURATION_ITEMS, 7),
    CONTRACT_NOTE("ContractNotes", "contractNoteID", Entity.CONTRACTS, 6, "contractID"),
    OPPORTUNITY("Opportunities", "opportunityID", Entity.COMPANIES, 2, "companyID"),
    PROJECT("Projects", "projectID", Entity.PROJECTS, 5),
    PROJECT_NOTE("ProjectNotes", "projectNoteID", Entity.PROJECT_NOTES, 8, "projectID"),
    TASK("Tasks", "taskID", Entity.TASKS, 4),
    TASK_NOTE("TaskNotes", "taskNoteID", Entity.TASK_NOTES, 8, "taskID"),
    TICKET("Tickets", "ticketID", Entity.TICKETS, 4),
    TICKET_NOTE("TicketNotes", "ticketNoteID", Entity.TICKET_NOTES, 8, "ticketID"),
    TIME_ENTRY("TimeEntries", "timeEntryID", Entity.TIME_ENTRIES, 9, "ticketID", "taskID");

    /** Of what the tenant has no table of. */
    private static final long FIRST_ID = 29_000_000;

    private final String path;
    private final String field;
    private final Entity records;
    private final int parentType;
    private final List<String> above;

    /**
     * @param records of these it is one, or a part
     * @param above the fields that name the record it is a part of, with whose files its own are listed
     */
    AttachmentOwner(String path, String field, Entity records, int parentType, String... above) {
        this.path = path;
        this.field = field;
        this.records = records;
        this.parentType = parentType;
        this.above = List.of(above);
    }

    /** The one whose records lie at {@code segment} of an address. */
    public static Optional<AttachmentOwner> ofPath(String segment) {
        return Arrays.stream(values())
                .filter(owner -> owner.path.equalsIgnoreCase(segment))
                .findFirst();
    }

    /** The one whose files lie at {@code segment}, such as {@code TicketAttachments}. */
    public static Optional<AttachmentOwner> ofFiles(String segment) {
        return Arrays.stream(values())
                .filter(owner -> owner.files().equalsIgnoreCase(segment))
                .findFirst();
    }

    /** Fields by one of which a query must say whose files it wants. */
    public static Set<String> fields() {
        return Arrays.stream(values())
                .flatMap(owner -> Stream.concat(Stream.of("parentID", owner.field), owner.above.stream()))
                .collect(Collectors.toSet());
    }

    /** Where its files lie. */
    public String files() {
        String name = field.substring(0, field.length() - "ID".length());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Attachments";
    }

    public String field() {
        return field;
    }

    Entity records() {
        return records;
    }

    /** Attaches a file to a record, or to a part of it that only its files tell of. */
    void take(Row file, Row record) {
        boolean itself = records.path().equals(path);
        long id = itself ? record.id() : FIRST_ID + file.id();
        above.forEach(name -> file.put(name, itself ? record.get(name) : Long.valueOf(record.id())));
        file.put(field, id).put("parentID", id).put("parentType", parentType);
    }
}
