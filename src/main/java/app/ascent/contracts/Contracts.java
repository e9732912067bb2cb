package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Contracts extends RecordDesk<ContractId, ContractFields, ContractLinks, ContractView, ContractFilter> {

    /** What audit entries call a contract. */
    public static final String AUDITED_AS = "Contract";

    private final ContractReading reading;
    private final ContractRules rules;
    private final FieldChanges fieldChanges;
    private final ContractParts parts;

    Contracts(
            RecordRows<ContractFields> rows,
            ContractReading reading,
            ContractRules rules,
            FieldChanges fieldChanges,
            ContractParts parts,
            DeskServices services) {
        super(AUDITED_AS, ContractId.class, ContractFields.FIELDS, rows, reading, services);
        this.reading = reading;
        this.rules = rules;
        this.fieldChanges = fieldChanges;
        this.parts = parts;
    }

    /** Those that this one takes the place of. */
    @Transactional(readOnly = true)
    public Page<ContractView> renewedBy(OrganizationId organization, ContractId contract, Pageable pageable) {
        return reading.renewedBy(organization, contract, pageable);
    }

    /**
     * How many contracts people work under today.
     *
     * @param endSoon how many of them expire soon
     */
    public record Running(long all, long endSoon) {}

    @Transactional(readOnly = true)
    public Running running(OrganizationId organization) {
        return reading.running(organization);
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

    @Override
    protected Checked<ContractFields, ContractLinks> check(
            OrganizationId organization, @Nullable ContractView contract, Entered entered) {
        return rules.check(organization, contract, entered);
    }

    @Override
    protected ContractLinks beside(ContractView contract) {
        return contract.links();
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable ContractView before, ContractLinks links) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("renewed_by_id", value(links.renewedById()));
        columns.put("exclusion_contract_id", value(links.exclusionContractId()));
        return columns;
    }

    private static @Nullable UUID value(@Nullable ContractId contract) {
        return contract == null ? null : contract.value();
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable ContractView before,
            @Nullable ContractView after) {
        differences.and(fieldChanges.between(
                organization,
                ContractLinks.FIELDS,
                before == null ? null : before.links(),
                after == null ? null : after.links()));
    }
}
