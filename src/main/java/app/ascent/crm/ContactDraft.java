package app.ascent.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as somebody entered it, in a form or by the API, not yet checked: texts throughout, so that what cannot be
 * accepted can be shown again beside its reason.
 *
 * @param status ACTIVE when absent
 * @param receivesEmailNotifications yes when absent
 * @param version of the contact when it was read; absent means that changes of others meanwhile do not matter
 */
public record ContactDraft(
        @Nullable String clientId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String middleName,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String jobTitle,
        @Nullable String email,
        @Nullable List<@Nullable String> otherEmails,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String mobile,
        @Nullable String alternatePhone,
        @Nullable String fax,
        @Nullable Boolean primary,
        @Nullable String status,
        @Nullable Boolean receivesEmailNotifications,
        @Nullable Boolean marketingOptOut,
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
        @Nullable String notes,
        @Nullable Long version) {

    /** The contact as it is, for a form to start from. */
    public static ContactDraft of(ContactView contact) {
        ContactFields fields = contact.fields();
        return new ContactDraft(
                fields.client().toString(),
                fields.firstName(),
                fields.lastName(),
                fields.middleName(),
                fields.prefix(),
                fields.suffix(),
                fields.jobTitle(),
                fields.email(),
                List.copyOf(fields.otherEmails()),
                fields.phone(),
                fields.extension(),
                fields.mobile(),
                fields.alternatePhone(),
                fields.fax(),
                contact.primary(),
                fields.status().name(),
                fields.receivesEmailNotifications(),
                fields.marketingOptOut(),
                fields.address1(),
                fields.address2(),
                fields.additionalAddress(),
                fields.city(),
                fields.state(),
                fields.postalCode(),
                fields.country(),
                fields.room(),
                fields.linkedIn(),
                fields.facebook(),
                fields.twitter(),
                fields.notes(),
                contact.version());
    }

    /** A form that is empty but for the client. */
    public static ContactDraft at(ClientId client) {
        return new ContactDraft(
                client.toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                RecordStatus.ACTIVE.name(),
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public ContactDraft movedTo(ClientId client) {
        return new ContactDraft(
                client.toString(),
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
                primary,
                status,
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
                notes,
                version);
    }

    public ContactDraft withPrimary(boolean chosen) {
        return new ContactDraft(
                clientId,
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
                chosen,
                status,
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
                notes,
                version);
    }

    /** The same, entered on top of another version. */
    public ContactDraft on(@Nullable Long newer) {
        return new ContactDraft(
                clientId,
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
                primary,
                status,
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
                notes,
                newer);
    }
}
