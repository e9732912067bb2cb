package app.ascent.contracts;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.DependentRecords;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.SourceTrace;
import app.ascent.record.field.Entered;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.table.Found;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Contracts implements RecordDesk<ContractId, ContractView> {

    /** What audit entries call a contract. */
    public static final String AUDITED_AS = "Contract";

    private final RecordRows<ContractFields> rows;
    private final ContractReading reading;
    private final ContractRules rules;
    private final FieldChanges fieldChanges;
    private final ContractParts parts;
    private final DependentRecords dependents;
    private final Audit audit;

    Contracts(
            RecordRows<ContractFields> rows,
            ContractReading reading,
            ContractRules rules,
            FieldChanges fieldChanges,
            ContractParts parts,
            DependentRecords dependents,
            Audit audit) {
        this.rows = rows;
        this.reading = reading;
        this.rules = rules;
        this.fieldChanges = fieldChanges;
        this.parts = parts;
        this.dependents = dependents;
        this.audit = audit;
    }

    @Override
    public ContractId id(UUID value) {
        return new ContractId(value);
    }

    @Transactional(readOnly = true)
    public Page<ContractView> list(OrganizationId organization, ContractFilter filter, Pageable pageable) {
        return reading.all(organization, filter, pageable);
    }

    /** The same for people, who would rather have the page soon than a search for "a" counted to its end. */
    @Transactional(readOnly = true)
    public Found<ContractView> browse(OrganizationId organization, ContractFilter filter, Pageable pageable) {
        return reading.some(organization, filter, pageable);
    }

    /** Those that this one takes the place of. */
    @Transactional(readOnly = true)
    public Page<ContractView> renewedBy(OrganizationId organization, ContractId contract, Pageable pageable) {
        return reading.renewedBy(organization, contract, pageable);
    }

    /** @throws RecordRefused.Unknown also for another organization's contract */
    @Transactional(readOnly = true)
    public ContractView get(OrganizationId organization, ContractId contract) {
        return find(organization, contract).orElseThrow(() -> new RecordRefused.Unknown(contract.value()));
    }

    @Transactional(readOnly = true)
    @Override
    public Optional<ContractView> find(OrganizationId organization, ContractId contract) {
        return reading.find(organization, contract);
    }

    /** What is kept of where it came from; empty for one that was created in Ascent. */
    @Transactional(readOnly = true)
    public Optional<SourceTrace> sourceTrace(OrganizationId organization, ContractId contract) {
        return reading.trace(organization, contract);
    }

    @Transactional
    @Override
    public ContractView create(OrganizationId organization, Entered entered) {
        ContractRules.Checked checked = rules.check(organization, null, entered);
        ContractView created = get(
                organization, new ContractId(rows.insert(organization, checked.fields(), columns(checked.links()))));
        audit.record(Action.CREATE, audited(created), differences(organization, null, created));
        return created;
    }

    @Transactional
    @Override
    public ContractView update(OrganizationId organization, ContractId id, Entered entered) {
        ContractView contract = get(organization, id);
        if (entered.isOlderThan(contract.version())) {
            throw new RecordRefused.ChangedMeanwhile(id.value());
        }
        ContractRules.Checked checked = rules.check(organization, contract, entered);
        boolean edited = !checked.fields().equals(contract.fields());
        if (!edited && checked.links().equals(contract.links())) {
            return contract;
        }
        rows.update(organization, id.value(), contract.version(), checked.fields(), edited, columns(checked.links()));
        ContractView changed = get(organization, id);
        audit.record(Action.UPDATE, audited(changed), differences(organization, contract, changed));
        return changed;
    }

    /** What keeps a contract from being deleted, or empty; its own lines and balances do not. */
    @Transactional(readOnly = true)
    public Optional<RecordRefused.InUse> use(OrganizationId organization, ContractId id) {
        List<Dependents> some = dependents.of(organization, id);
        return some.isEmpty() ? Optional.empty() : Optional.of(new RecordRefused.InUse("contract", id.value(), some));
    }

    /** Its lines and balances, as far as it has some, which go when it goes. */
    @Transactional(readOnly = true)
    public List<Dependents> removedWith(OrganizationId organization, ContractId id) {
        Pageable one = Pageable.ofSize(1);
        return Stream.of(
                        new Dependents(
                                "contracts.lines",
                                parts.lines(organization, id, one).getTotalElements()),
                        new Dependents(
                                "contracts.balances",
                                parts.balances(organization, id, one).getTotalElements()))
                .filter(some -> some.count() > 0)
                .toList();
    }

    /** With its lines and balances. */
    @Transactional
    @Override
    public void delete(OrganizationId organization, ContractId id) {
        ContractView contract = get(organization, id);
        Optional<RecordRefused.InUse> use = use(organization, id);
        if (use.isPresent()) {
            throw use.get();
        }
        audit.record(Action.DELETE, audited(contract), differences(organization, contract, null));
        rows.delete(organization, id.value(), contract.version());
    }

    private static Map<String, @Nullable Object> columns(ContractLinks links) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("renewed_by_id", value(links.renewedById()));
        columns.put("exclusion_contract_id", value(links.exclusionContractId()));
        return columns;
    }

    private static @Nullable UUID value(@Nullable ContractId contract) {
        return contract == null ? null : contract.value();
    }

    private List<Change> differences(
            OrganizationId organization, @Nullable ContractView before, @Nullable ContractView after) {
        List<Change> changes = new ArrayList<>(fieldChanges
                .between(
                        organization,
                        ContractFields.FIELDS,
                        before == null ? null : before.fields(),
                        after == null ? null : after.fields())
                .changes());
        changes.addAll(fieldChanges
                .between(
                        organization,
                        ContractLinks.FIELDS,
                        before == null ? null : before.links(),
                        after == null ? null : after.links())
                .changes());
        return changes;
    }

    private static AuditedRecord audited(ContractView contract) {
        return new AuditedRecord(AUDITED_AS, contract.id().toString(), contract.name());
    }
}
