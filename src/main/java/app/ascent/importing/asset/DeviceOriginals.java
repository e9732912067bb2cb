package app.ascent.importing.asset;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import app.ascent.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keeps under Source what Ascent has no field for: costs, and whatever backup and monitoring tell of a device. */
final class DeviceOriginals {

    private static final Fields<AutotaskDevice> DEVICE = Fields.of(AutotaskDevice.class);

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

    private static final List<String> KEPT = DEVICE.all().stream()
            .map(Field::name)
            .filter(name -> !ELSEWHERE.contains(name))
            .toList();

    private DeviceOriginals() {}

    static void keep(AutotaskDevice source, FieldReading reading) {
        for (String field : KEPT) {
            if (DEVICE.value(source, field) instanceof String raw) {
                keep(field, raw, reading);
            }
        }
        reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
    }

    /** Of numbers that tools wrote nobody is told that a picklist has them no more. */
    private static void keep(String field, String raw, FieldReading reading) {
        if (TIMES.contains(field)) {
            reading.keepTime(field, raw);
        } else {
            reading.keep(
                    field,
                    reading.entry(field, Value.listed(raw))
                            .map(Dictionary.Entry::label)
                            .map(Text::name)
                            .orElse(raw));
        }
    }
}
