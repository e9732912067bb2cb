package app.ascent.crm;

import app.ascent.identity.UserId;
import org.jspecify.annotations.Nullable;

/** The fields of a client that an import can fill; parent and provenance are written apart. */
public record ClientFields(
        String name,
        @Nullable String number,
        ClientType type,
        RecordStatus status,
        @Nullable String phone,
        @Nullable String alternatePhone,
        @Nullable String secondAlternatePhone,
        @Nullable String fax,
        @Nullable String website,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String additionalAddress,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String billingAttention,
        @Nullable String billingAddress1,
        @Nullable String billingAddress2,
        @Nullable String billingAdditionalAddress,
        @Nullable String billingCity,
        @Nullable String billingState,
        @Nullable String billingPostalCode,
        @Nullable String billingCountry,
        @Nullable String taxId,
        boolean taxExempt,
        @Nullable UserId accountManager,
        @Nullable String industry,
        @Nullable String territory,
        @Nullable String notes) {

    ClientFields with(RecordStatus other) {
        return new ClientFields(
                name,
                number,
                type,
                other,
                phone,
                alternatePhone,
                secondAlternatePhone,
                fax,
                website,
                address1,
                address2,
                additionalAddress,
                city,
                state,
                postalCode,
                country,
                billingAttention,
                billingAddress1,
                billingAddress2,
                billingAdditionalAddress,
                billingCity,
                billingState,
                billingPostalCode,
                billingCountry,
                taxId,
                taxExempt,
                accountManager,
                industry,
                territory,
                notes);
    }
}
