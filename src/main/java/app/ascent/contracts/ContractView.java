package app.ascent.contracts;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contract as lists, pages and the API show it.
 *
 * @param status on the organization's present day
 */
public record ContractView(
        ContractId id,
        ContractFields fields,
        ContractLinks links,
        ContractStatus status,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<ContractId, ContractFields> {

    @Override
    public String name() {
        return fields.name();
    }

    @Override
    public Entered entered() {
        return Entered.of(ContractFields.FIELDS, fields)
                .with("renewedById", links.renewedById())
                .with("exclusionContractId", links.exclusionContractId())
                .with(Entered.VERSION, version);
    }
}
