import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the rounds of a program may consist of; whatever is left open is drawn.
 *
 * @param kinds of blows
 * @param blows how many fall on each import; null for up to three on the first and one on the second
 * @param slow whether storage is slow; null for every second round
 * @param aims what every blow waits for; empty for every second blow, and whatever it draws
 * @param tenant the number of its history; null for any
 * @param books whether they are looked at
 */
record Rules(Set<Blow.Kind> kinds, Integer blows, Boolean slow, List<String> aims, Integer tenant, boolean books) {

    static Rules of(Set<Blow.Kind> kinds, Map<String, String> options) {
        return new Rules(
                kinds,
                some(options, "each", Integer::valueOf),
                some(options, "slow", Boolean::valueOf),
                List.of(options.getOrDefault("aims", "").split(",")).stream()
                        .filter(aim -> !aim.isBlank())
                        .toList(),
                some(options, "tenant", Integer::valueOf),
                !"false".equals(options.get("books")));
    }

    private static <T> T some(Map<String, String> options, String name, Function<String, T> reading) {
        return options.containsKey(name) ? reading.apply(options.get(name)) : null;
    }
}
