package app.ascent.desk;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.text.Folded;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statuses that tickets of an organization can have: those that every one has, and its own. Exactly one of them, an open one, is
 * what a new ticket has.
 */
@Service
public class TicketStatuses {

    /** What audit entries call a status. */
    public static final String AUDITED_AS = "Ticket status";

    /** Whether a new ticket has it: entered beside its fields, since that takes it from another one. */
    public static final String DEFAULT = "default";

    private final StatusRows rows;
    private final LabelCounts counts;
    private final Inputs inputs;
    private final FieldChanges changes;
    private final Audit audit;

    TicketStatuses(StatusRows rows, LabelCounts counts, Inputs inputs, FieldChanges changes, Audit audit) {
        this.rows = rows;
        this.counts = counts;
        this.inputs = inputs;
        this.changes = changes;
        this.audit = audit;
    }

    /** In the order in which they are offered. */
    @Transactional(readOnly = true)
    public List<TicketStatus> all(OrganizationId organization) {
        return rows.all(organization);
    }

    @Transactional(readOnly = true)
    public Optional<TicketStatus> find(OrganizationId organization, TicketStatusId id) {
        return found(rows.all(organization), id);
    }

    /** @throws RecordRefused.Unknown also for another organization's */
    @Transactional(readOnly = true)
    public TicketStatus get(OrganizationId organization, TicketStatusId id) {
        return find(organization, id).orElseThrow(() -> new RecordRefused.Unknown(id.value()));
    }

    /** How many tickets have each, up to 10,000. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> tickets(OrganizationId organization) {
        return counts.byStatus(organization);
    }

    /** @throws RecordRefused.Invalid when something was not accepted */
    @Transactional
    public TicketStatus create(OrganizationId organization, Entered entered) {
        StatusFields status = check(rows.locked(organization), null, entered);
        TicketStatusId id = new TicketStatusId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        rows.insert(organization, id, status);
        return told(organization, id, null, entered);
    }

    /**
     * @throws RecordRefused.Invalid when something was not accepted
     * @throws RecordRefused.ChangedMeanwhile when somebody else was faster
     * @throws RecordRefused.Unknown also for another organization's status
     * @throws SystemStatusKept where more was to be changed of one that every organization has than that it is the default
     */
    @Transactional
    public TicketStatus update(OrganizationId organization, TicketStatusId id, Entered entered) {
        List<TicketStatus> all = rows.locked(organization);
        TicketStatus before = existing(all, id);
        if (entered.isOlderThan(before.version())) {
            throw new RecordRefused.ChangedMeanwhile(id.value());
        }
        StatusFields status = check(all, before, entered);
        if (!status.equals(fields(before))) {
            if (before.system()) {
                throw new SystemStatusKept(before);
            }
            rows.update(organization, before, status);
        }
        return told(organization, id, before, entered);
    }

    /**
     * @param moveTo what its tickets have from then on; null while it has none
     * @throws RecordRefused.InUse while tickets have it, and none was named for them
     * @throws SystemStatusKept for one that every organization has
     */
    @Transactional
    public void delete(OrganizationId organization, TicketStatusId id, @Nullable TicketStatusId moveTo) {
        List<TicketStatus> all = rows.locked(organization);
        TicketStatus status = existing(all, id);
        if (status.system()) {
            throw new SystemStatusKept(status);
        }
        long tickets = counts.byStatus(organization).getOrDefault(id.value(), 0L);
        if (tickets > 0 && moveTo == null) {
            throw new RecordRefused.InUse(
                    "ticket-status", id.value(), List.of(new Dependents("desk.tickets.of-client.count", tickets)));
        }
        if (moveTo != null) {
            move(organization, status, target(all, status, moveTo));
        }
        if (status.preset()) {
            rows.preset(organization, SystemStatus.NEW.id());
        }
        rows.delete(organization, id);
        audit.record(Action.DELETE, audited(status), differences(organization, status, null));
    }

