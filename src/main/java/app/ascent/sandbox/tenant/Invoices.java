package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers are to pay for: an invoice for each ticket with hours that are charged, and behind these one a project. */
final class Invoices implements Records {

    /** Whether hours of a ticket are charged, in rounds of ten. */
    private static final Shares CHARGED = new Shares(1, 1, 0, 1, 1, 1, 0, 1, 1, 0);

    private static final int TENTHS = 10;
    private static final long FIRST = 31_000;

    /** Taken back, one of a ticket and one of a project. */
    private static final long VOIDED = 4;

    private final TimeEntries time;
    private final Tickets tickets;
    private final Companies companies;
    private final LocalDate today;
    private final long charged;
    private final Map<Long, Long> projects = new LinkedHashMap<>();
    private final Map<Long, Integer> quarters = new HashMap<>();
    private final List<Long> projectsInOrder;

    /** @param companiesOfProjects by project */
    Invoices(
            TimeEntries time,
            Tickets tickets,
            Companies companies,
            Map<Long, Long> companiesOfProjects,
            LocalDate today) {
        this.time = time;
        this.tickets = tickets;
        this.companies = companies;
        this.today = today;
        this.charged = tickets.size() / TENTHS * 8 / TENTHS * TENTHS;
        for (long entry = time.ofTickets(); entry < time.size(); entry++) {
            Long project = TimeEntries.isPosted(entry - time.ofTickets()) ? projectOf(time.taskOf(entry)) : null;
            Long company = project == null ? null : companiesOfProjects.get(project);
            if (company != null && company > 0) {
                projects.put(project, company);
                quarters.merge(project, time.quarters(entry), Integer::sum);
            }
        }
        this.projectsInOrder = List.copyOf(projects.keySet());
    }

    private static @Nullable Long projectOf(Row task) {
        return task.get("projectID") instanceof Long project ? project : null;
    }

    /** The invoice an entry is on, that was posted; null where it is on none. */
    @Nullable
    Long of(long entry) {
        if (entry >= time.ofTickets()) {
            int place = projectsInOrder.indexOf(projectOf(time.taskOf(entry)));
            return place < 0 ? null : Long.valueOf(idAt(CHARGED.total(charged) + place));
        }
        long ticket = time.ticketOf(entry);
        return ticket < charged && CHARGED.of(ticket) > 0 ? Long.valueOf(idAt(CHARGED.first(ticket))) : null;
    }

    @Nullable
    Long companyOf(Row task) {
        Long project = projectOf(task);
        return project == null ? null : projects.get(project);
    }

    @Override
    public long size() {
        return CHARGED.total(charged) + projectsInOrder.size();
    }

    @Override
    public long idAt(long index) {
        return FIRST + index;
    }

    @Override
    public Row at(long index) {
        if (index >= size()) {
            return size() == 0
                    ? new Row(Entity.INVOICES.schema(), idAt(index))
                    : at(size() - 1).put("id", idAt(index));
        }
        Row row = new Row(Entity.INVOICES.schema(), idAt(index));
        LocalDate day;
        BigDecimal total;
        long ofTickets = CHARGED.total(charged);
        if (index < ofTickets) {
            long ticket = CHARGED.owner(index);
            day = Moments.day(tickets.courseOf(ticket).active(), today);
            total = total(ticket);
            row.put("companyID", companies.idAt(tickets.companyOf(ticket)));
        } else {
            Long project = projectsInOrder.get((int) (index - ofTickets));
            day = today.withDayOfYear(1).minusDays(20);
            total = BillingItems.total(quarters.getOrDefault(project, 0));
            row.put("companyID", projects.get(project));
        }
        LocalDate issued = day.plusDays(6);
        boolean voided = index == VOIDED || index == ofTickets + 1;
        return row.put("invoiceNumber", String.format(Locale.ROOT, "INV-%06d", 4_000 + index))
                .put("invoiceDateTime", Moments.of(issued))
                .put("createDateTime", Moments.of(issued).plusSeconds(33_000))
                .put("creatorResourceID", Resources.OWNER)
                .put("fromDate", Moments.of(day))
                .put("toDate", Moments.of(issued))
                .put("dueDate", Moments.of(issued.plusDays(30)))
                .put("paidDate", index % 3 == 0 ? null : Moments.of(issued.plusDays(20)))
                .put("invoiceTotal", total)
                .put("isVoided", voided)
                .put("voidedDate", voided ? Moments.of(issued.plusDays(2)) : null)
                .put("voidedByResourceID", voided ? Resources.OWNER : null);
    }

    private BigDecimal total(long ticket) {
        BigDecimal total = Contracts.money(0);
        Span entries = time.ofTicket(ticket);
        for (long entry = entries.from(); entry < entries.end(); entry++) {
            if (TimeEntries.isPosted(entry) && !time.isNotBillable(entry)) {
                total = total.add(BillingItems.total(time.quarters(entry)));
            }
        }
        return total;
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("comments", "Sent again, " + revision + " times");
    }
}
