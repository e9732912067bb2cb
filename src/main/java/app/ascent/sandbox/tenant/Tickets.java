package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What customers ask the tenant for, and what its monitoring finds. */
final class Tickets implements Records {

    static final long NEW = 1;
    static final long COMPLETE = 5;
    static final long ENGINEER = 29_682_834;

    /** The place of one that has more notes than anyone reads. */
    static final long TALKED_ABOUT = 9;

    private static final List<Long> OPEN = List.of(NEW, 8L, 7L, 8L, 10L, NEW, 12L, 7L, 9L, 11L, 13L);
    private static final int SMALL_IDS = 6;
    private static final long FIRST_LARGE_ID = 1_048_576;
    private static final int COMPANIES_SHARE = 40;

    /** The problem of a bunch of tickets stands at its end, and some of the bunch are part of it. */
    private static final int BUNCH = 40;

    private final long seed;
    private final long size;
    private final Companies companies;
    private final Contacts contacts;
    private final Belongings belongings;
    private final Words words;
    private final Matters matters;
    private final LocalDate today;

    Tickets(
            long seed,
            int most,
            Companies companies,
            Contacts contacts,
            Belongings belongings,
            Words words,
            LocalDate today) {
        this.seed = seed;
        this.size = Math.min(most, companies.size() * COMPANIES_SHARE);
        this.companies = companies;
        this.contacts = contacts;
        this.belongings = belongings;
        this.words = words;
        this.matters = new Matters(words);
        this.today = today;
    }

    @Override
    public long size() {
        return size;
    }

    /** One of the small ones, 174, is that of a company, a contract and a device, too. */
    @Override
    public long idAt(long index) {
        return index < SMALL_IDS ? 150 + 12 * index : FIRST_LARGE_ID + 3 * index;
    }

    /** The place of the ticket with that id, or -1. */
    long placeOf(long id) {
        long small = (id - 150) / 12;
        long place = id < FIRST_LARGE_ID ? small : (id - FIRST_LARGE_ID) / 3;
        return place >= 0 && place < size && idAt(place) == id ? place : -1;
    }

    Course courseOf(long index) {
        return Course.of(new Dice(seed, "ticket's course", index), index, size, today);
    }

    /** Who asks: the more people a company has, the more tickets. */
    private long contactOf(long index) {
        return new Dice(seed, "ticket's contact", index).below((int) contacts.size());
    }

    long companyOf(long index) {
        return contacts.size() == 0 ? 0 : contacts.companyOf(contactOf(index));
    }

    /** Null where the alarm came from a machine, or where it is not quite a contact of the company. */
    @Nullable
    Long contactIdOf(long index) {
        if (issueOf(index) == Matters.MONITORING || contacts.size() == 0) {
            return null;
        }
        long contact = contactOf(index);
        return ContactQuirk.of(contact) == ContactQuirk.NONE ? contacts.idAt(contact) : null;
    }

    private int issueOf(long index) {
        return Matters.issue(new Dice(seed, "ticket's issue", index));
    }

    /** The contract by which work on it is paid. */
    @Nullable
    Long contractOf(long index) {
        boolean covered = new Dice(seed, "ticket's contract", index).chance(70);
        return covered ? belongings.contract(companies.idAt(companyOf(index))) : null;
    }

    long workerOf(long index) {
        var dice = new Dice(seed, "ticket's worker", index);
        return dice.chance(15) ? Resources.OWNER : Resources.engineer(dice);
    }

    @Override
    public Row at(long index) {
        var dice = new Dice(seed, "ticket", index);
        TicketQuirk quirk = TicketQuirk.of(index);
        Course course = courseOf(index);
        long company = companies.idAt(companyOf(index));
        int issue = issueOf(index);
        Row device = issue == Matters.MONITORING || dice.chance(35) ? belongings.device(company, dice) : null;
        Row project = dice.chance(4) ? belongings.project(company, dice) : null;
        Long contact = contactIdOf(index);
        Row row = new Row(Entity.TICKETS.schema(), idAt(index))
                .put("ticketNumber", numberOf(quirk == TicketQuirk.NUMBER_TWICE ? index - 1 : index))
                .put("companyID", company)
                .put("contactID", contact)
                .put("contractID", contractOf(index))
                .put("configurationItemID", device == null ? null : Long.valueOf(device.id()))
                .put("projectID", project == null ? null : Long.valueOf(project.id()))
                .put("billingCodeID", 29_682_801 + dice.below(4))
                .put("estimatedHours", new BigDecimal(dice.below(4) + ".5000"))
                .put("purchaseOrderNumber", dice.chance(6) ? dice.fill("PO-#####") : "")
                .put("externalID", dice.chance(3) ? dice.fill("REQ-######") : "")
                .put("creatorType", contact != null && dice.chance(40) ? 2 : 1)
                .put("lastActivityPersonType", 1)
                .put("problemTicketId", problem(index, quirk, dice));
        matters.sort(row, issue, device, dice);
        if (isProblem(index)) {
            row.put("ticketType", 3);
        }
        if (Long.valueOf(5).equals(row.get("queueID"))) {
            row.put("createdByContactID", contact);
        }
        follow(row, course, index, dice);
        row.putUser("Root cause", course.closed() != null && dice.chance(20) ? "Old driver" : null)
                .putUser("Site contact", dice.chance(10) ? "R. Bloom" : null)
                .putUser(
                        "Promised for", dice.chance(10) ? today.withDayOfYear(1).toString() : null)
                .putUser("Users affected", dice.below(12) + ".0000")
                .putUser("Vendor password", dice.chance(2) ? "*****" : null);
        lead(row, quirk, company);
        quirk.spoil(row);
        return row;
    }

