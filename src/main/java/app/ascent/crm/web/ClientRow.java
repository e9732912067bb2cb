package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as one row of a list. */
record ClientRow(
        UUID id,
        String name,
        @Nullable String number,
        boolean imported,
        ClientType type,
        boolean active,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String city,
        @Nullable String state,
        @Nullable String place,
        long contacts,
        Instant updated) {

    static ClientRow of(ClientView client, long contacts) {
        ClientFields fields = client.fields();
        return new ClientRow(
                client.id().value(),
                fields.name(),
                fields.number(),
                client.source() != null,
                fields.type(),
                Records.isActive(fields.status()),
                fields.phone(),
                fields.website() == null ? null : Records.bare(fields.website()),
                fields.city(),
                fields.state(),
                Records.place(fields),
                contacts,
                client.updated());
    }
}
