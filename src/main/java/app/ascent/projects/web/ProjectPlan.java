package app.ascent.projects.web;

import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseView;
import app.ascent.projects.TaskSums;
import app.ascent.text.Hours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;

/**
 * The phases of a project, each below the one it is part of, with the tasks that are shown of it.
 *
 * @param phases at the top
 * @param loose tasks without a phase, or below one that is not shown
 * @param sums what all tasks and phases come to, shown or not
 * @param allPhases how many there are, shown or not
 * @param fitting how many tasks fit what was asked for
 * @param shown how many of these are shown
 */
record ProjectPlan(List<Line> phases, List<PlanTask> loose, TaskSums sums, long allPhases, long fitting, int shown) {

    private static final int DEEPEST = 5;

    /** From so many tasks on, phases in which nothing is under way begin folded. */
    private static final long MANY = 100;

    /**
     * A phase with its place.
     *
     * @param number as in {@code 2.1}
     * @param sums what is in it; its own estimate where nothing in it says how long it takes
     * @param open whether it begins unfolded
     */
    record Line(
            UUID id,
            String number,
            String title,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            TaskSums sums,
            boolean open,
            List<PlanTask> tasks,
            List<Line> within) {

        /** How far it is moved to the right; what is deeper still stands below one another. */
        public long depth() {
            return Math.min(DEEPEST, number.chars().filter(each -> each == '.').count());
        }

        /** Whether it has yet to begin, so that people ask when it does. */
        public boolean ahead() {
            return start != null && sums.begun() == 0 && sums.completed() == 0;
        }

        public @Nullable String hours() {
            return sums.estimatedMinutes() == null ? null : Hours.of(sums.estimatedMinutes());
        }

        public @Nullable String actual() {
            return ProjectPlan.hours(sums.actualMinutes());
        }

        public @Nullable String remaining() {
            return ProjectPlan.hours(sums.remainingMinutes());
        }

        boolean shows() {
            return !tasks.isEmpty() || within.stream().anyMatch(Line::shows);
        }

        private Stream<Line> flat() {
            return Stream.concat(Stream.of(this), within.stream().flatMap(Line::flat));
        }
    }

    /** A way to show hours that may be unknown. */
    public static @Nullable String hours(@Nullable Long minutes) {
        return minutes == null ? null : Hours.of(minutes);
    }

    public List<Line> lines() {
        return phases.stream().flatMap(Line::flat).toList();
    }

    public boolean isEmpty() {
        return phases.isEmpty() && loose.isEmpty() && sums.tasks() == 0;
    }

    /** The same with those phases alone of which tasks are shown. */
    ProjectPlan narrowed() {
        return new ProjectPlan(narrowed(phases), loose, sums, allPhases, fitting, shown);
    }

    private static List<Line> narrowed(List<Line> lines) {
        return lines.stream()
                .filter(Line::shows)
                .map(line -> new Line(
                        line.id(),
                        line.number(),
                        line.title(),
                        line.start(),
                        line.due(),
                        line.sums(),
                        true,
                        line.tasks(),
                        narrowed(line.within())))
                .toList();
    }

    /** The phases alone. */
    static ProjectPlan of(Page<PhaseView> phases) {
        return of(phases, Map.of(), new PageImpl<>(List.of()));
    }

    /** @param sums of the tasks of each phase; null stands for those without one */
    static ProjectPlan of(Page<PhaseView> phases, Map<@Nullable PhaseId, TaskSums> sums, Page<PlanTask> tasks) {
        Map<@Nullable PhaseId, List<PhaseView>> below = new LinkedHashMap<>();
        // One whose parent is in another project, as the source may have moved the two apart, stands at the top.
        Set<PhaseId> there = phases.stream().map(PhaseView::id).collect(Collectors.toSet());
        phases.forEach(phase -> {
            PhaseId parent = phase.parent();
            below.computeIfAbsent(parent != null && there.contains(parent) ? parent : null, _ -> new ArrayList<>())
                    .add(phase);
        });
        Map<@Nullable PhaseId, List<PlanTask>> byPhase = new LinkedHashMap<>();
        tasks.forEach(task ->
                byPhase.computeIfAbsent(task.phase(), _ -> new ArrayList<>()).add(task));
        TaskSums all = sums.values().stream().reduce(TaskSums.NONE, TaskSums::plus);
        Lines lines = new Lines(below, byPhase, sums, all.tasks() >= MANY);
        List<Line> top = lines.below(null, "");
        List<PlanTask> loose = byPhase.values().stream().flatMap(List::stream).toList();
        TaskSums unplaced = sums.entrySet().stream()
                .filter(each -> !lines.placed.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .reduce(TaskSums.NONE, TaskSums::plus);
        TaskSums whole = top.stream().map(Line::sums).reduce(unplaced, TaskSums::plus);
        return new ProjectPlan(
                top, loose, whole, phases.getTotalElements(), tasks.getTotalElements(), tasks.getNumberOfElements());
    }

    /** Takes each phase, and the tasks below it, to its place. */
    private static final class Lines {

        private final Map<@Nullable PhaseId, List<PhaseView>> below;
        private final Map<@Nullable PhaseId, List<PlanTask>> tasks;
        private final Map<@Nullable PhaseId, TaskSums> sums;
        private final boolean many;
        private final List<PhaseId> placed = new ArrayList<>();

        private Lines(
                Map<@Nullable PhaseId, List<PhaseView>> below,
                Map<@Nullable PhaseId, List<PlanTask>> tasks,
                Map<@Nullable PhaseId, TaskSums> sums,
                boolean many) {
            this.below = below;
            this.tasks = tasks;
            this.sums = sums;
            this.many = many;
        }

        private List<Line> below(@Nullable PhaseId parent, String above) {
            List<Line> lines = new ArrayList<>();
            for (PhaseView phase : below.getOrDefault(parent, List.of())) {
                lines.add(line(phase, above + (lines.size() + 1)));
            }
            return List.copyOf(lines);
        }

        private Line line(PhaseView phase, String number) {
            placed.add(phase.id());
            List<PlanTask> own = tasks.remove(phase.id());
            List<Line> within = below(phase.id(), number + ".");
            TaskSums inside = within.stream()
                    .map(Line::sums)
                    .reduce(sums.getOrDefault(phase.id(), TaskSums.NONE), TaskSums::plus);
            boolean done = inside.tasks() > 0 && inside.completed() == inside.tasks();
            return new Line(
                    phase.id().value(),
                    number,
                    phase.fields().title(),
                    phase.fields().startDate(),
                    phase.fields().dueDate(),
                    inside.orElseEstimated(phase.fields().estimatedMinutes()),
                    !done && !(many && inside.begun() == 0),
                    own == null ? List.of() : List.copyOf(own),
                    within);
        }
    }
}
