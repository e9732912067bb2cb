package app.ascent.sandbox.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tickets are about: the kinds of matter, and how one is worded and sorted. */
final class Matters {

    /** What no person asks for. */
    static final int MONITORING = 17;

    private static final int FIRST = 10;
    private static final List<List<Long>> PARTS = List.of(
            List.of(136L, 137L),
            List.of(138L, 139L),
            List.of(140L, 141L),
            List.of(142L, 143L),
            List.of(144L, 145L),
            List.of(146L, 147L),
            List.of(148L, 149L),
            List.of(150L, 151L));
    private static final List<Long> QUEUES =
            List.of(29_682_833L, 29_682_833L, 29_682_833L, 29_682_969L, 29_683_354L, 5L);
    private static final int LONGEST_DEVICE = 60;

    private final Words words;

    Matters(Words words) {
        this.words = words;
    }

    static int issue(Dice dice) {
        return FIRST + dice.below(PARTS.size());
    }

    void sort(Row row, int issue, @Nullable Row device, Dice dice) {
        boolean found = issue == MONITORING;
        row.put("title", title(issue, device, dice))
                .put(
                        "description",
                        found ? dice.pick(words.list("machine")) : Sentences.of(words.list("asked"), dice, 5))
                .put("issueType", dice.chance(94) ? issue : null)
                .put("subIssueType", dice.pick(PARTS.get(issue - FIRST)))
                .put("priority", priority(dice))
                .put("queueID", found ? 8L : dice.pick(QUEUES))
                .put("source", found ? 8 : dice.pick(List.of(4, 4, 2, 2, -1, 6)))
                .put("ticketCategory", found ? 2 : 3)
                .put("ticketType", found ? 5 : dice.chance(45) ? 2 : dice.chance(90) ? 1 : 4)
                .put("rmmAlertID", found ? dice.fill("########-####") : null);
    }

    private String title(int issue, @Nullable Row device, Dice dice) {
        String matter = dice.pick(words.list("matter." + issue));
        boolean names = issue == MONITORING || dice.chance(50);
        return names && device != null && device.get("referenceTitle") instanceof String name && !name.isBlank()
                ? matter + " - " + name.substring(0, Math.min(LONGEST_DEVICE, name.length()))
                : matter;
    }

    /** Critical, high, medium, low: their numbers are in no order. */
    private static int priority(Dice dice) {
        int share = dice.below(100);
        return share < 6 ? 4 : share < 25 ? 1 : share < 80 ? 2 : 3;
    }
}
