package app.ascent.audit;

import app.ascent.web.RequestOrigin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param user who did it; null for Ascent itself
 */
public record AuditEntry(
        AuditEntryId id,
        Instant at,
        @Nullable AuditUser user,
        Action action,
        AuditedRecord subject,
        List<Change> changes,
        RequestOrigin origin) {

    /** What happened, in the words of {@link Audit#HAPPENED}, or null where fields that changed tell it. */
    public @Nullable String happened() {
        return changes.stream()
                .filter(change -> change.field().equals(Audit.HAPPENED))
                .map(Change::after)
                .findFirst()
                .orElse(null);
    }
}
