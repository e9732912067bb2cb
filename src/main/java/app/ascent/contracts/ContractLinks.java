package app.ascent.contracts;

import app.ascent.record.field.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Other contracts that a contract points to; an import knows them only when all contracts are there.
 *
 * @param renewedById the one that takes its place
 * @param exclusionContractId the one that is charged for work this one excludes
 */
public record ContractLinks(@Nullable ContractId renewedById, @Nullable ContractId exclusionContractId) {

    public static final Fields<ContractLinks> FIELDS = Fields.of(ContractLinks.class);

    static final ContractLinks NONE = new ContractLinks(null, null);
}
