package app.ascent.desk.time.web;

import app.ascent.contracts.ContractId;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeEntryView;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Organizations;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.page.Named;
import app.ascent.record.page.RecordLinks;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import app.ascent.text.Hours;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what the page of one time entry shows, and what lists are narrowed to. */
@Component
class TimeSheets {

    private final TimeEntries entries;
    private final RecordLinks links;
    private final SourceCards sourceCards;
    private final BilledWords words;
    private final Organizations organizations;
    private final CurrentUser currentUser;

    TimeSheets(
            TimeEntries entries,
            RecordLinks links,
            SourceCards sourceCards,
            BilledWords words,
            Organizations organizations,
            CurrentUser currentUser) {
        this.entries = entries;
        this.links = links;
        this.sourceCards = sourceCards;
        this.words = words;
        this.organizations = organizations;
        this.currentUser = currentUser;
    }

    /** A record with its address. */
    record Linked(String address, String name) {}

    /**
     * Everything beneath the head of the page.
     *
     * @param billed why it cannot be changed; null where it can
     * @param currency of the rate
     */
    record Sheet(
            TimeEntryFields fields,
            @Nullable Linked ticket,
            @Nullable Linked task,
            @Nullable Linked project,
            @Nullable Linked contract,
            @Nullable String billed,
            String currency,
            @Nullable SourceCard source) {

        public @Nullable String billableDuration() {
            Long minutes = fields.billableMinutes();
            return minutes == null ? null : Hours.of(minutes);
        }
    }

    Sheet of(TimeEntryView entry) {
        OrganizationId organization = currentUser.organization();
        TimeEntryFields fields = entry.fields();
        Map<Object, Named> found =
                links.to(fields.ticketId(), fields.taskId(), fields.projectId(), fields.contractId());
        return new Sheet(
                fields,
                linked("/tickets/", found.get(fields.ticketId())),
                linked("/tasks/", found.get(fields.taskId())),
                linked("/projects/", found.get(fields.projectId())),
                linked("/contracts/", found.get(fields.contractId())),
                entry.isSettled() ? words.why(fields.billingState(), fields.invoiceNumber()) : null,
                organizations.settings(organization).currency(),
                sourceCards.of(
                        organization, "timeEntries", entry.source(), entries.sourceTrace(organization, entry.id())));
    }

    /** What a list is narrowed to beside its client, that it can be said and taken back; null for nothing. */
    @Nullable
    Linked narrowedTo(TimeQuery query) {
        TicketId ticket = query.chosenTicket();
        TaskId task = query.chosenTask();
        ProjectId project = query.chosenProject();
        ContractId contract = query.chosenContract();
        Map<Object, Named> found = links.to(ticket, task, project, contract);
        return Stream.of(
                        linked("/tickets/", found.get(ticket)),
                        linked("/tasks/", found.get(task)),
                        linked("/projects/", found.get(project)),
                        linked("/contracts/", found.get(contract)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Linked linked(String path, @Nullable Named named) {
        return named == null ? null : new Linked(path + named.id(), named.name());
    }
}
