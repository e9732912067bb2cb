package app.ascent.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contact that an import can fill.
 *
 * @param primaryClaim whether the source calls it its client's primary contact; who is primary in Ascent is settled by
 *     {@link ContactImports#electPrimaries}
 */
public record ContactFields(
        ClientId client,
        @Nullable String firstName,
        String lastName,
        @Nullable String middleName,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String jobTitle,
        @Nullable String email,
        List<String> otherEmails,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String mobile,
        @Nullable String alternatePhone,
        @Nullable String fax,
        RecordStatus status,
        boolean primaryClaim,
        boolean receivesEmailNotifications,
        boolean marketingOptOut,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String additionalAddress,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String room,
        @Nullable String linkedIn,
        @Nullable String facebook,
        @Nullable String twitter,
        @Nullable String notes) {

    ContactFields with(RecordStatus other) {
        return new ContactFields(
                client,
                firstName,
                lastName,
                middleName,
                prefix,
                suffix,
                jobTitle,
                email,
                otherEmails,
                phone,
                extension,
                mobile,
                alternatePhone,
                fax,
                other,
                primaryClaim,
                receivesEmailNotifications,
                marketingOptOut,
                address1,
                address2,
                additionalAddress,
                city,
                state,
                postalCode,
                country,
                room,
                linkedIn,
                facebook,
                twitter,
                notes);
    }
}
