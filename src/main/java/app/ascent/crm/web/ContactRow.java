package app.ascent.crm.web;

import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as one row of a list. */
record ContactRow(
        UUID id,
        String name,
        @Nullable String jobTitle,
        UUID clientId,
        String client,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        boolean active,
        boolean primary,
        boolean imported,
        Instant updated) {

    static ContactRow of(ContactView contact) {
        ContactFields fields = contact.fields();
        return new ContactRow(
                contact.id().value(),
                contact.name(),
                fields.jobTitle(),
                fields.clientId().value(),
                contact.clientName(),
                fields.email(),
                fields.phone(),
                fields.mobile(),
                Records.isActive(fields.status()),
                contact.primary(),
                contact.source() != null,
                contact.updated());
    }
}
