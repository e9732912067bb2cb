package app.ascent.desk;

import app.ascent.assets.AssetId;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.record.Priority;
import app.ascent.record.field.BySource;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Otherwise;
import app.ascent.record.field.People;
import app.ascent.record.field.Person;
import app.ascent.record.field.Tags;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a ticket that an import can fill. The problem that a ticket is part of is written apart, since an import knows it
 * last.
 *
 * @param number Ascent's own, also where an import brings the ticket; null only until then
 * @param sourceNumber what the source called it, by which people look for it
 * @param closed what its status says, which the table keeps true
 * @param queue where it lay in the source; Ascent has no queues
 * @param assigneeName who does it where that is no user
 * @param people who do it together with the assignee
 * @param openedAt null only until it is written for the first time
 * @param lastActivityAt by which lists are sorted; null only until it is written for the first time
 * @param contactIds further contacts, beside {@code contactId}
 * @param assetIds further assets, beside {@code assetId}
 */
public record TicketFields(
        @Line(255) String subject,
        @BySource @Line(30) @Nullable String number,
        @BySource @Line(50) @Nullable String sourceNumber,
        @Line(1_000_000) @Nullable String description,
        @Line(1_000_000) @Nullable String resolution,
        ClientId clientId,
        @Nullable ContactId contactId,
        TicketStatusId statusId,
        @BySource boolean closed,
        @Otherwise("MEDIUM") Priority priority,
        @Otherwise("SERVICE_REQUEST") TicketType type,
        @Nullable TicketCategoryId categoryId,
        @Line(100) @Nullable String queue,
        @Nullable UserId assigneeId,
        @Line(200) @Nullable String assigneeName,
        @People(50) List<Person> people,
        @Nullable Instant dueAt,
        @BySource @Nullable Instant openedAt,
        @BySource @Nullable Instant firstResponseAt,
        @BySource @Nullable Instant resolvedAt,
        @BySource @Nullable Instant closedAt,
        @BySource @Nullable Instant lastActivityAt,
        @Nullable ContractId contractId,
        @Nullable AssetId assetId,
        @Nullable ProjectId projectId,
        List<ContactId> contactIds,
        List<AssetId> assetIds,
        @Tags(30) List<String> tags,
        List<ChecklistLine> checklist) {

    public static final Fields<TicketFields> FIELDS = Fields.of(TicketFields.class);

    /** Stands for a moment that nobody has set, so that tickets can be sorted by it. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    Instant dueBy() {
        return dueAt == null ? NEVER : dueAt;
    }
}
