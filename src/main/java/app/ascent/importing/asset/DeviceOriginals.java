package app.ascent.importing.asset;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Originals;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keeps under Source what Ascent has no field for: costs, and whatever backup and monitoring tell of a device. */
final class DeviceOriginals {

    /** What has fields of its own, or is kept with them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "id",
            "companyID",
            "configurationItemType",
            "configurationItemCategoryID",
            "contactID",
            "contractID",
            "vendorID",
            "parentConfigurationItemID",
            "productID",
            "referenceTitle",
            "referenceNumber",
            "serialNumber",
            "isActive",
            "installDate",
            "warrantyExpirationDate",
            "location",
            "notes",
            "rmmDeviceAuditHostname",
            "rmmDeviceAuditIPAddress",
            "rmmDeviceAuditMacAddress",
            "rmmDeviceAuditOperatingSystem",
            "userDefinedFields");

    private static final Set<String> TIMES = Set.of(
            "createDate",
            "lastModifiedTime",
            "dattoLastCheckInDateTime",
            "domainRegistrationDateTime",
            "domainLastUpdatedDateTime",
            "domainExpirationDateTime",
            "sslValidFromDateTime",
            "sslValidUntilDateTime");

    private static final Originals<AutotaskDevice> DEVICE = new Originals<>(AutotaskDevice.class, ELSEWHERE, TIMES);

    private DeviceOriginals() {}

    static void keep(AutotaskDevice source, FieldReading reading) {
        DEVICE.keep(source, reading);
        reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
    }
}
