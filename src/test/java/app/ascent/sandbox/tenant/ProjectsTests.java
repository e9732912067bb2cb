package app.ascent.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant's projects and what belongs to them: believable, and each thing that goes wrong in them there once. */
class ProjectsTests {

    private static final Instant NEW_YEAR = Moments.of(TenantTests.TODAY.withDayOfYear(1));

    /** Only read. */
    private static final Tenant TENANT = TenantTests.tenant(2027, 420, 2600);

    private Stream<Row> rows(Entity entity) {
        return TenantTests.rows(TENANT, entity);
    }

    private Set<@Nullable Object> values(Entity entity, String field) {
        return rows(entity).map(row -> row.get(field)).collect(Collectors.toCollection(HashSet::new));
    }

    /** The records that {@code spoils} finds as it would leave them. */
    private List<Row> like(Entity entity, Consumer<Row> spoils) {
        return rows(entity)
                .filter(row -> {
                    Row spoilt = new Row(row);
                    spoils.accept(spoilt);
                    return TenantTests.text(spoilt).equals(TenantTests.text(row));
                })
                .toList();
    }

    private Map<Long, Long> owners(Entity entity, String field) {
        return rows(entity).filter(row -> row.get(field) instanceof Long).collect(Collectors.toMap(Row::id, row ->
                (Long) row.get(field)));
    }

    /** How many records of an entity each project has. */
    private List<Long> sizes(Entity entity) {
        Set<@Nullable Object> projects = values(Entity.PROJECTS, "id");
        return List.copyOf(rows(entity)
                .map(row -> row.get("projectID"))
                .filter(projects::contains)
                .collect(Collectors.groupingBy(String::valueOf, Collectors.counting()))
                .values());
    }

