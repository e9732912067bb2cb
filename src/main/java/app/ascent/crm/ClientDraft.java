package app.ascent.crm;

import org.jspecify.annotations.Nullable;

/**
 * A client as somebody entered it, in a form or by the API, not yet checked: texts throughout, so that what cannot be
 * accepted can be shown again beside its reason.
 *
 * @param type CUSTOMER when absent
 * @param status ACTIVE when absent
 * @param version of the client when it was read; absent means that changes of others meanwhile do not matter
 */
public record ClientDraft(
        @Nullable String name,
        @Nullable String number,
        @Nullable String type,
        @Nullable String status,
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
        @Nullable Boolean taxExempt,
        @Nullable String parentId,
        @Nullable String accountManagerId,
        @Nullable String industry,
        @Nullable String territory,
        @Nullable String notes,
        @Nullable Long version) {

    /** The client as it is, for a form to start from. */
    public static ClientDraft of(ClientView client) {
        ClientFields fields = client.fields();
        return new ClientDraft(
                fields.name(),
                fields.number(),
                fields.type().name(),
                fields.status().name(),
                fields.phone(),
                fields.alternatePhone(),
                fields.secondAlternatePhone(),
                fields.fax(),
                fields.website(),
                fields.address1(),
                fields.address2(),
                fields.additionalAddress(),
                fields.city(),
                fields.state(),
                fields.postalCode(),
                fields.country(),
                fields.billingAttention(),
                fields.billingAddress1(),
                fields.billingAddress2(),
                fields.billingAdditionalAddress(),
                fields.billingCity(),
                fields.billingState(),
                fields.billingPostalCode(),
                fields.billingCountry(),
                fields.taxId(),
                fields.taxExempt(),
                client.parent() == null ? null : client.parent().toString(),
                fields.accountManager() == null ? null : fields.accountManager().toString(),
                fields.industry(),
                fields.territory(),
                fields.notes(),
                client.version());
    }

    /** A form that is empty but for the client above the new one. */
    public static ClientDraft below(@Nullable ClientId parent) {
        return new ClientDraft(
                null,
                null,
                ClientType.CUSTOMER.name(),
                RecordStatus.ACTIVE.name(),
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                parent == null ? null : parent.toString(),
                null,
                null,
                null,
                null,
                null);
    }

    public ClientDraft withParent(@Nullable ClientId parent) {
        String other = parent == null ? null : parent.toString();
        return new ClientDraft(
                name,
                number,
                type,
                status,
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
                other,
                accountManagerId,
                industry,
                territory,
                notes,
                version);
    }

    /** The same, entered on top of another version. */
    public ClientDraft on(@Nullable Long newer) {
        return new ClientDraft(
                name,
                number,
                type,
                status,
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
                parentId,
                accountManagerId,
                industry,
                territory,
                notes,
                newer);
    }
}
