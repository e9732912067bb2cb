package app.ascent.assets;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.LongText;
import app.ascent.record.field.Otherwise;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an asset that an import can fill; links to other assets are written apart.
 *
 * @param vendorId the company it was bought from, which is a client as well
 * @param rmmId what the tool that watches over it calls it
 */
public record AssetFields(
        @Line(255) String name,
        ClientId clientId,
        AssetType type,
        @Otherwise("ACTIVE") RecordStatus status,
        @Nullable ContactId contactId,
        @Nullable ContractId contractId,
        @Nullable ClientId vendorId,
        @Line(150) @Nullable String manufacturer,
        @Line(150) @Nullable String model,
        @Line(100) @Nullable String serialNumber,
        @Line(100) @Nullable String referenceNumber,
        @Line(255) @Nullable String hostname,
        @Line(255) @Nullable String ipAddress,
        @Line(255) @Nullable String macAddress,
        @Line(255) @Nullable String operatingSystem,
        @Line(255) @Nullable String rmmId,
        @Line(200) @Nullable String location,
        @Nullable LocalDate installDate,
        @Nullable LocalDate warrantyExpiration,
        @LongText @Nullable String notes) {

    public static final Fields<AssetFields> FIELDS = Fields.of(AssetFields.class);

    /** Stands for the end of a warranty that nobody knows. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The last day of its warranty, so that assets can be sorted by it and looked up. */
    LocalDate warrantyEndsOn() {
        return warrantyExpiration == null ? NEVER : warrantyExpiration;
    }
}
