package app.ascent.files.web;

import app.ascent.files.Owner;
import java.util.Map;
import java.util.UUID;

/**
 * How programs name what something is attached to: by the entity type of an import, or by the plural in addresses. Spring makes it
 * of what was sent.
 */
record NamedOwner(Owner owner) {

    private static final Map<String, String> KINDS = Map.of(
            "companies", "clients",
            "timeEntries", "time-entries",
            "ticketNotes", "entries",
            "projectNotes", "entries",
            "taskNotes", "entries");

    static NamedOwner valueOf(String text) {
        int seam = text.indexOf(':');
        if (seam < 0) {
            throw new IllegalArgumentException("No owner: an entity type and an id with a colon between");
        }
        String kind = text.substring(0, seam);
        return new NamedOwner(new Owner(KINDS.getOrDefault(kind, kind), UUID.fromString(text.substring(seam + 1))));
    }
}
