package app.ascent.crm;

import app.ascent.identity.UserId;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.LongText;
import app.ascent.record.field.Otherwise;
import app.ascent.record.field.Phone;
import app.ascent.record.field.WebAddress;
import org.jspecify.annotations.Nullable;

/** The fields of a client that an import can fill; parent and provenance are written apart. */
public record ClientFields(
        @Line(200) String name,
        @Line(50) @Nullable String number,
        @Otherwise("CUSTOMER") ClientType type,
        @Otherwise("ACTIVE") RecordStatus status,
        @Phone @Nullable String phone,
        @Phone @Nullable String alternatePhone,
        @Phone @Nullable String secondAlternatePhone,
        @Phone @Nullable String fax,
        @WebAddress @Nullable String website,
        @Line(200) @Nullable String address1,
        @Line(200) @Nullable String address2,
        @Line(200) @Nullable String additionalAddress,
        @Line(100) @Nullable String city,
        @Line(100) @Nullable String state,
        @Line(30) @Nullable String postalCode,
        @Line(100) @Nullable String country,
        @Line(200) @Nullable String billingAttention,
        @Line(200) @Nullable String billingAddress1,
        @Line(200) @Nullable String billingAddress2,
        @Line(200) @Nullable String billingAdditionalAddress,
        @Line(100) @Nullable String billingCity,
        @Line(100) @Nullable String billingState,
        @Line(30) @Nullable String billingPostalCode,
        @Line(100) @Nullable String billingCountry,
        @Line(50) @Nullable String taxId,
        boolean taxExempt,
        @Nullable UserId accountManagerId,
        @Line(100) @Nullable String industry,
        @Line(100) @Nullable String territory,
        @LongText @Nullable String notes) {

    public static final Fields<ClientFields> FIELDS = Fields.of(ClientFields.class);
}
