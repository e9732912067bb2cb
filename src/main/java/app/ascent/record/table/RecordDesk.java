package app.ascent.record.table;

import app.ascent.audit.Action;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.SourceTrace;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people read and change records of one kind, one at a time; each change is checked and leaves an audit entry.
 *
 * @param <I> their ids
 * @param <B> what belongs to a record beside its fields: its parent, that it is the primary one
 * @param <V> a record as people see it
 * @param <L> what a list is narrowed to
 */
public abstract class RecordDesk<
        I extends Record, F extends Record, B extends @Nullable Object, V extends RecordView<I, F>, L> {

    private final String auditedAs;
    private final Ids<I> ids;
    private final Fields<F> fields;
    private final RecordRows<F> rows;
    private final RecordReading<F, V, L> reading;
    private final DeskServices services;

    /** @param auditedAs what audit entries call such a record, in one word: {@code Client} */
    protected RecordDesk(
            String auditedAs,
            Class<I> ids,
            Fields<F> fields,
            RecordRows<F> rows,
            RecordReading<F, V, L> reading,
            DeskServices services) {
        this.auditedAs = auditedAs;
        this.ids = Ids.of(ids);
        this.fields = fields;
        this.rows = rows;
        this.reading = reading;
        this.services = services;
    }

    /**
     * @param record that is changed, or null for a new one
     * @throws RecordRefused.Invalid when something was not accepted
     */
    protected abstract Checked<F, B> check(OrganizationId organization, @Nullable V record, Entered entered);

    protected abstract B beside(V record);

    /** Columns to write for what lies beside the fields, as far as that changes; before is null for a new record. */
    protected abstract Map<String, ? extends @Nullable Object> columns(@Nullable V before, B beside);

    /** Adds how what lies beside the fields differs; a missing record had, or has, nothing. */
    protected abstract void tellBeside(
            OrganizationId organization, Differences differences, @Nullable V before, @Nullable V after);

    /** What other records have to give up for it, right before it is written. */
    protected void prepare(OrganizationId organization, @Nullable V before, Checked<F, B> next) {}

    /** Writes what lies in rows of other tables, right after its own was written; before is null for a new record. */
    protected void complete(OrganizationId organization, I id, @Nullable V before, Checked<F, B> next) {}

    /** What belongs to a record and keeps it from being deleted; nothing else does. */
    protected List<Dependents> dependents(OrganizationId organization, I id) {
        return services.dependents().of(organization, id);
    }

    public String auditedAs() {
        return auditedAs;
    }

    public Fields<F> fields() {
        return fields;
    }

    public I id(UUID value) {
        return ids.of(value);
    }

    @Transactional(readOnly = true)
    public Page<V> list(OrganizationId organization, L filter, Pageable pageable) {
        return reading.all(organization, filter, pageable);
    }

    /** The same for people, who would rather have the page soon than a search for "a" counted to its end. */
    @Transactional(readOnly = true)
    public Found<V> browse(OrganizationId organization, L filter, Pageable pageable) {
        return reading.some(organization, filter, pageable);
    }

    /** Of these, those that are there. */
    @Transactional(readOnly = true)
    public Page<V> some(OrganizationId organization, Collection<I> some, Pageable pageable) {
        return reading.among(organization, some.stream().map(ids::value).toList(), pageable);
    }

    /** @throws RecordRefused.Unknown also for another organization's record */
    @Transactional(readOnly = true)
    public V get(OrganizationId organization, I id) {
        return find(organization, id).orElseThrow(() -> new RecordRefused.Unknown(ids.value(id)));
    }

    @Transactional(readOnly = true)
    public Optional<V> find(OrganizationId organization, I id) {
        return reading.find(organization, ids.value(id));
    }

    /** The one that came from there. */
    @Transactional(readOnly = true)
    public Optional<V> find(OrganizationId organization, Provenance source) {
        return reading.find(organization, source);
    }

    /** What is kept of where it came from; empty for one that was created in Ascent. */
    @Transactional(readOnly = true)
    public Optional<SourceTrace> sourceTrace(OrganizationId organization, I id) {
        return reading.trace(organization, ids.value(id));
    }

    @Transactional(readOnly = true)
    public long count(OrganizationId organization) {
        return rows.count(organization);
    }

    /** @throws RecordRefused.Invalid when something was not accepted */
    @Transactional
    public V create(OrganizationId organization, Entered entered) {
        Checked<F, B> checked = check(organization, null, entered);
        prepare(organization, null, checked);
        I id = ids.of(rows.insert(organization, checked.fields(), columns(null, checked.beside())));
        complete(organization, id, null, checked);
        V created = get(organization, id);
        services.audit().record(Action.CREATE, audited(created), differences(organization, null, created));
        return created;
    }

    /**
     * @throws RecordRefused.Invalid when something was not accepted
     * @throws RecordRefused.ChangedMeanwhile when somebody else was faster
     * @throws RecordRefused.Unknown also for another organization's record
     */
    @Transactional
    public V update(OrganizationId organization, I id, Entered entered) {
        V record = get(organization, id);
        if (entered.isOlderThan(record.version())) {
            throw new RecordRefused.ChangedMeanwhile(ids.value(id));
        }
        return change(organization, record, check(organization, record, entered));
    }

    /** In the caller's transaction. */
    protected final V change(OrganizationId organization, V record, Checked<F, B> next) {
        boolean edited = !next.fields().equals(record.fields());
        if (!edited && Objects.equals(next.beside(), beside(record))) {
            return record;
        }
        prepare(organization, record, next);
        rows.update(
                organization,
                ids.value(record.id()),
                record.version(),
                next.fields(),
                edited,
                columns(record, next.beside()));
        complete(organization, record.id(), record, next);
        V changed = get(organization, record.id());
        services.audit().record(Action.UPDATE, audited(changed), differences(organization, record, changed));
        return changed;
    }

    /** What keeps a record from being deleted, or empty. */
    @Transactional(readOnly = true)
    public Optional<RecordRefused.InUse> use(OrganizationId organization, I id) {
        List<Dependents> some = dependents(organization, id);
        return some.isEmpty() ? Optional.empty() : Optional.of(inUse(id, some));
    }

    /** What names a record and goes without it when it is deleted. */
    @Transactional(readOnly = true)
    public List<Dependents> mentions(OrganizationId organization, I id) {
        return services.mentions().of(organization, id);
    }

    /** Of these, those that are there, and that nobody deletes before the transaction ends. */
    @Transactional
    public Set<I> held(OrganizationId organization, Collection<I> some) {
        return rows.held(organization, some.stream().map(ids::value).toList()).stream()
                .map(ids::of)
                .collect(Collectors.toSet());
    }

    /**
     * Before it goes to another client, with all that hangs on it.
     *
     * @param field that names the client
     * @throws RecordRefused.Held while something has to stay with the one it has
     */
    protected final void checkHolds(OrganizationId organization, I id, String field) {
        lock(organization, id);
        List<Dependents> some = services.holds().of(organization, id);
        if (!some.isEmpty()) {
            throw new RecordRefused.Held(kind(), ids.value(id), field, some.getFirst());
        }
    }

    /** Before it is deleted: whatever hangs on it by now is seen behind this, and nothing more comes. */
    protected final void lock(OrganizationId organization, I id) {
        rows.lock(organization, ids.value(id));
    }

    /** @throws RecordRefused.InUse while something belongs to it */
    @Transactional
    public void delete(OrganizationId organization, I id) {
        lock(organization, id);
        V record = get(organization, id);
        List<Dependents> some = dependents(organization, id);
        if (!some.isEmpty()) {
            throw inUse(id, some);
        }
        services.audit().record(Action.DELETE, audited(record), differences(organization, record, null));
        services.mentions().forget(organization, id, record.name());
        try {
            rows.delete(organization, ids.value(id), record.version());
        } catch (DataIntegrityViolationException cameMeanwhile) {
            throw inUse(id, List.of());
        }
    }

    private RecordRefused.InUse inUse(I id, List<Dependents> some) {
        return new RecordRefused.InUse(kind(), ids.value(id), some);
    }

    private String kind() {
        return auditedAs.toLowerCase(Locale.ROOT);
    }

    private List<Change> differences(OrganizationId organization, @Nullable V before, @Nullable V after) {
        Differences differences = services.changes()
                .between(
                        organization,
                        fields,
                        before == null ? null : before.fields(),
                        after == null ? null : after.fields());
        tellBeside(organization, differences, before, after);
        return differences.changes();
    }

    private AuditedRecord audited(V record) {
        return new AuditedRecord(auditedAs, record.address(), record.name());
    }
}
