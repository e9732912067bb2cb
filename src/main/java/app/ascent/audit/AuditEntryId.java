package app.ascent.audit;

import java.util.UUID;

/** Names one entry of the audit log. */
public record AuditEntryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