    private void follow(Row row, Course course, long index, Dice dice) {
        boolean over = course.closed() != null;
        long status = over ? COMPLETE : course.answered() == null ? NEW : OPEN.get((int) (index % OPEN.size()));
        boolean unassigned = !over && dice.chance(30);
        Long worker = unassigned ? null : Long.valueOf(workerOf(index));
        row.put("status", status)
                .put("assignedResourceID", worker)
                .put("assignedResourceRoleID", worker == null ? null : ENGINEER)
                .put("creatorResourceID", workerOf(index))
                .put("createDate", course.created())
                .put("firstResponseDateTime", course.answered())
                .put("firstResponseInitiatingResourceID", course.answered() == null ? null : workerOf(index))
                .put("dueDateTime", course.due())
                .put("resolvedDateTime", course.closed())
                .put("completedDate", course.closed())
                .put("completedByResourceID", over ? workerOf(index) : null)
                .put("resolution", over && dice.chance(70) ? dice.pick(words.list("resolutions")) : "")
                .put("lastActivityDate", course.active())
                .put("lastActivityResourceID", worker)
                .put("lastCustomerVisibleActivityDateTime", course.active())
                .put("lastTrackedModificationDateTime", course.active())
                .put("serviceLevelAgreementID", dice.chance(40) ? 1 + dice.below(2) : null)
                .put("serviceLevelAgreementHasBeenMet", over && dice.chance(80) ? dice.chance(90) : null)
                .put("hoursToBeScheduled", new BigDecimal("-0.2500"));
    }

    private String numberOf(long index) {
        LocalDate day = Moments.day(courseOf(index).created(), today);
        return String.format(Locale.ROOT, "T%tY%<tm%<td.%04d", day, 1 + index % 9_999);
    }

    private static boolean isProblem(long index) {
        return index % BUNCH == BUNCH - 1;
    }

    private @Nullable Long problem(long index, TicketQuirk quirk, Dice dice) {
        if (quirk == TicketQuirk.PROBLEM_CIRCLE || quirk == TicketQuirk.PROBLEM_LATER) {
            return idAt(index + 1);
        }
        if (TicketQuirk.of(index - 1) == TicketQuirk.PROBLEM_CIRCLE) {
            return idAt(index - 1);
        }
        boolean part = index >= BUNCH && index % BUNCH < 5 && quirk == TicketQuirk.NONE && dice.chance(60);
        return part ? Long.valueOf(idAt(index - index % BUNCH - 1)) : null;
    }

    /** Where it leads to somebody else's. */
    private void lead(Row row, TicketQuirk quirk, long company) {
        switch (quirk) {
            case CONTACT_OF_ANOTHER_COMPANY -> row.put("contactID", contactOfAnother(company));
            case DEVICE_OF_ANOTHER_COMPANY -> row.put("configurationItemID", belongings.deviceOfAnother(company));
            case CONTRACT_OF_ANOTHER_COMPANY -> row.put("contractID", belongings.contractOfAnother(company));
            case PROJECT_OF_ANOTHER_COMPANY -> row.put("projectID", belongings.projectOfAnother(company));
            default -> {}
        }
    }

    private @Nullable Long contactOfAnother(long company) {
        for (long contact = Contacts.STAFF; contact < contacts.size(); contact++) {
            if (companies.idAt(contacts.companyOf(contact)) != company) {
                return contacts.idAt(contact);
            }
        }
        return null;
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("resolution", "Looked at again, " + revision + " times")
                .put("lastActivityDate", Moments.of(today).minusSeconds(9_000L - revision))
                .put("lastTrackedModificationDateTime", Moments.of(today).minusSeconds(9_000L - revision));
    }
}
