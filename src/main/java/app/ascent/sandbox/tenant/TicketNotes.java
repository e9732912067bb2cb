package app.ascent.sandbox.tenant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written about tickets: by the customer, for the customer, among colleagues, and by programs. */
final class TicketNotes implements Records {

    /** Four for a ticket on average. */
    private static final List<TicketNoteQuirk> OWN_QUIRKS = List.of(TicketNoteQuirk.values());

    private static final List<NoteQuirk> QUIRKS = List.of(NoteQuirk.values());
    private static final Shares SHARES = new Shares(2, 5, 4, 3, 6, 4, 1, 7, 0, 8);

    /** So many more come behind all others, and are of one ticket. */
    private static final int TALK = 400;

    private static final long FIRST = 32_100_000;
    private static final long GONE = 29_600_024;
    private static final int APART = 3;
    private static final List<Integer> PROGRAMS = List.of(13, 16, 91, 99, 17);

    private final long seed;
    private final Tickets tickets;
    private final Words words;

    TicketNotes(long seed, Tickets tickets, Words words) {
        this.seed = seed;
        this.tickets = tickets;
        this.words = words;
    }

    private long ordinary() {
        return SHARES.total(tickets.size());
    }

    private boolean isTalk() {
        return tickets.size() > 10 * Tickets.TALKED_ABOUT;
    }

    @Override
    public long size() {
        return ordinary() + (isTalk() ? TALK : 0);
    }

    @Override
    public long idAt(long index) {
        return FIRST + 2 * index;
    }

    private long ticketOf(long index) {
        return index < ordinary() ? SHARES.owner(index) : Tickets.TALKED_ABOUT;
    }

    @Override
    public @Nullable List<Span> where(String field, long value) {
        if (!field.equals("ticketID")) {
            return null;
        }
        long ticket = tickets.placeOf(value);
        if (ticket < 0) {
            return List.of(Span.ODD);
        }
        Span own = SHARES.span(ticket);
        return ticket == Tickets.TALKED_ABOUT ? List.of(own, new Span(ordinary(), size())) : List.of(own);
    }

    @Override
    public Row at(long index) {
        long ticket = ticketOf(index);
        boolean talk = index >= ordinary();
        var dice = new Dice(seed, "ticket note", index);
        long place = talk ? index - ordinary() : index - SHARES.first(ticket);
        Instant written = tickets.courseOf(ticket).during(place, talk ? TALK : SHARES.of(ticket));
        Row row = new Row(Entity.TICKET_NOTES.schema(), idAt(index))
                .put("ticketID", tickets.idAt(ticket))
                .put("createDateTime", written)
                .put("lastActivityDate", written);
        write(row, tickets.contactIdOf(ticket), tickets.workerOf(ticket), dice);
        spoil(row, index);
        return row;
    }

    private void write(Row row, @Nullable Long contact, long worker, Dice dice) {
        int share = dice.below(100);
        if (share < 28 && contact != null) {
            row.put("description", Sentences.of(words.list("asked"), dice, 17))
                    .put("createdByContactID", contact)
                    .put("noteType", dice.chance(50) ? 101 : 18)
                    .put("publish", 1);
        } else if (share < 42) {
            row.put("description", dice.pick(words.list("machine")))
                    .put("title", "Workflow Rule Note")
                    .put("creatorResourceID", Resources.ADMINISTRATOR)
                    .put("noteType", dice.pick(PROGRAMS))
                    .put("publish", dice.chance(60) ? 2 : 1);
        } else {
            boolean inside = share < 58;
            row.put("description", Sentences.of(words.list(inside ? "inside" : "answers"), dice, inside ? 10 : 24))
                    .put("title", dice.chance(40) ? "Status update" : "")
                    .put("creatorResourceID", worker)
                    .put("noteType", 1 + dice.below(3))
                    .put("publish", inside ? dice.chance(80) ? 2 : 4 : 1);
        }
    }

    private static void spoil(Row row, long index) {
        if (index % APART != 1) {
            return;
        }
        int place = Math.toIntExact(index / APART);
        if (place < OWN_QUIRKS.size()) {
            OWN_QUIRKS.get(place).spoil(row);
            return;
        }
        int rest = place - OWN_QUIRKS.size();
        NoteQuirk quirk = rest < QUIRKS.size() ? QUIRKS.get(rest) : NoteQuirk.NONE;
        if (quirk == NoteQuirk.OWNER_GONE) {
            row.put("ticketID", GONE);
        } else if (quirk != NoteQuirk.TEXT_OF_900_000_CHARACTERS) {
            quirk.spoil(row);
        }
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("title", "Update " + revision);
    }
}
