package app.ascent.importing.attachment;

import app.ascent.importing.Owner;
import app.ascent.migration.spi.EntityType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What files hang on in Autotask, each found by a field of its own, in the order in which their files are asked for. By the field of a
 * ticket the files of its notes and time entries come as well.
 */
enum Holder {
    TICKET(
            new Owner(new EntityType("tickets"), "ticketID", "ticket", "ticket"),
            "tickets",
            "Ticket",
            AutotaskAttachment::ticketID),
    TASK(new Owner(new EntityType("tasks"), "taskID", "task", "task"), "tasks", "Task", AutotaskAttachment::taskID),
    PROJECT(
            new Owner(new EntityType("projects"), "projectID", "project", "project"),
            "projects",
            "Project",
            AutotaskAttachment::projectID),
    ASSET(
            new Owner(new EntityType("assets"), "configurationItemID", "configuration item", "asset"),
            "assets",
            "ConfigurationItem",
            AutotaskAttachment::configurationItemID),
    /** Has none of its own: what its notes have is its. */
    CONTRACT(
            new Owner(new EntityType("contracts"), "contractID", "contract", "contract"),
            "contracts",
            "ContractNote",
            AutotaskAttachment::contractID),
    COMPANY(Owner.CLIENT, "clients", "Company", AutotaskAttachment::companyID);

    /**
     * A part of a holder, to which a file belongs before all else.
     *
     * @param kind what it is in Ascent
     */
    record Part(EntityType type, String kind, Function<AutotaskAttachment, @Nullable String> id) {}

    static final List<Part> PARTS = List.of(
            new Part(new EntityType("ticketNotes").part("TicketNotes"), "entries", AutotaskAttachment::ticketNoteID),
            new Part(new EntityType("taskNotes").part("TaskNotes"), "entries", AutotaskAttachment::taskNoteID),
            new Part(new EntityType("projectNotes").part("ProjectNotes"), "entries", AutotaskAttachment::projectNoteID),
            new Part(new EntityType("timeEntries"), "time-entries", AutotaskAttachment::timeEntryID));

    private final Owner owner;
    private final String kind;
    private final String entity;
    private final Function<AutotaskAttachment, @Nullable String> id;

    Holder(Owner owner, String kind, String entity, Function<AutotaskAttachment, @Nullable String> id) {
        this.owner = owner;
        this.kind = kind;
        this.entity = entity;
        this.id = id;
    }

    Owner owner() {
        return owner;
    }

    /** What it is in Ascent. */
    String kind() {
        return kind;
    }

    @Nullable
    String id(AutotaskAttachment source) {
        return id.apply(source);
    }

    /** The ways to the content of one of its files, below the address of the API. */
    List<String> ways(AutotaskAttachment source, long file) {
        String parent = this == CONTRACT ? source.contractNoteID() : id(source);
        String plural = this == COMPANY ? "Companies" : entity + "s";
        return List.of(
                "%s/%s/Attachments/%d".formatted(plural, parent, file), "%sAttachments/%d".formatted(entity, file));
    }
}
