import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Everything a round does by chance, drawn from its seed alone.
 *
 * @param weather how the tenant misbehaves, in its own words
 * @param first what goes wrong during the first import
 * @param second what goes wrong when it is imported again
 */
record Schedule(long seed, History history, Map<String, String> weather, List<Blow> first, List<Blow> second) {

    private static final List<String> FAULTS = List.of(
            "RATE_LIMITED",
            "RATE_LIMITED_SECONDS",
            "RATE_LIMITED_DATE",
            "SERVER_BUSY",
            "BAD_GATEWAY",
            "UNAVAILABLE",
            "GATEWAY_TIMEOUT",
            "RESET",
            "TRUNCATED",
            "EMPTY",
            "HTML",
            "HANG");

    static Schedule of(long seed, Set<Blow.Kind> kinds) {
        var random = new SplittableRandom(seed);
        random.nextLong();
        var history = new History(random.nextInt(History.COUNT));
        var weather = weather(seed, random);
        return new Schedule(
                seed,
                history,
                weather,
                Blow.some(1 + random.nextInt(3), kinds, random),
                Blow.some(random.nextInt(2), kinds, random));
    }

    private static Map<String, String> weather(long seed, SplittableRandom random) {
        var weather = new LinkedHashMap<String, String>();
        weather.put("seed", Long.toString(seed));
        weather.put("rate", Double.toString(random.nextInt(5) / 10.0));
        weather.put("kinds", String.join(",", FAULTS));
        weather.put("retry-after", "1s");
        weather.put("hang", List.of("300ms", "3s", "20s").get(random.nextInt(3)));
        weather.put("latency", random.nextInt(80) + "ms");
        return weather;
    }
}
