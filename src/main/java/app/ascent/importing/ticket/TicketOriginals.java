package app.ascent.importing.ticket;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Originals;
import app.ascent.importing.field.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keeps under Source what Ascent has no field for: service levels, changes, returned goods, and what staff look for by its old name. */
final class TicketOriginals {

    /** What has fields of its own, or is kept with them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "id",
            "title",
            "ticketNumber",
            "description",
            "resolution",
            "companyID",
            "contactID",
            "contractID",
            "configurationItemID",
            "projectID",
            TicketMapper.PROBLEM,
            TicketMapper.ASSIGNEE,
            "creatorResourceID",
            "completedByResourceID",
            TicketStatusRule.FIELD,
            "priority",
            "ticketType",
            IssueTypes.FIELD,
            "queueID",
            "source",
            "ticketCategory",
            "subIssueType",
            "serviceLevelAgreementID",
            "dueDateTime",
            TicketTimes.OPENED,
            TicketTimes.COMPLETED,
            TicketTimes.LAST_ACTIVITY,
            "firstResponseDateTime",
            "resolvedDateTime");

    private static final Set<String> TIMES = Set.of(
            "firstResponseDueDateTime",
            "lastCustomerNotificationDateTime",
            "lastCustomerVisibleActivityDateTime",
            "lastTrackedModificationDateTime",
            "resolutionPlanDateTime",
            "resolutionPlanDueDateTime",
            "resolvedDueDateTime");

    private static final Originals<AutotaskTicket> TICKET = new Originals<>(AutotaskTicket.class, ELSEWHERE, TIMES);

    private TicketOriginals() {}

    static void keep(AutotaskTicket source, FieldReading reading) {
        reading.keepLabel("source", source.source());
        reading.keepLabel("ticketCategory", source.ticketCategory());
        reading.keepLabel("subIssueType", source.subIssueType());
        reading.keepLabel("serviceLevelAgreementID", source.serviceLevelAgreementID());
        reading.keepNamed("creatorResourceID", source.creatorResourceID(), Tables.RESOURCES);
        reading.keepNamed("completedByResourceID", source.completedByResourceID(), Tables.RESOURCES);
        TICKET.keep(source, reading);
        reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
    }
}
