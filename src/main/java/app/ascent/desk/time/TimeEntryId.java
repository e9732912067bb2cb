package app.ascent.desk.time;

import java.util.UUID;

/** Names one time entry. */
public record TimeEntryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
