package app.ascent.sandbox.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be done in projects, by whom, and after what. */
final class Tasks {

    private static final long FIRST = 29_710_000;
    private static final long ENGINEER = 29_682_834;

    /** Each comes: complete, in progress, new, waiting for the customer, for material, scheduled … */
    private static final List<Long> STATUSES =
            List.of(Projects.COMPLETE, 8L, Projects.NEW, 7L, Projects.COMPLETE, 9L, 10L, Projects.COMPLETE, 11L, 12L);

    private final long seed;
    private final List<String> titles;
    private final Work work;
    private final Notes notes;
    private final Deal<TaskQuirk> quirks = new Deal<>(1, TaskQuirk.values());
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> helpers = new ArrayList<>();
    private final List<Row> orders = new ArrayList<>();

    Tasks(long seed, Words words, Work work, Contacts contacts) {
        this.seed = seed;
        this.titles = words.list("tasks");
        this.work = work;
        this.notes = new Notes(Entity.TASK_NOTES, "taskID", seed, words, contacts);
    }

    Map<Entity, Listed> tables() {
        Map<Entity, Listed> tables = new EnumMap<>(Entity.class);
        tables.put(Entity.TASKS, new Listed(Entity.TASKS.schema(), rows, "description"));
        tables.put(Entity.TASK_NOTES, notes.table());
        tables.put(Entity.TASK_PREDECESSORS, new Listed(Entity.TASK_PREDECESSORS.schema(), orders, "lagDays"));
        tables.put(
                Entity.TASK_SECONDARY_RESOURCES,
                new Listed(Entity.TASK_SECONDARY_RESOURCES.schema(), helpers, "roleID"));
        return tables;
    }

    private static long idOf(int index) {
        return FIRST + 3L * index;
    }

    /** @param odd whether something may be wrong with every fourth of the tasks, save the last */
    List<Row> add(Row project, List<Row> phases, boolean odd) {
        int count = 5 + new Dice(seed, "tasks", project.id()).below(16);
        for (int place = 0; place < count; place++) {
            boolean turn = odd && place % 4 == 1 && place < count - 1;
            TaskQuirk quirk = turn ? quirks.next() : TaskQuirk.NONE;
            var dice = new Dice(seed, "task", rows.size());
            Row task = task(project, phases, quirk, dice);
            rows.add(task);
            help(task, quirk, dice);
            order(rows.size() - 1, place, quirk, dice);
            notes.add(task, dice.chance(45) ? 1 + dice.below(2) : 0, odd);
        }
        return rows.subList(rows.size() - count, rows.size());
    }

    private Row task(Row project, List<Row> phases, TaskQuirk quirk, Dice dice) {
        int index = rows.size();
        LocalDate created = Moments.day(project.get("createDateTime"), work.today());
        LocalDate start = created.plusDays(7L + dice.below(60));
        LocalDate end = start.plusDays(1L + dice.below(20));
        boolean over = project.get("completedDateTime") != null;
        boolean begun = !Long.valueOf(Projects.NEW).equals(project.get("status"));
        long status = over ? Projects.COMPLETE : begun ? STATUSES.get(index % STATUSES.size()) : Projects.NEW;
        boolean complete = status == Projects.COMPLETE;
        Long assigned = assigned(dice);
        int hours = 1 + dice.below(16);
        int done = complete ? hours : status == Projects.NEW ? 0 : dice.below(hours);
        Row row = new Row(Entity.TASKS.schema(), idOf(index))
                .put("projectID", project.id())
                .put("phaseID", phase(phases, quirk, dice))
                .put("taskNumber", String.format(Locale.ROOT, "T%tY%<tm%<td.%04d", created, index + 1))
                .put("title", dice.pick(titles))
                .put("description", dice.chance(50) ? "See the plan.\r\nCall before you go there." : "")
                .put("status", status)
                .put("taskType", dice.chance(80) ? 1 : 2)
                .put("taskCategoryID", dice.chance(90) ? 1 : 2)
                .put("priority", dice.below(10))
                .put("priorityLabel", 1 + dice.below(4))
                .put("departmentID", 29_682_801)
                .put("assignedResourceID", assigned)
                .put("assignedResourceRoleID", assigned == null ? null : ENGINEER)
                .put("startDateTime", Moments.of(start))
                .put("endDateTime", dice.chance(90) ? Moments.of(end) : null)
                .put("estimatedHours", Contracts.money(hours))
                .put("remainingHours", Contracts.money(hours - done))
                .put("hoursToBeScheduled", Contracts.money(hours - done))
                .put("completedDateTime", complete ? Work.during(dice, work.past(end)) : null)
                .put("completedByResourceID", complete ? Resources.engineer(dice) : null)
                .put("completedByType", complete ? 1 : null)
                .put("createDateTime", Work.during(dice, created))
                .put("creatorResourceID", project.get("projectLeadResourceID"))
                .put("creatorType", 1)
                .put("isVisibleInClientPortal", dice.chance(30))
                .put("externalID", dice.chance(5) ? dice.fill("JIRA-####") : "")
                .put("lastActivityDateTime", work.activity(dice, complete, end))
                .put("lastActivityPersonType", 1)
                .put("lastActivityResourceID", assigned);
        row.putUser("Change reference", dice.chance(10) ? dice.fill("CHG-####") : null)
                .putUser("Story points", dice.below(13) + ".0000");
        quirk.spoil(row);
        return row;
    }

