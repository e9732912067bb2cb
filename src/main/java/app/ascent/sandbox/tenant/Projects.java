package app.ascent.sandbox.tenant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant does for its customers, and for itself, that takes weeks: projects with their phases, tasks and
 * notes. All lie before the year in which the tenant is opened, save that some of the open ones were active last
 * week.
 */
final class Projects {

    static final long NEW = 1;
    static final long COMPLETE = 5;
    static final long TEMPLATE = 3;
    private static final long INTERNAL = 4;
    private static final long CLIENT = 5;

    /** Each comes among the ordinary projects: in progress, new, complete, on hold, waiting, planned, cancelled … */
    private static final List<Long> STATUSES = List.of(7L, NEW, COMPLETE, 8L, 7L, 9L, COMPLETE, 10L, 11L, COMPLETE, 2L);

    private static final int COMPANIES_A_PROJECT = 6;
    private static final int SMALL_IDS = 6;
    private static final long FIRST_LARGE_ID = 29_701_000;

    private final long seed;
    private final Companies companies;
    private final Map<Long, Long> contracts;
    private final Words words;
    private final LocalDate newYear;
    private final Work work;
    private final List<Row> rows = new ArrayList<>();
    private final Phases phases;
    private final Tasks tasks;
    private final Notes notes;

    /** @param contracts by company: a contract of it */
    Projects(
            long seed,
            int most,
            Companies companies,
            Contacts contacts,
            Map<Long, Long> contracts,
            Words words,
            LocalDate today) {
        this.seed = seed;
        this.companies = companies;
        this.contracts = contracts;
        this.words = words;
        this.newYear = today.withDayOfYear(1);
        this.work = new Work(today);
        this.phases = new Phases(seed, words, work);
        this.tasks = new Tasks(seed, words, work, contacts);
        this.notes = new Notes(Entity.PROJECT_NOTES, "projectID", seed, words, contacts);
        var quirks = new Deal<>(2, ProjectQuirk.values());
        long size = Math.min(most, companies.size() / COMPANIES_A_PROJECT);
        for (int index = 0; index < size; index++) {
            add(index, quirks.next());
        }
    }

    Map<Entity, Listed> tables() {
        Map<Entity, Listed> tables = new EnumMap<>(tasks.tables());
        tables.put(Entity.PROJECTS, new Listed(Entity.PROJECTS.schema(), rows, "statusDetail"));
        tables.put(Entity.PHASES, phases.table());
        tables.put(Entity.PROJECT_NOTES, notes.table());
        return tables;
    }

    /** One of the small ones, 174, is that of a company and of a contract, too. */
    private static long idOf(int index) {
        return index < SMALL_IDS ? 150 + 12 * index : FIRST_LARGE_ID + 7L * index;
    }

    /** What hangs below a project with a fault of its own has none, or it would not be seen. */
    private void add(int index, ProjectQuirk quirk) {
        var dice = new Dice(seed, "project", index);
        boolean ordinary = quirk == ProjectQuirk.NONE;
        Row project = project(index, quirk, dice);
        rows.add(project);
        List<Row> parts = phases.add(project, ordinary);
        Plan plan = Plan.of(project, tasks.add(project, parts, ordinary));
        plan.estimate(parts);
        plan.sum(project, dice);
        quirk.spoil(project); // once more, what is wrong with it is stronger than its plan
        notes.add(project, 1 + dice.below(5), ordinary);
    }

    private Row project(int index, ProjectQuirk quirk, Dice dice) {
        boolean own = dice.chance(15);
        long company = own ? 0 : 1L + dice.below((int) companies.size() - 1);
        long id = companies.idAt(company);
        LocalDate created = newYear.minusDays(60 + dice.below(1_200));
        LocalDate start = created.plusDays(dice.below(21));
        LocalDate end = start.plusDays(30 + dice.below(250));
        long status = STATUSES.get(index / 2 % STATUSES.size());
        boolean complete = status == COMPLETE;
        long lead = dice.chance(25) ? Resources.OWNER : Resources.engineer(dice);
        Row row = new Row(Entity.PROJECTS.schema(), idOf(index))
                .put("companyID", id)
                .put("projectType", own ? INTERNAL : CLIENT)
                .put("projectName", dice.pick(words.list("projects")))
                .put("projectNumber", String.format(Locale.ROOT, "P%tY%<tm%<td.%04d", created, index + 1))
                .put("description", dice.chance(70) ? "As offered.\r\nTravel is charged apart." : "")
                .put("status", status)
                .put("statusDateTime", Work.during(dice, start))
                .put("startDateTime", Moments.of(start))
                .put("endDateTime", Moments.of(end))
                .put("completedDateTime", complete ? Work.during(dice, work.past(end)) : null)
                .put("duration", ChronoUnit.DAYS.between(start, end))
                .put("contractID", own ? null : contract(dice, id))
                .put("projectLeadResourceID", lead)
                .put("companyOwnerResourceID", Resources.owner(dice))
                .put("department", dice.chance(80) ? 29_682_801 : 29_682_802)
                .put("actualBilledHours", Contracts.money(0))
                .put("purchaseOrderNumber", dice.chance(20) ? dice.fill("PO-#####") : "")
                .put("extProjectNumber", dice.chance(10) ? dice.fill("EXT-####") : "")
                .put("createDateTime", Work.during(dice, created))
                .put("creatorResourceID", lead)
                .put("lastActivityDateTime", work.activity(dice, complete, end))
                .put("lastActivityPersonType", 1)
                .put("lastActivityResourceID", lead);
        row.putUser("Site access code", quirk == ProjectQuirk.USER_VALUE_PROTECTED ? "*****" : null)
                .putUser("Sponsor", dice.chance(30) ? "R. Bloom" : null)
                .putUser("Go-live", dice.chance(40) ? end.toString() : null)
                .putUser("Seats", dice.below(80) + ".0000");
        quirk.spoil(row);
        return row;
    }

    private @Nullable Long contract(Dice dice, long company) {
        return dice.chance(60) ? contracts.get(company) : null;
    }
}
