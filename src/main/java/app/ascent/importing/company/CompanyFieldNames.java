package app.ascent.importing.company;

import java.util.Map;

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
            Map.entry("accountManager", "ownerResourceID"),
            Map.entry("industry", "marketSegmentID"),
            Map.entry("territory", "territoryID"));

    private CompanyFieldNames() {}

    static String of(String clientField) {
        return BY_CLIENT_FIELD.getOrDefault(clientField, clientField);
    }
}