    private static TicketStatus target(List<TicketStatus> all, TicketStatus status, TicketStatusId moveTo) {
        return found(all, moveTo)
                .filter(target -> !target.id().equals(status.id()))
                .orElseThrow(() -> new RecordRefused.Invalid(List.of(FieldProblem.of("moveTo", "unknown"))));
    }

    private void move(OrganizationId organization, TicketStatus from, TicketStatus to) {
        List<Change> change = List.of(new Change("Status", from.name(), to.name()));
        List<Audit.Told> told = rows.moveTickets(organization, from.id(), to).entrySet().stream()
                .map(ticket -> new Audit.Told(
                        new AuditedRecord(Tickets.AUDITED_AS, ticket.getKey().toString(), ticket.getValue()), change))
                .toList();
        audit.recordAll(Action.UPDATE, told);
    }

    private StatusFields check(List<TicketStatus> all, @Nullable TicketStatus before, Entered entered) {
        Input<StatusFields> input = inputs.read(StatusFields.FIELDS, entered, before == null ? null : fields(before));
        String name = input.value("name", String.class);
        boolean taken = name != null
                && all.stream()
                        .filter(other -> before == null || !other.id().equals(before.id()))
                        .anyMatch(other -> Folded.key(other.name()).equals(Folded.key(name)));
        if (taken) {
            input.refuse("name", "name-taken");
        }
        boolean preset = entered.isYes(DEFAULT);
        if (preset && Boolean.TRUE.equals(input.value("closed", Boolean.class))) {
            input.refuse(DEFAULT, "default-open");
        }
        if (before != null && before.preset() && !preset) {
            input.refuse(DEFAULT, "default-elsewhere");
        }
        return input.accepted();
    }

    private TicketStatus told(
            OrganizationId organization, TicketStatusId id, @Nullable TicketStatus before, Entered entered) {
        if (entered.isYes(DEFAULT) && (before == null || !before.preset())) {
            rows.preset(organization, id);
        }
        TicketStatus after = existing(rows.all(organization), id);
        if (!after.equals(before)) {
            audit.record(
                    before == null ? Action.CREATE : Action.UPDATE,
                    audited(after),
                    differences(organization, before, after));
        }
        return after;
    }

    private List<Change> differences(
            OrganizationId organization, @Nullable TicketStatus before, @Nullable TicketStatus after) {
        Differences differences = changes.between(
                organization,
                StatusFields.FIELDS,
                before == null ? null : fields(before),
                after == null ? null : fields(after));
        return differences
                .and("Default", before != null && before.preset(), after != null && after.preset())
                .changes();
    }

    private static StatusFields fields(TicketStatus status) {
        return new StatusFields(status.name(), status.colour(), status.closed());
    }

    private static AuditedRecord audited(TicketStatus status) {
        return new AuditedRecord(AUDITED_AS, status.id().toString(), status.name());
    }

    private static TicketStatus existing(List<TicketStatus> all, TicketStatusId id) {
        return found(all, id).orElseThrow(() -> new RecordRefused.Unknown(id.value()));
    }

    private static Optional<TicketStatus> found(List<TicketStatus> all, TicketStatusId id) {
        return all.stream().filter(status -> status.id().equals(id)).findFirst();
    }

    /** Kept as it is until the transaction ends. */
    Optional<TicketStatus> held(OrganizationId organization, TicketStatusId id) {
        return rows.held(organization, id);
    }

    /** Of these, whether each that is there is closed; they stay as they are until the transaction ends. */
    Map<TicketStatusId, Boolean> closed(OrganizationId organization, Collection<TicketStatusId> ids) {
        return rows.closed(organization, ids);
    }

    /** What a new ticket has. */
    TicketStatusId preset(OrganizationId organization) {
        return rows.all(organization).stream()
                .filter(TicketStatus::preset)
                .map(TicketStatus::id)
                .findFirst()
                .orElseGet(SystemStatus.NEW::id);
    }

    /** Writes those that every organization has; in the caller's transaction, if there is one. */
    void begin(OrganizationId organization) {
        rows.begin(organization);
    }
}
