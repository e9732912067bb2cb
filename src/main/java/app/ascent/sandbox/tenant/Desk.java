package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service desk: tickets with all that belongs to them, the hours of them and of projects, and what was charged. */
final class Desk {

    private static final List<Long> TAGS = List.of(1L, 2L, 3L, 4L, 5L, 6L, 8L);
    private static final long TAG_INACTIVE = 7;
    private static final long GONE = 29_600_060;

    /** The places of what is wrong with parts of tickets. */
    private static final long ODD = 2;

    private static final long ODD_TOO = 4;

    private final long seed;
    private final Contacts contacts;
    private final Companies companies;
    private final Belongings belongings;
    private final Words words;
    private final Tickets tickets;
    private final Map<Entity, Records> tables = new EnumMap<>(Entity.class);

    Desk(
            long seed,
            int most,
            Companies companies,
            Contacts contacts,
            Belongings belongings,
            List<Row> tasks,
            Words words,
            LocalDate today) {
        this.seed = seed;
        this.contacts = contacts;
        this.companies = companies;
        this.belongings = belongings;
        this.words = words;
        this.tickets = new Tickets(seed, most, companies, contacts, belongings, words, today);
        List<Row> begun = tickets.size() == 0
                ? List.of()
                : tasks.stream().filter(Desk::isBegun).toList();
        var time = new TimeEntries(seed, tickets, begun, words, today);
        var invoices = new Invoices(time, tickets, companies, companiesOfProjects(), today);
        tables.put(Entity.TICKETS, tickets);
        tables.put(Entity.TICKET_NOTES, new TicketNotes(seed, tickets, words));
        tables.put(Entity.TIME_ENTRIES, time);
        tables.put(Entity.INVOICES, invoices);
        tables.put(Entity.BILLING_ITEMS, new BillingItems(time, tickets, companies, invoices, today));
        part(Entity.TICKET_SECONDARY_RESOURCES, "roleID", new Shares(0, 1, 0, 0, 0, 0, 2, 0, 0, 0), this::helper);
        part(
                Entity.TICKET_ADDITIONAL_CONTACTS,
                "contactID",
                new Shares(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0),
                this::contact);
        part(
                Entity.TICKET_ADDITIONAL_CONFIGURATION_ITEMS,
                "configurationItemID",
                new Shares(0, 0, 1, 0, 0, 0, 0, 0, 1, 0),
                this::device);
        part(Entity.TICKET_TAG_ASSOCIATIONS, "tagID", new Shares(0, 1, 0, 2, 0, 1), this::tag);
        part(Entity.TICKET_CHECKLIST_ITEMS, "itemName", new Shares(0, 0, 0, 0, 6, 0, 0, 0), this::step);
    }

    /** Without those whose company is gone: nobody pays for them. */
    private Map<Long, Long> companiesOfProjects() {
        var known = new Table(companies);
        Map<Long, Long> owners = new HashMap<>();
        belongings.projects().forEach((company, projects) -> {
            long place = known.indexAbove(company - 1);
            if (place < known.size() && known.idAt(place) == company) {
                projects.forEach(project -> owners.put(project.id(), company));
            }
        });
        return owners;
    }

    Map<Entity, Records> tables() {
        return tables;
    }

    private void part(Entity entity, String edited, Shares shares, TicketParts.Content content) {
        tables.put(entity, new TicketParts(entity, tickets, shares, content, edited));
    }

    /** Nobody has worked for a template, or on what is not begun. */
    private static boolean isBegun(Row task) {
        return task.get("estimatedHours") instanceof BigDecimal hours
                && task.get("remainingHours") instanceof BigDecimal left
                && left.compareTo(hours) < 0;
    }

    private void helper(Row row, long ticket, int place, long index) {
        var dice = new Dice(seed, "ticket's helper", index);
        row.put("resourceID", index == ODD ? Resources.GONE : index == ODD_TOO ? Resources.LEFT : engineer(place, dice))
                .put("roleID", Tickets.ENGINEER);
    }

    private static long engineer(int place, Dice dice) {
        return place == 0 ? Resources.engineer(dice) : Resources.OWNER;
    }

    /** Mostly the first one of the ticket's company. */
    private void contact(Row row, long ticket, int place, long index) {
        long company = tickets.companyOf(ticket);
        long first = company == 0 ? place : Contacts.STAFF + company - 1;
        boolean known = first < contacts.size() && contacts.companyOf(first) == company;
        row.put("contactID", index == ODD ? GONE : contacts.idAt(known ? first : 0));
    }

    private void device(Row row, long ticket, int place, long index) {
        var dice = new Dice(seed, "ticket's device", index);
        long company = companies.idAt(tickets.companyOf(ticket));
        Row device = belongings.device(company, dice);
        Long another = belongings.deviceOfAnother(company);
        row.put("configurationItemID", index == ODD || another == null ? GONE : device == null ? another : device.id());
    }

    private void tag(Row row, long ticket, int place, long index) {
        long tag = TAGS.get((int) ((ticket + place) % TAGS.size()));
        row.put("tagID", index == ODD ? GONE : index == ODD_TOO ? TAG_INACTIVE : tag);
    }

    /** The first list is out of order and has a step without a text; the second one has two steps at one position. */
    private void step(Row row, long ticket, int place, long index) {
        List<String> steps = words.list("steps");
        boolean first = index < steps.size();
        boolean second = index == steps.size() + ODD;
        boolean done = place < ticket % (steps.size() + 1);
        Course course = tickets.courseOf(ticket);
        row.put("itemName", index == ODD ? "  " : steps.get(place))
                .put("position", first ? steps.size() - place : second ? place : place + 1)
                .put("isImportant", place == 3)
                .put("isCompleted", done)
                .put("completedByResourceID", done ? tickets.workerOf(ticket) : null)
                .put("completedDateTime", done ? course.during(place, steps.size()) : null);
    }
}
