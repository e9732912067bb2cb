package app.ascent.importing.company;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of a client, for remarks about an edit that was kept; others have the same name. */
final class CompanyFieldNames {

    private static final Map<String, String> BY_CLIENT_FIELD = Map.ofEntries(
            Map.entry("name", "companyName"),
            Map.entry("number", "companyNumber"),
            Map.entry("type", "companyType"),
            Map.entry("status", "isActive"),
            Map.entry("alternatePhone", "alternatePhone1"),
            Map.entry("secondAlternatePhone", "alternatePhone2"),
            Map.entry("website", "webAddress"),
            Map.entry("additionalAddress", "additionalAddressInformation"),
            Map.entry("country", "countryID"),
            Map.entry("billingAttention", "billToAttention"),
            Map.entry("billingAdditionalAddress", "billToAdditionalAddressInformation"),
            Map.entry("billingCity", "billToCity"),
            Map.entry("billingState", "billToState"),
            Map.entry("billingPostalCode", "billToZipCode"),
            Map.entry("billingCountry", "billToCountryID"),
            Map.entry("taxId", "taxID"),
            Map.entry("taxExempt", "isTaxExempt"),
            Map.entry("accountManagerId", "ownerResourceID"),
            Map.entry("industry", "marketSegmentID"),
            Map.entry("territory", "territoryID"));

    private CompanyFieldNames() {}

    /** All that a field is made of; Autotask's companies have no notes. */
    static Set<String> allOf(String clientField) {
        return switch (clientField) {
            case "notes" -> Set.of();
            case "status" -> Set.of("isActive", "companyType");
            default -> Set.of(of(clientField));
        };
    }

    static String of(String clientField) {
        return BY_CLIENT_FIELD.getOrDefault(clientField, clientField);
    }
}