    private List<List<@Nullable Object>> pairs(Entity entity, String one, String other) {
        return rows(entity)
                .map(row -> {
                    List<@Nullable Object> pair = new ArrayList<>();
                    pair.add(row.get(one));
                    pair.add(row.get(other));
                    return pair;
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProjectQuirk.class,
            mode = EXCLUDE,
            names = {"USER_VALUE_PROTECTED", "NONE"})
    void hasAProjectOfEveryOddKind(ProjectQuirk quirk) {
        assertThat(like(Entity.PROJECTS, quirk::spoil)).hasSize(1);
    }

    @Test
    void hidesOneValueThatTheTenantHasAdded() {
        assertThat(rows(Entity.PROJECTS)
                        .filter(row -> row.userValues().contains(new UserValue("Site access code", "*****"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PhaseQuirk.class,
            mode = EXCLUDE,
            names = {"PARENT_LATER", "PARENT_CIRCLE", "PARENT_OF_ANOTHER_PROJECT", "NONE"})
    void hasAPhaseOfEveryOddKind(PhaseQuirk quirk) {
        assertThat(like(Entity.PHASES, quirk::spoil)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskQuirk.class,
            mode = MATCH_NONE,
            names = {"PHASE_OF_ANOTHER_PROJECT", "HELPED_.*", "AFTER_.*", "NONE"})
    void hasATaskOfEveryOddKind(TaskQuirk quirk) {
        assertThat(like(Entity.TASKS, quirk::spoil)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoteQuirk.class,
            mode = EXCLUDE,
            names = {"OWNER_GONE", "NONE"})
    void hasANoteOfEveryOddKindBelowTasksAndBelowProjects(NoteQuirk quirk) {
        boolean inTasksAlone = quirk == NoteQuirk.TEXT_OF_900_000_CHARACTERS;

        assertThat(like(Entity.TASK_NOTES, quirk::spoil)).hasSize(1);
        assertThat(like(Entity.PROJECT_NOTES, quirk::spoil)).hasSize(inTasksAlone ? 0 : 1);
    }

    @Test
    void leavesMostRecordsAlone() {
        assertThat(TENANT.table(Entity.PROJECTS).size()).isEqualTo(70).isGreaterThan(2 * ProjectQuirk.values().length);
        assertThat(TENANT.table(Entity.PHASES).size()).isGreaterThan(15L * PhaseQuirk.values().length);
        assertThat(TENANT.table(Entity.TASKS).size()).isGreaterThan(15L * TaskQuirk.values().length);
        assertThat(TENANT.table(Entity.PROJECT_NOTES).size()).isGreaterThan(5L * NoteQuirk.values().length);
        assertThat(TENANT.table(Entity.TASK_NOTES).size()).isGreaterThan(10L * NoteQuirk.values().length);
    }

    @Test
    void dividesEveryProjectIntoPhasesAndTasks() {
        assertThat(sizes(Entity.PHASES))
                .hasSize(70)
                .allMatch(size -> size >= 1 && size <= 6)
                .contains(2L, 6L);
        assertThat(sizes(Entity.TASKS))
                .hasSize(70)
                .allMatch(size -> size >= 4 && size <= 20)
                .contains(20L);
    }

    @Test
    void staysSmallInASmallTenantAndInALargeOne() {
        assertThat(TenantTests.tenant(2027, 60, 200).table(Entity.PROJECTS).size())
                .isEqualTo(10);
        assertThat(TenantTests.tenant(2027, 50_000, 100_000)
                        .table(Entity.PROJECTS)
                        .size())
                .isEqualTo(200);
    }

    @Test
    void hasProjectsAndTasksOfEveryStatusAndOfSomeThatAreNone() {
        assertThat(values(Entity.PROJECTS, "status"))
                .containsExactlyInAnyOrder(1L, 2L, 5L, 7L, 8L, 9L, 10L, 11L, 57L, 100L, 101L, null);
        assertThat(values(Entity.TASKS, "status"))
                .containsExactlyInAnyOrder(1L, 5L, 7L, 8L, 9L, 10L, 11L, 12L, 57L, 100L, 101L, null);
    }

    /** As Autotask derives it; a project that is odd in one of these is a kind of its own above. */
    @Test
    void estimatesAndCompletesAProjectAsItsTasksAre() {
        List<Row> tasks = rows(Entity.TASKS).toList();
        List<Row> projects =
                rows(Entity.PROJECTS).filter(ProjectsTests::isOrdinary).toList();

        assertThat(projects).hasSizeGreaterThan(50).allSatisfy(project -> {
            List<Row> own = tasks.stream()
                    .filter(task -> Long.valueOf(project.id()).equals(task.get("projectID")))
                    .toList();
            BigDecimal estimated = estimated(own);
            BigDecimal done = own.stream()
                    .filter(task -> task.get("remainingHours") != null)
                    .map(task -> hours(task, "estimatedHours").subtract(hours(task, "remainingHours")))
                    .reduce(BigDecimal.ZERO, (all, hours) -> all.add(hours.max(BigDecimal.ZERO)));
            long completed = own.stream().filter(ProjectsTests::isOver).count();
            assertThat((BigDecimal) project.get("estimatedTime")).isEqualByComparingTo(estimated);
            assertThat((BigDecimal) project.get("actualHours")).isBetween(done, done.multiply(new BigDecimal("1.1")));
            assertThat(project.get("completedPercentage")).isEqualTo(100 * completed / own.size());
        });
        assertThat(projects.stream().filter(ProjectsTests::isOver)).isNotEmpty().allMatch(project -> Long.valueOf(100)
                .equals(project.get("completedPercentage")));
        assertThat(projects.stream()
                        .filter(project -> Long.valueOf(Projects.NEW).equals(project.get("status"))))
                .isNotEmpty()
                .allMatch(project -> ((BigDecimal) project.get("actualHours")).signum() == 0);
        assertThat(projects.stream().map(project -> project.get("completedPercentage")))
                .anyMatch(share -> (Long) share > 0 && (Long) share < 100);
    }

    @Test
    void estimatesAPhaseAsItsTasksAre() {
        List<Row> tasks = rows(Entity.TASKS).toList();

        assertThat(rows(Entity.PHASES)
                        .filter(phase -> phase.get("estimatedHours") instanceof BigDecimal hours
                                && hours.equals(estimated(tasks.stream()
                                        .filter(task -> Long.valueOf(phase.id()).equals(task.get("phaseID")))
                                        .toList()))))
                .hasSizeGreaterThan((int) TENANT.table(Entity.PHASES).size() - 8);
    }

    @Test
    void leavesNothingToDoInACompletedTaskAndSomethingInEveryOther() {
        assertThat(rows(Entity.TASKS).filter(ProjectsTests::isOver))
                .allMatch(task -> !(task.get("remainingHours") instanceof BigDecimal left) || left.signum() == 0);
        assertThat(rows(Entity.TASKS)
                        .filter(task -> !isOver(task))
                        .filter(task -> task.get("remainingHours") instanceof BigDecimal left
                                && task.get("estimatedHours") instanceof BigDecimal hours
                                && hours.signum() > 0
                                && (left.signum() <= 0 || left.compareTo(hours) > 0)))
                .isEmpty();
    }

    private static boolean isOrdinary(Row project) {
        return project.get("completedPercentage") instanceof Long share
                && share >= 0
                && share <= 100
                && project.get("actualHours") instanceof BigDecimal actual
                && actual.signum() >= 0
                && project.get("estimatedTime") instanceof BigDecimal estimated
                && estimated.signum() >= 0;
    }

    private static boolean isOver(Row row) {
        return row.get("completedDateTime") != null
                || Long.valueOf(Projects.COMPLETE).equals(row.get("status"));
    }

    private static BigDecimal estimated(List<Row> tasks) {
        return tasks.stream().map(task -> hours(task, "estimatedHours")).reduce(Contracts.money(0), BigDecimal::add);
    }

    /** One task has less than none, one does not say. */
    private static BigDecimal hours(Row task, String field) {
        return task.get(field) instanceof BigDecimal hours ? hours.max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    @Test
    void worksForItselfToo() {
        assertThat(rows(Entity.PROJECTS).filter(row -> Long.valueOf(0).equals(row.get("companyID"))))
                .hasSizeBetween(5, 20);
    }

    @Test
    void ledAndDoneByMembersByOthersAndByNobody() {
        assertThat(values(Entity.PROJECTS, "projectLeadResourceID"))
                .contains(Resources.OWNER, Resources.LEFT, Resources.GONE)
                .hasSizeGreaterThan(4);
        assertThat(values(Entity.TASKS, "assignedResourceID"))
                .contains(Resources.OWNER, Resources.LEFT, Resources.GONE, Resources.API_USER, null)
                .hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROJECTS", "TASKS"})
    void hasFinishedLongAgoAndWorksOnTheRestToThisDay(Entity entity) {
        Instant lately = Moments.of(TenantTests.TODAY.minusDays(53));
        Instant longAgo = NEW_YEAR.minus(800, ChronoUnit.DAYS);
        List<Row> finished =
                rows(entity).filter(row -> row.get("completedDateTime") != null).toList();
        List<Row> open =
                rows(entity).filter(row -> row.get("completedDateTime") == null).toList();

        assertThat(finished).hasSizeGreaterThan(open.size() / 4);
        assertThat(finished).allSatisfy(row -> assertThat((Instant) row.get("completedDateTime"))
                .isBefore(NEW_YEAR));
        assertThat(finished).anySatisfy(row -> assertThat((Instant) row.get("lastActivityDateTime"))
                .isBefore(longAgo));
        assertThat(open.stream().filter(row -> ((Instant) row.get("lastActivityDateTime")).isAfter(lately)))
                .hasSizeBetween(open.size() / 3, open.size() * 4 / 5);
        assertThat(rows(entity).map(row -> (Instant) row.get("lastActivityDateTime")))
                .allMatch(active -> active.isBefore(Moments.of(TenantTests.TODAY)))
                .anyMatch(active -> active.isAfter(Moments.of(TenantTests.TODAY.minusDays(14))));
    }

    /** Or whoever imports twice would find everything changed. */
    @Test
    void isTheSameNextWeekSaveWhenItWasActive() {
        LocalDate nextWeek = TenantTests.TODAY.plusWeeks(1);

        for (Entity entity : List.of(Entity.PROJECTS, Entity.TASKS, Entity.PHASES, Entity.TASK_NOTES)) {
            List<String> later = TenantTests.rows(TenantTests.tenantOn(nextWeek), entity)
                    .map(ProjectsTests::lasting)
                    .toList();

            assertThat(rows(entity).map(ProjectsTests::lasting)).containsExactlyElementsOf(later);
        }
    }

    private static String lasting(Row row) {
        return row.schema().indexOf("lastActivityDateTime") < 0
                ? TenantTests.text(row)
                : TenantTests.text(new Row(row).put("lastActivityDateTime", null));
    }

    @Test
    void numbersProjectsAndTasksByTheDayOfTheirBirth() {
        assertThat(rows(Entity.PROJECTS).map(row -> row.get("projectNumber")))
                .doesNotHaveDuplicates()
                .allMatch(number -> String.valueOf(number).matches("P20\\d{6}\\.\\d{4}"));
        assertThat(rows(Entity.TASKS).map(row -> row.get("taskNumber")))
                .doesNotHaveDuplicates()
                .allMatch(number -> String.valueOf(number).matches("T20\\d{6}\\.\\d{4}"));
    }

    @Test
    void hasPhasesThatComeBeforeTheirParentsAreInOtherProjectsOrGoInCircles() {
        Map<Long, Long> projects = owners(Entity.PHASES, "projectID");
        Map<Long, Long> parents = owners(Entity.PHASES, "parentPhaseID");

        assertThat(parents).hasSizeGreaterThan(40);
        assertThat(parents.keySet())
                .filteredOn(id -> {
                    Long parent = parents.get(id);
                    return parent != null
                            && parent > id
                            && projects.containsKey(parent)
                            && !parents.containsKey(parent);
                })
                .hasSize(1);
        assertThat(parents.keySet())
                .filteredOn(id -> !id.equals(parents.get(id)) && id.equals(parents.get(parents.get(id))))
                .hasSize(2);
        assertThat(parents.keySet())
                .filteredOn(id -> projects.containsKey(parents.get(id))
                        && projects.containsValue(projects.get(id))
                        && !String.valueOf(projects.get(id)).equals("29600022")
                        && !projects.get(id).equals(projects.get(parents.get(id))))
                .hasSize(1);
    }

    @Test
    void dividesTemplatesAndPutsTasksIntoNoPhaseOrThatOfAnotherProject() {
        Long template = rows(Entity.PROJECTS)
                .filter(row -> Long.valueOf(Projects.TEMPLATE).equals(row.get("projectType")))
                .map(Row::id)
                .findFirst()
                .orElseThrow();
        Map<Long, Long> phases = owners(Entity.PHASES, "projectID");

        assertThat(values(Entity.PHASES, "projectID")).contains(template);
        assertThat(values(Entity.TASKS, "projectID")).contains(template);
        assertThat(values(Entity.TASKS, "phaseID")).containsNull();
        assertThat(rows(Entity.TASKS)
                        .filter(row -> row.get("phaseID") instanceof Long phase
                                && phases.get(phase) instanceof Long project
                                && !project.equals(29_600_022L)
                                && !project.equals(row.get("projectID"))))
                .hasSize(1);
    }

    @Test
    void helpsWithTasksTwiceWithOnesOwnAndAsOneWhoIsGone() {
        List<List<@Nullable Object>> helpers = pairs(Entity.TASK_SECONDARY_RESOURCES, "taskID", "resourceID");
        Map<Long, Long> assigned = owners(Entity.TASKS, "assignedResourceID");

        assertThat(helpers).hasSizeBetween(20, 200);
        assertThat(helpers.stream().map(pair -> pair.get(1)))
                .contains(Resources.OWNER, Resources.LEFT, Resources.GONE)
                .filteredOn(Long.valueOf(Resources.GONE)::equals)
                .hasSize(1);
        assertThat(helpers.size() - new HashSet<>(helpers).size()).isEqualTo(1);
        assertThat(helpers.stream()
                        .filter(pair -> pair.get(1).equals(Resources.OWNER))
                        .filter(pair -> pair.get(1).equals(assigned.get(pair.get(0)))))
                .isNotEmpty();
    }

    @Test
    void ordersTasksInWaysThatCannotBeKept() {
        List<List<@Nullable Object>> orders = pairs(Entity.TASK_PREDECESSORS, "predecessorTaskID", "successorTaskID");
        Map<Long, Long> projects = owners(Entity.TASKS, "projectID");

        assertThat(orders).hasSizeGreaterThan(40);
        assertThat(orders.stream().filter(pair -> pair.get(0).equals(pair.get(1))))
                .hasSize(1);
        assertThat(orders.size() - new HashSet<>(orders).size()).isEqualTo(1);
        assertThat(orders.stream().filter(pair -> !projects.containsKey(pair.get(0))))
                .hasSize(1);
        assertThat(orders.stream()
                        .filter(pair -> !pair.get(0).equals(pair.get(1)))
                        .filter(pair -> orders.contains(List.of(pair.get(1), pair.get(0)))))
                .hasSize(2);
        assertThat(orders.stream().filter(pair -> (Long) pair.get(0) > (Long) pair.get(1)))
                .hasSize(2);
        assertThat(orders.stream()
                        .filter(pair -> projects.get(pair.get(0)) instanceof Long project
                                && !project.equals(projects.get(pair.get(1)))))
                .hasSize(1);
        assertThat(values(Entity.TASK_PREDECESSORS, "lagDays")).containsExactlyInAnyOrder(0L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROJECT", "TASK"})
    void writesNotesByEveryoneForEveryoneAndBelowWhatIsGone(String kind) {
        Entity notes = Entity.valueOf(kind + "_NOTES");
        Set<@Nullable Object> owners = values(Entity.valueOf(kind + "S"), "id");

        assertThat(values(notes, "publish")).containsExactlyInAnyOrder(1L, 2L, 4L, 57L, null);
        assertThat(values(notes, "creatorResourceID")).contains(Resources.OWNER, Resources.LEFT, null);
        assertThat(rows(notes).filter(row -> row.get("createdByContactID") != null))
                .hasSizeGreaterThan(3);
        assertThat(rows(notes).filter(row -> !owners.contains(row.get(kind.equals("TASK") ? "taskID" : "projectID"))))
                .hasSize(1);
    }
}
