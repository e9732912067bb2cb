package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was approved and posted of the hours that were worked; all but the last of it is on an invoice. */
final class BillingItems implements Records {

    private static final Shares POSTED = new Shares(1, 1, 1, 0, 0);
    private static final BigDecimal RATE = new BigDecimal("84.5000");
    private static final long FIRST = 5_100_000;

    /** Tickets of which everything is decided: nine of ten have been posted, eight are on invoices. */
    private static final int TENTHS = 10;

    private final TimeEntries time;
    private final Tickets tickets;
    private final Companies companies;
    private final Invoices invoices;
    private final LocalDate today;
    private final long ofTickets;

    BillingItems(TimeEntries time, Tickets tickets, Companies companies, Invoices invoices, LocalDate today) {
        this.time = time;
        this.tickets = tickets;
        this.companies = companies;
        this.invoices = invoices;
        this.today = today;
        long posted =
                time.ofTicket(tickets.size() / TENTHS * 9 / TENTHS * TENTHS).from();
        this.ofTickets = POSTED.total(posted);
    }

    static BigDecimal total(int quarters) {
        return RATE.multiply(TimeEntries.hours(quarters)).setScale(4);
    }

    /** Behind those of tickets those of tasks, from the first task's round on. */
    private long entryOf(long index) {
        return index < ofTickets ? POSTED.owner(index) : time.ofTickets() + POSTED.owner(index - ofTickets);
    }

    @Override
    public long size() {
        return ofTickets + POSTED.total(time.size() - time.ofTickets());
    }

    @Override
    public long idAt(long index) {
        return FIRST + 2 * index;
    }

    @Override
    public Row at(long index) {
        if (index >= size()) {
            return size() == 0
                    ? new Row(Entity.BILLING_ITEMS.schema(), idAt(index))
                    : at(size() - 1).put("id", idAt(index));
        }
        long entry = entryOf(index);
        Row worked = time.at(entry);
        int quarters = time.quarters(entry);
        boolean free = Boolean.TRUE.equals(worked.get("isNonBillable"));
        BigDecimal total = free ? Contracts.money(0) : total(quarters);
        Instant posted = worked.get("billingApprovalDateTime") instanceof Instant approved ? approved : null;
        Row row = new Row(Entity.BILLING_ITEMS.schema(), idAt(index))
                .put("timeEntryID", worked.id())
                .put("billingItemType", 1)
                .put("subType", 8)
                .put("itemName", "Labor")
                .put("description", worked.get("summaryNotes"))
                .put("itemDate", worked.get("dateWorked"))
                .put("postedDate", posted)
                .put("postedOnTime", posted)
                .put("quantity", TimeEntries.hours(quarters))
                .put("rate", RATE)
                .put("extendedPrice", total)
                .put("totalAmount", total)
                .put("nonBillable", free ? 1 : 0)
                .put("billingCodeID", worked.get("billingCodeID"))
                .put("roleID", worked.get("roleID"))
                .put("contractID", worked.get("contractID"))
                .put("itemApproverID", Resources.OWNER)
                .put("invoiceID", invoices.of(entry));
        if (entry < time.ofTickets()) {
            long ticket = time.ticketOf(entry);
            row.put("ticketID", tickets.idAt(ticket)).put("companyID", companies.idAt(tickets.companyOf(ticket)));
        } else {
            Row task = time.taskOf(entry);
            row.put("taskID", task.id())
                    .put("projectID", task.get("projectID"))
                    .put("companyID", invoices.companyOf(task));
        }
        BillingQuirk.of(index).spoil(row);
        return row;
    }

    /** By the entry it is of. */
    @Override
    public @Nullable List<Span> where(String field, long value) {
        if (!field.equals("timeEntryID")) {
            return null;
        }
        long index = time.placeOf(value);
        if (index < 0) {
            return List.of(Span.ODD);
        }
        if (!TimeEntries.isPosted(index)) {
            return List.of();
        }
        long place =
                index < time.ofTickets() ? POSTED.first(index) : ofTickets + POSTED.first(index - time.ofTickets());
        return index < time.ofTickets() && place >= ofTickets ? List.of() : List.of(new Span(place, place + 1));
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("description", "Posted anew, " + revision + " times").put("postedDate", Moments.of(today));
    }
}
