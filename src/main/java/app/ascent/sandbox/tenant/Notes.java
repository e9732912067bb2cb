package app.ascent.sandbox.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What people, and programs, have written below projects or below tasks. */
final class Notes {

    private static final long FIRST = 29_720_000;
    private static final long GONE = 29_600_024;
    private static final List<Integer> AUDIENCES = List.of(1, 1, 1, 2, 2, 4);

    private final Entity entity;
    private final String owner;
    private final long seed;
    private final List<String> updates;
    private final Contacts contacts;
    private final Deal<NoteQuirk> quirks = new Deal<>(2, NoteQuirk.values());
    private final List<Row> rows = new ArrayList<>();

    /** @param owner the field that names what a note is about */
    Notes(Entity entity, String owner, long seed, Words words, Contacts contacts) {
        this.entity = entity;
        this.owner = owner;
        this.seed = seed;
        this.updates = words.list("updates");
        this.contacts = contacts;
    }

    Listed table() {
        return new Listed(entity.schema(), rows, "title");
    }

    /** @param odd whether something may be wrong with some of them */
    void add(Row about, int count, boolean odd) {
        for (int i = 0; i < count; i++) {
            rows.add(note(about, odd ? quirks.next() : NoteQuirk.NONE));
        }
    }

    private Row note(Row about, NoteQuirk quirk) {
        var dice = new Dice(seed, owner + " note", rows.size());
        boolean byContact = dice.chance(12);
        LocalDate created = Moments.day(about.get("createDateTime"), LocalDate.EPOCH);
        Instant written = Work.during(dice, created.plusDays(dice.below(50)));
        Row row = new Row(entity.schema(), FIRST + 2L * rows.size())
                .put(owner, quirk == NoteQuirk.OWNER_GONE ? GONE : about.id())
                .put("title", dice.chance(70) ? "Update " + (rows.size() + 1) : "")
                .put("description", dice.pick(updates))
                .put("noteType", 1 + dice.below(3))
                .put("publish", dice.pick(AUDIENCES))
                .put("createdByContactID", byContact ? contacts.idAt(Contacts.STAFF + dice.below(5)) : null)
                .put("creatorResourceID", byContact ? null : author(dice))
                .put("createDateTime", written)
                .put("lastActivityDate", written);
        if (quirk != NoteQuirk.TEXT_OF_900_000_CHARACTERS || entity == Entity.TASK_NOTES) {
            quirk.spoil(row);
        }
        return row;
    }

    private static long author(Dice dice) {
        return dice.chance(20) ? Resources.OWNER : Resources.engineer(dice);
    }
}
