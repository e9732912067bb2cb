package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hours the tenant's people have worked: on tickets, and behind these on tasks of projects. */
final class TimeEntries implements Records {

    /** One and a half for a ticket on average; the rounds of both end together. */
    private static final Shares SHARES = new Shares(1, 2, 0, 3, 1, 2, 1, 2, 1, 2);

    /** Of so many one behind the other the first three can be billed, one cannot, and one is open. */
    static final int ROUND = 5;

    private static final long FIRST = 704_000;
    private static final long NO_SUCH = -1;

    private final long seed;
    private final Tickets tickets;
    private final List<Row> tasks;
    private final Words words;
    private final LocalDate today;

    /** @param tasks those in which something is done, and each of which has an entry */
    TimeEntries(long seed, Tickets tickets, List<Row> tasks, Words words, LocalDate today) {
        this.seed = seed;
        this.tickets = tickets;
        this.tasks = tasks;
        this.words = words;
        this.today = today;
    }

    static boolean isPosted(long entry) {
        return entry % ROUND < 3;
    }

    static boolean isOpen(long entry) {
        return entry % ROUND == 4;
    }

    /** Hours of the tenant's own matters, and those that are given away. */
    boolean isNotBillable(long entry) {
        return entry % ROUND == 3 || (entry < ofTickets() && tickets.companyOf(SHARES.owner(entry)) == 0);
    }

    long ofTickets() {
        return SHARES.total(tickets.size());
    }

    long ticketOf(long entry) {
        return SHARES.owner(entry);
    }

    Span ofTicket(long ticket) {
        return SHARES.span(ticket);
    }

    Row taskOf(long entry) {
        return tasks.get((int) (entry - ofTickets()));
    }

    @Override
    public long size() {
        return ofTickets() + tasks.size();
    }

    @Override
    public long idAt(long index) {
        return FIRST + 3 * index;
    }

    /** The place of the entry with that id, or -1. */
    long placeOf(long id) {
        long place = (id - FIRST) / 3;
        return place >= 0 && place < size() && idAt(place) == id ? place : NO_SUCH;
    }

    @Override
    public @Nullable List<Span> where(String field, long value) {
        long ticket = field.equals("ticketID") ? tickets.placeOf(value) : NO_SUCH;
        return ticket < 0 ? null : List.of(SHARES.span(ticket));
    }

    @Override
    public Row at(long index) {
        if (index >= size()) {
            return size() == 0
                    ? new Row(Entity.TIME_ENTRIES.schema(), idAt(index))
                    : at(size() - 1).put("id", idAt(index));
        }
        var dice = new Dice(seed, "time", index);
        Row row = new Row(Entity.TIME_ENTRIES.schema(), idAt(index));
        TimeQuirk quirk = TimeQuirk.of(index);
        if (index < ofTickets()) {
            onTicket(row, SHARES.owner(index), index, dice);
        } else {
            onTask(row, taskOf(index), dice);
        }
        if (quirk == TimeQuirk.OF_BOTH && !tasks.isEmpty()) {
            row.put("taskID", tasks.getFirst().id());
        }
        quirk.spoil(row);
        return row;
    }

    private void onTicket(Row row, long ticket, long index, Dice dice) {
        Span entries = SHARES.span(ticket);
        Instant end = tickets.courseOf(ticket).during(index - entries.from(), entries.end() - entries.from());
        long worker = tickets.workerOf(ticket);
        boolean free = isNotBillable(index);
        row.put("ticketID", tickets.idAt(ticket))
                .put("timeEntryType", 2)
                .put("contractID", tickets.contractOf(ticket))
                .put("isNonBillable", free)
                .put("showOnInvoice", !free);
        work(row, worker, end, quarters(index), dice);
    }

    private void onTask(Row row, Row task, Dice dice) {
        long worker = task.get("assignedResourceID") instanceof Long assigned && assigned != Resources.GONE
                ? assigned
                : Resources.engineer(dice);
        Instant end = task.get("completedDateTime") instanceof Instant completed
                ? completed
                : Work.during(
                        dice, Moments.day(task.get("createDateTime"), today).plusDays(3));
        row.put("taskID", task.id()).put("timeEntryType", 6).put("isNonBillable", false);
        work(row, worker, end, quarters(row), dice);
    }

    /** A quarter of an hour to two hours. */
    int quarters(long index) {
        return 1 + new Dice(seed, "quarters", index).below(8);
    }

    private int quarters(Row row) {
        return quarters((row.id() - FIRST) / 3);
    }

    private void work(Row row, long worker, Instant end, int quarters, Dice dice) {
        Instant minute = end.truncatedTo(ChronoUnit.MINUTES);
        BigDecimal hours = hours(quarters);
        boolean posted = isPosted((row.id() - FIRST) / 3);
        Instant approved = Moments.of(Moments.day(end, today).plusDays(4)).plus(10, ChronoUnit.HOURS);
        row.put("resourceID", worker)
                .put("roleID", Tickets.ENGINEER)
                .put("billingCodeID", 29_682_801 + dice.below(4))
                .put("dateWorked", Moments.of(Moments.day(minute, today)))
                .put("startDateTime", minute.minus(Duration.ofMinutes(15L * quarters)))
                .put("endDateTime", minute)
                .put("hoursWorked", hours)
                .put("hoursToBill", Boolean.TRUE.equals(row.get("isNonBillable")) ? hours(0) : hours)
                .put("offsetHours", hours(0))
                .put("summaryNotes", Sentences.of(words.list("worked"), dice, 2))
                .put("internalNotes", dice.chance(12) ? dice.pick(words.list("inside")) : "")
                .put("createDateTime", minute.plusSeconds(300))
                .put("creatorUserID", worker)
                .put("lastModifiedDateTime", minute.plusSeconds(300))
                .put("lastModifiedUserID", worker)
                .put("billingApprovalDateTime", posted ? approved : null)
                .put("billingApprovalResourceID", posted ? Resources.OWNER : null)
                .put("billingApprovalLevelMostRecent", posted ? 1 : null);
    }

    static BigDecimal hours(int quarters) {
        return BigDecimal.valueOf(2_500L * quarters, 4);
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("summaryNotes", "Written anew, " + revision + " times")
                .put("lastModifiedDateTime", Moments.of(today).minusSeconds(9_000L - revision));
    }
}
