package app.ascent.importing.contact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Autotask's names for the fields of a contact, for remarks about an edit that was kept; others have the same name. */
final class ContactFieldNames {

    private static final Map<String, String> BY_CONTACT_FIELD = Map.ofEntries(
            Map.entry("clientId", "companyID"),
            Map.entry("middleName", "middleInitial"),
            Map.entry("prefix", "namePrefix"),
            Map.entry("suffix", "nameSuffix"),
            Map.entry("jobTitle", "title"),
            Map.entry("email", "emailAddress"),
            Map.entry("otherEmails", "emailAddress2"),
            Map.entry("mobile", "mobilePhone"),
            Map.entry("fax", "faxNumber"),
            Map.entry("status", "isActive"),
            Map.entry("primaryClaim", "primaryContact"),
            Map.entry("marketingOptOut", "solicitationOptOut"),
            Map.entry("address1", "addressLine"),
            Map.entry("address2", "addressLine1"),
            Map.entry("additionalAddress", "additionalAddressInformation"),
            Map.entry("postalCode", "zipCode"),
            Map.entry("country", "countryID"),
            Map.entry("room", "roomNumber"),
            Map.entry("linkedIn", "linkedInUrl"),
            Map.entry("facebook", "facebookUrl"),
            Map.entry("twitter", "twitterUrl"),
            Map.entry("notes", "note"));

    private static final Set<String> EMAIL_ADDRESSES = Set.of("emailAddress", "emailAddress2", "emailAddress3");

    private ContactFieldNames() {}

    /** All that a field is made of. */
    static Set<String> allOf(String contactField) {
        return switch (contactField) {
            case "email", "otherEmails" -> EMAIL_ADDRESSES;
            case "marketingOptOut" -> Set.of("isOptedOutFromBulkEmail", "solicitationOptOut");
            default -> Set.of(of(contactField));
        };
    }

    /** Where an address goes; one that is none stands in the notes. */
    static Optional<Set<String>> addresses(String sourceField) {
        return switch (sourceField) {
            case "emailAddress" -> Optional.of(Set.of("email", "notes"));
            case "emailAddress2", "emailAddress3" -> Optional.of(Set.of("otherEmails", "notes"));
            default -> Optional.empty();
        };
    }

    static String of(String contactField) {
        return BY_CONTACT_FIELD.getOrDefault(contactField, contactField);
    }
}
