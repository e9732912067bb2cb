package app.ascent.audit.web;

import app.ascent.audit.Action;
import app.ascent.audit.AuditEntry;
import app.ascent.audit.AuditUser;
import app.ascent.audit.AuditedRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit entry as one row of the page. */
record AuditLine(
        UUID id,
        Instant at,
        @Nullable AuditUser user,
        Action action,
        String tone,
        String icon,
        AuditedRecord subject,
        @Nullable String happened,
        @Nullable String address) {

    static AuditLine of(AuditEntry entry) {
        return new AuditLine(
                entry.id().value(),
                entry.at(),
                entry.user(),
                entry.action(),
                tone(entry.action()),
                icon(entry.action()),
                entry.subject(),
                entry.happened(),
                entry.origin().address());
    }

    private static String tone(Action action) {
        return switch (action) {
            case CREATE -> "good";
            case UPDATE -> "active";
            case DELETE -> "bad";
            case LOGIN, LOGOUT -> "neutral";
            case REFUSE -> "caution";
        };
    }

    private static String icon(Action action) {
        return switch (action) {
            case CREATE -> "plus";
            case UPDATE -> "pencil";
            case DELETE -> "trash";
            case LOGIN -> "login";
            case LOGOUT -> "logout";
            case REFUSE -> "ban";
        };
    }
}
