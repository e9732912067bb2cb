package app.ascent.projects.web;

import app.ascent.projects.PhaseFields;
import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseView;
import app.ascent.text.Hours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/**
 * The phases of a project, each below the one it is part of.
 *
 * @param all how many there are, shown or not
 * @param minutes what the shown ones come to
 */
record ProjectPlan(List<Line> lines, long all, @Nullable Long minutes) {

    private static final int DEEPEST = 5;

    /**
     * A phase with its place.
     *
     * @param number as in {@code 2.1}
     * @param minutes what is in it; its own where nothing in it says how long it takes
     */
    record Line(
            UUID id,
            String number,
            String title,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable Long minutes) {

        /** How far it is moved to the right; what is deeper still stands below one another. */
        public long depth() {
            return Math.min(DEEPEST, number.chars().filter(each -> each == '.').count());
        }

        public @Nullable String hours() {
            return minutes == null ? null : Hours.of(minutes);
        }
    }

    public @Nullable String hours() {
        return minutes == null ? null : Hours.of(minutes);
    }

    static ProjectPlan of(Page<PhaseView> phases) {
        Map<@Nullable PhaseId, List<PhaseView>> below = new LinkedHashMap<>();
        phases.forEach(phase ->
                below.computeIfAbsent(phase.parent(), _ -> new ArrayList<>()).add(phase));
        List<Line> lines = new ArrayList<>();
        Long minutes = add(lines, "", null, below);
        return new ProjectPlan(lines, phases.getTotalElements(), minutes);
    }

    /** @return what they come to; null where none says how long it takes */
    private static @Nullable Long add(
            List<Line> lines, String above, @Nullable PhaseId parent, Map<@Nullable PhaseId, List<PhaseView>> below) {
        Long sum = null;
        int at = 0;
        for (PhaseView phase : below.getOrDefault(parent, List.of())) {
            at++;
            String number = above + at;
            List<Line> within = new ArrayList<>();
            PhaseFields fields = phase.fields();
            Long inside = add(within, number + ".", phase.id(), below);
            Long minutes = inside == null ? fields.estimatedMinutes() : inside;
            lines.add(new Line(
                    phase.id().value(), number, fields.title(), fields.startDate(), fields.dueDate(), minutes));
            lines.addAll(within);
            if (minutes != null) {
                sum = sum == null ? minutes : sum + minutes;
            }
        }
        return sum;
    }
}
