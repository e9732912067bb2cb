package app.ascent.sandbox.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of projects; some are parts of other parts. */
final class Phases {

    private static final long FIRST = 29_703_000;
    private static final int DAYS = 14;

    private final long seed;
    private final List<String> titles;
    private final Work work;
    private final Deal<PhaseQuirk> quirks = new Deal<>(2, PhaseQuirk.values());
    private final List<Row> rows = new ArrayList<>();

    Phases(long seed, Words words, Work work) {
        this.seed = seed;
        this.titles = words.list("phases");
        this.work = work;
    }

    Listed table() {
        return new Listed(Entity.PHASES.schema(), rows, "title");
    }

    /**
     * Divides a project.
     *
     * @param odd whether something may be wrong with the first of its phases
     */
    List<Row> add(Row project, boolean odd) {
        PhaseQuirk quirk = odd ? quirks.next() : PhaseQuirk.NONE;
        int count = 2 + new Dice(seed, "phases", project.id()).below(5);
        List<Row> added = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            added.add(phase(project, added));
            rows.add(added.getLast());
        }
        Row first = added.getFirst();
        Row second = added.get(1);
        switch (quirk) {
            case PARENT_LATER -> {
                first.put("parentPhaseID", second.id());
                second.put("parentPhaseID", null);
            }
            case PARENT_CIRCLE -> {
                first.put("parentPhaseID", second.id());
                second.put("parentPhaseID", first.id());
            }
            case PARENT_OF_ANOTHER_PROJECT ->
                first.put("parentPhaseID", rows.getFirst().id());
            default -> quirk.spoil(first);
        }
        return added;
    }

    private Row phase(Row project, List<Row> before) {
        int index = rows.size();
        int place = before.size();
        var dice = new Dice(seed, "phase", index);
        LocalDate start =
                Moments.day(project.get("createDateTime"), work.today()).plusDays(DAYS * (long) place);
        return new Row(Entity.PHASES.schema(), FIRST + 3L * index)
                .put("projectID", project.id())
                .put("parentPhaseID", parent(dice, before))
                .put("phaseNumber", String.format(Locale.ROOT, "%s.%02d", project.get("projectNumber"), place + 1))
                .put("title", titles.get(place))
                .put("description", dice.chance(30) ? "Not before the phase before it is signed off." : "")
                .put("startDate", Moments.of(start))
                .put("dueDate", dice.chance(85) ? Moments.of(start.plusDays(DAYS)) : null)
                .put("estimatedHours", Contracts.money(4L * dice.below(12)))
                .put("isScheduled", dice.chance(50))
                .put("createDate", project.get("createDateTime"))
                .put("creatorResourceID", project.get("creatorResourceID"))
                .put("lastActivityDateTime", project.get("lastActivityDateTime"));
    }

    private static @Nullable Long parent(Dice dice, List<Row> before) {
        return !before.isEmpty() && dice.chance(40) ? dice.pick(before).id() : null;
    }
}
