package app.ascent.crm;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DependentRecords;
import app.ascent.record.Provenance;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.RecordStatus;
import app.ascent.record.SourceTrace;
import app.ascent.record.field.Entered;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.table.Found;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Clients implements RecordDesk<ClientId, ClientView> {

    /** What audit entries call a client. */
    public static final String AUDITED_AS = "Client";

    private final RecordRows<ClientFields> rows;
    private final ContactReading contacts;
    private final ClientReading reading;
    private final ClientRules rules;
    private final FieldChanges fieldChanges;
    private final RecordNames names;
    private final DependentRecords ofOtherKinds;
    private final Audit audit;

    Clients(
            RecordRows<ClientFields> rows,
            ContactReading contacts,
            ClientReading reading,
            ClientRules rules,
            FieldChanges fieldChanges,
            RecordNames names,
            DependentRecords ofOtherKinds,
            Audit audit) {
        this.rows = rows;
        this.contacts = contacts;
        this.reading = reading;
        this.rules = rules;
        this.fieldChanges = fieldChanges;
        this.names = names;
        this.ofOtherKinds = ofOtherKinds;
        this.audit = audit;
    }

    @Override
    public ClientId id(UUID value) {
        return new ClientId(value);
    }

    @Transactional(readOnly = true)
    public Page<ClientView> list(OrganizationId organization, ClientFilter filter, Pageable pageable) {
        return reading.all(organization, filter, pageable);
    }

    /** The same for people, who would rather have the page soon than a search for "a" counted to its end. */
    @Transactional(readOnly = true)
    public Found<ClientView> browse(OrganizationId organization, ClientFilter filter, Pageable pageable) {
        return reading.some(organization, filter, pageable);
    }

    @Transactional(readOnly = true)
    public Page<ClientView> children(OrganizationId organization, ClientId parent, Pageable pageable) {
        return reading.children(organization, parent, pageable);
    }

    /** How many contacts each of these clients has; none is absent. */
    @Transactional(readOnly = true)
    public Map<ClientId, Long> contactCounts(OrganizationId organization, List<ClientId> clients) {
        return contacts.counts(organization, clients);
    }

    /** @throws RecordRefused.Unknown also for another organization's client */
    @Transactional(readOnly = true)
    public ClientView get(OrganizationId organization, ClientId client) {
        return find(organization, client).orElseThrow(() -> new RecordRefused.Unknown(client.value()));
    }

    @Transactional(readOnly = true)
    @Override
    public Optional<ClientView> find(OrganizationId organization, ClientId client) {
        return reading.find(organization, client);
    }

    /** The one that came from there. */
    @Transactional(readOnly = true)
    public Optional<ClientView> find(OrganizationId organization, Provenance source) {
        return reading.find(organization, source);
    }

    /** What is kept of where it came from; empty for one that was created in Ascent. */
    @Transactional(readOnly = true)
    public Optional<SourceTrace> sourceTrace(OrganizationId organization, ClientId client) {
        return reading.trace(organization, client);
    }

    @Transactional(readOnly = true)
    public long count(OrganizationId organization) {
        return rows.count(organization);
    }

    @Transactional(readOnly = true)
    public long countActive(OrganizationId organization) {
        return rows.countActive(organization);
    }

    @Transactional
    @Override
    public ClientView create(OrganizationId organization, Entered entered) {
        ClientRules.Checked checked = rules.check(organization, null, entered);
        ClientId parent = checked.parent();
        ClientView created = get(
                organization,
                new ClientId(rows.insert(organization, checked.fields(), parentColumns(parent != null, parent))));
        audit.record(Action.CREATE, audited(created), differences(organization, null, created.fields(), null, parent));
        return created;
    }

    @Transactional
    @Override
    public ClientView update(OrganizationId organization, ClientId id, Entered entered) {
        ClientView client = get(organization, id);
        if (entered.isOlderThan(client.version())) {
            throw new RecordRefused.ChangedMeanwhile(id.value());
        }
        ClientRules.Checked checked = rules.check(organization, client, entered);
        return change(organization, client, checked.fields(), checked.parent());
    }

    /** Takes the client out of lists of active ones; nothing else changes. */
    @Transactional
    public ClientView setStatus(OrganizationId organization, ClientId id, RecordStatus status) {
        ClientView client = get(organization, id);
        return change(
                organization, client, ClientFields.FIELDS.with(client.fields(), "status", status), client.parent());
    }

    private ClientView change(
            OrganizationId organization, ClientView client, ClientFields fields, @Nullable ClientId parent) {
        boolean edited = !fields.equals(client.fields());
        boolean moved = !Objects.equals(parent, client.parent());
        if (!edited && !moved) {
            return client;
        }
        rows.update(organization, client.id().value(), client.version(), fields, edited, parentColumns(moved, parent));
        ClientView changed = get(organization, client.id());
        audit.record(
                Action.UPDATE,
                audited(changed),
                differences(organization, client.fields(), fields, client.parent(), parent));
        return changed;
    }

    private static Map<String, @Nullable Object> parentColumns(boolean chosen, @Nullable ClientId parent) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        if (chosen) {
            columns.put("parent_id", parent == null ? null : parent.value());
            columns.put("parent_chosen", true);
        }
        return columns;
    }

    /** What keeps a client from being deleted, or empty. */
    @Transactional(readOnly = true)
    public Optional<RecordRefused.InUse> use(OrganizationId organization, ClientId id) {
        long contactCount = contacts.counts(organization, List.of(id)).getOrDefault(id, 0L);
        long childCount = reading.children(organization, id, Pageable.ofSize(1)).getTotalElements();
        List<Dependents> dependents = Stream.concat(
                        Stream.of(
                                        new Dependents("crm.contacts", contactCount),
                                        new Dependents("crm.children", childCount))
                                .filter(some -> some.count() > 0),
                        ofOtherKinds.of(organization, id).stream())
                .toList();
        return dependents.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordRefused.InUse("client", id.value(), dependents));
    }

    /** @throws RecordRefused.InUse while something belongs to it */
    @Transactional
    @Override
    public void delete(OrganizationId organization, ClientId id) {
        ClientView client = get(organization, id);
        Optional<RecordRefused.InUse> use = use(organization, id);
        if (use.isPresent()) {
            throw use.get();
        }
        audit.record(
                Action.DELETE,
                audited(client),
                fieldChanges
                        .between(organization, ClientFields.FIELDS, client.fields(), null)
                        .changes());
        try {
            rows.delete(organization, id.value(), client.version());
        } catch (DataIntegrityViolationException cameMeanwhile) {
            throw new RecordRefused.InUse("client", id.value(), List.of());
        }
    }

    private List<Change> differences(
            OrganizationId organization,
            @Nullable ClientFields before,
            ClientFields after,
            @Nullable ClientId parentBefore,
            @Nullable ClientId parent) {
        return fieldChanges
                .between(organization, ClientFields.FIELDS, before, after)
                .and("Parent client", nameOf(organization, parentBefore), nameOf(organization, parent))
                .changes();
    }

    private @Nullable String nameOf(OrganizationId organization, @Nullable ClientId client) {
        return client == null ? null : names.of(organization, List.of(client)).getOrDefault(client, client.toString());
    }

    private static AuditedRecord audited(ClientView client) {
        return new AuditedRecord(
                AUDITED_AS, client.id().toString(), client.fields().name());
    }
}
