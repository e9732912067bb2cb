package app.ascent.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client as lists, pages and the API show it. */
public record ClientView(
        ClientId id,
        ClientFields fields,
        @Nullable ClientId parent,
        @Nullable ContactId primaryContact,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version) {}
