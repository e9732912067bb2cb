package app.ascent.crm;

import app.ascent.record.RecordStatus;
import app.ascent.record.table.Origin;
import org.jspecify.annotations.Nullable;

/** Which contacts to list; null does not filter. */
public record ContactFilter(
        @Nullable String search, @Nullable ClientId client, @Nullable RecordStatus status, @Nullable Origin origin) {

    public static final ContactFilter NONE = new ContactFilter(null, null, null, null);

    /** All contacts of one client, active or not. */
    public static ContactFilter of(ClientId client) {
        return new ContactFilter(null, client, null, null);
    }
}
