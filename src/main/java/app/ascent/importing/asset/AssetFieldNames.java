package app.ascent.importing.asset;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of an asset, for remarks about an edit that was kept; others have the same name. */
final class AssetFieldNames {

    private static final Map<String, String> BY_ASSET_FIELD = Map.ofEntries(
            Map.entry("name", "referenceTitle"),
            Map.entry("clientId", "companyID"),
            Map.entry("type", AssetTypes.FIELD),
            Map.entry("status", "isActive"),
            Map.entry("contactId", "contactID"),
            Map.entry("contractId", "contractID"),
            Map.entry("vendorId", "vendorID"),
            Map.entry("manufacturer", "productID"),
            Map.entry("model", "productID"),
            Map.entry("hostname", "rmmDeviceAuditHostname"),
            Map.entry("ipAddress", "rmmDeviceAuditIPAddress"),
            Map.entry("macAddress", "rmmDeviceAuditMacAddress"),
            Map.entry("operatingSystem", "rmmDeviceAuditOperatingSystem"),
            Map.entry("rmmId", "rmmDeviceUID"),
            Map.entry("warrantyExpiration", "warrantyExpirationDate"));

    private AssetFieldNames() {}

    /** All that a field is made of. */
    static Set<String> allOf(String assetField) {
        return switch (assetField) {
            case "name" -> Set.of("referenceTitle", "rmmDeviceAuditHostname", "dattoHostname", "productID");
            case "type" -> Set.of(AssetTypes.FIELD, "configurationItemCategoryID");
            case "serialNumber" -> Set.of("serialNumber", "dattoSerialNumber");
            case "hostname" -> Set.of("rmmDeviceAuditHostname", "dattoHostname");
            case "ipAddress" -> Set.of("rmmDeviceAuditIPAddress", "dattoInternalIP");
            case "rmmId" -> Set.of("rmmDeviceUID", "rmmDeviceID");
            default -> Set.of(of(assetField));
        };
    }

    static String of(String assetField) {
        return BY_ASSET_FIELD.getOrDefault(assetField, assetField);
    }
}
