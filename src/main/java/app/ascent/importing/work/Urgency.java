package app.ascent.importing.work;

import app.ascent.importing.field.Meaning;
import app.ascent.record.Priority;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How soon somebody should see to a piece of work, as its label begins to tell; numbers of values are no order. */
public final class Urgency {

    private static final Map<Priority, Pattern> BEGINNINGS = Map.of(
            Priority.CRITICAL, beginning("critical|urgent|emergency", 1),
            Priority.HIGH, beginning("high", 2),
            Priority.MEDIUM, beginning("medium|normal|standard", 3),
            Priority.LOW, beginning("low", 4));

    private Urgency() {}

    /** {@code P1}, {@code Prio 1} and {@code 1 - Critical} say the same as {@code Critical}. */
    private static Pattern beginning(String words, int level) {
        return Pattern.compile("(?:(?:\\d+ ?[-.:)] ?)?(?:%s)|p(?:rio(?:rity)?)? ?%d)\\b".formatted(words, level));
    }

    /** What the values of a picklist of priorities mean. */
    public static Meaning meaning(String field) {
        return new Meaning(
                field,
                Arrays.stream(Priority.values()).map(Priority::name).toList(),
                Priority.MEDIUM.name(),
                label -> {
                    Priority priority = called(label);
                    return priority == null ? null : priority.name();
                },
                Map.of());
    }

    /** @param label without case and doubled blanks */
    public static @Nullable Priority called(String label) {
        return BEGINNINGS.entrySet().stream()
                .filter(each -> each.getValue().matcher(label).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
