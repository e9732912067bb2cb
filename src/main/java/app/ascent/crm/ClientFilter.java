package app.ascent.crm;

import app.ascent.record.RecordStatus;
import app.ascent.record.table.Origin;
import org.jspecify.annotations.Nullable;

/** Which clients to list; null does not filter. */
public record ClientFilter(
        @Nullable String search, @Nullable ClientType type, @Nullable RecordStatus status, @Nullable Origin origin) {

    public static final ClientFilter NONE = new ClientFilter(null, null, null, null);
}
