package app.ascent.conversation;

import app.ascent.crm.Samples;
import app.ascent.record.PartSource;
import app.ascent.record.imports.ImportedPart;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Entries as an import writes them, with no more said than a test is about. */
public final class Entries {

    /** Of the first entry; each further one is a minute later. */
    public static final Instant START = Instant.parse("2026-04-29T08:00:00Z");

    private static final AtomicLong IDS = new AtomicLong();

    private Entries() {}

    public static EntryFields note(Owner owner, int minute, String body) {
        return new EntryFields(
                owner.kind(),
                owner.id(),
                START.plusSeconds(60L * minute),
                AuthorType.NAME,
                null,
                "Kjell Ström",
                Visibility.CLIENT,
                EntryKind.NOTE,
                null,
                body);
    }

    public static EntryFields system(Owner owner, int minute, @Nullable String by) {
        return new EntryFields(
                owner.kind(),
                owner.id(),
                START.plusSeconds(60L * minute),
                AuthorType.SYSTEM,
                null,
                by,
                Visibility.INTERNAL,
                EntryKind.SYSTEM,
                null,
                "Rule fired");
    }

    public static EntryFields by(EntryFields note, AuthorType type, @Nullable UUID author, @Nullable String name) {
        return new EntryFields(
                note.ownerKind(),
                note.ownerId(),
                note.at(),
                type,
                author == null ? null : new AuthorId(author),
                name,
                note.visibility(),
                note.kind(),
                note.heading(),
                note.body());
    }

    public static ImportedPart<EntryFields> fresh(EntryFields fields) {
        return fresh("TicketNotes:" + IDS.incrementAndGet(), fields);
    }

    public static ImportedPart<EntryFields> fresh(String sourceId, EntryFields fields) {
        return new ImportedPart<>(
                Samples.id(), true, new PartSource(Samples.SYSTEM, Samples.DATABASE, sourceId), fields, "{}");
    }
}