    /** A few are left with the account of the API, as an integration did that made them. */
    private static @Nullable Long assigned(Dice dice) {
        int share = dice.below(100);
        if (share < 3) {
            return Resources.API_USER;
        }
        if (share < 12) {
            return null;
        }
        return share < 30 ? Resources.OWNER : Resources.engineer(dice);
    }

    private @Nullable Long phase(List<Row> phases, TaskQuirk quirk, Dice dice) {
        if (quirk == TaskQuirk.PHASE_OF_ANOTHER_PROJECT) {
            return rows.getFirst().get("phaseID") instanceof Long phase ? phase : null;
        }
        return dice.chance(15) ? null : Long.valueOf(dice.pick(phases).id());
    }

    private void help(Row task, TaskQuirk quirk, Dice dice) {
        switch (quirk) {
            case HELPED_BY_MANY -> {
                help(task, Resources.OWNER);
                help(task, Resources.engineer(dice));
                help(task, Resources.LEFT);
                help(task, Resources.GONE);
            }
            case HELPED_BY_THE_ASSIGNED -> help(task, Resources.OWNER);
            case HELPED_TWICE -> {
                help(task, Resources.OWNER);
                help(task, Resources.OWNER);
            }
            default -> {
                if (dice.chance(8)) {
                    help(task, Resources.engineer(dice));
                }
            }
        }
    }

    private void help(Row task, long resource) {
        helpers.add(new Row(Entity.TASK_SECONDARY_RESOURCES.schema(), helpers.size() + 1)
                .put("taskID", task.id())
                .put("resourceID", resource)
                .put("roleID", ENGINEER));
    }

    /** Where a task waits for another, mostly for the one before it in the project. */
    private void order(int index, int place, TaskQuirk quirk, Dice dice) {
        switch (quirk) {
            case AFTER_ONE_THAT_COMES_LATER -> order(idOf(index + 1), idOf(index), 0);
            case AFTER_ITSELF -> order(idOf(index), idOf(index), 0);
            case AFTER_ONE_THAT_IS_GONE -> order(29_600_023, idOf(index), 0);
            case AFTER_ONE_THAT_IS_AFTER_IT -> {
                order(idOf(index + 1), idOf(index), 0);
                order(idOf(index), idOf(index + 1), 0);
            }
            case AFTER_ONE_OF_ANOTHER_PROJECT -> order(idOf(0), idOf(index), 0);
            case AFTER_THE_SAME_TWICE -> {
                order(idOf(index - 1), idOf(index), 0);
                order(idOf(index - 1), idOf(index), 0);
            }
            case AFTER_SOME_DAYS -> order(idOf(index - 1), idOf(index), 5);
            default -> {
                if (place > 0 && dice.chance(12)) {
                    order(idOf(index - 1), idOf(index), 0);
                }
            }
        }
    }

    private void order(long before, long after, int days) {
        orders.add(new Row(Entity.TASK_PREDECESSORS.schema(), orders.size() + 1)
                .put("predecessorTaskID", before)
                .put("successorTaskID", after)
                .put("lagDays", days));
    }
}
