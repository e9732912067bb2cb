package app.ascent.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null does not filter.
 *
 * @param type type of the record, as in {@link AuditedRecord}
 * @param from the first moment that counts
 * @param until the first moment that no longer counts
 */
public record AuditFilter(
        @Nullable Action action, @Nullable String type, @Nullable Instant from, @Nullable Instant until) {

    public static final AuditFilter NONE = new AuditFilter(null, null, null, null);
}
