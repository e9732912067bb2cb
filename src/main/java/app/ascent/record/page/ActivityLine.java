package app.ascent.record.page;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditEntry;
import app.ascent.audit.Change;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody did to a record, as one row of its Activity tab. */
public record ActivityLine(
        UUID id, Instant at, @Nullable String user, Action action, String tone, String icon, List<Change> changes) {

    /** Whether it is what somebody did, and no field that became something else. */
    public static boolean isDeed(Change change) {
        return change.field().equals(Audit.HAPPENED);
    }

    /** @param changes what the entry tells, as the page of the record writes it */
    static ActivityLine of(AuditEntry entry, List<Change> changes) {
        return new ActivityLine(
                entry.id().value(),
                entry.at(),
                entry.user() == null ? null : entry.user().name(),
                entry.action(),
                switch (entry.action()) {
                    case CREATE -> "good";
                    case UPDATE -> "active";
                    case DELETE -> "bad";
                    case LOGIN, LOGOUT -> "neutral";
                    case REFUSE -> "caution";
                },
                switch (entry.action()) {
                    case CREATE -> "plus";
                    case UPDATE -> "pencil";
                    case DELETE -> "trash";
                    case LOGIN -> "login";
                    case LOGOUT -> "logout";
                    case REFUSE -> "ban";
                },
                changes);
    }
}
