package app.ascent.importing.contract;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of a contract, for remarks about an edit that was kept; others have the same name. */
final class ContractFieldNames {

    private static final Map<String, String> BY_CONTRACT_FIELD = Map.of(
            "name", "contractName",
            "number", "contractNumber",
            "clientId", "companyID",
            "type", "contractType",
            "billingModel", "contractType",
            "value", "estimatedRevenue",
            "contactId", "contactID");

    /** What Autotask's contracts have no field for. */
    private static final Set<String> UNSAID =
            Set.of("autoRenew", "serviceScope", "slaTerms", "paymentTerms", "terminationClauses", "notes");

    private ContractFieldNames() {}

    /** All that a field is made of. */
    static Set<String> allOf(String contractField) {
        return switch (contractField) {
            case "type" -> Set.of("contractType", "contractCategory");
            case "status" -> Set.of("status", "renewedContractID", "endDate");
            case "value" -> Set.of("estimatedRevenue", "setupFee", "contractType");
            case "contactName" -> Set.of("contactName", "contactID");
            default -> UNSAID.contains(contractField) ? Set.of() : Set.of(of(contractField));
        };
    }

    static String of(String contractField) {
        return BY_CONTRACT_FIELD.getOrDefault(contractField, contractField);
    }
}
