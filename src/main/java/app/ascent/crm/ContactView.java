package app.ascent.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact as lists, pages and the API show it. */
public record ContactView(
        ContactId id,
        ContactFields fields,
        String clientName,
        boolean primary,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version) {

    /** {@code Ana Müller}. */
    public String name() {
        return ContactColumns.fullName(fields);
    }
}
