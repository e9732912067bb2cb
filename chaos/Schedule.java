import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Everything a round does by chance, drawn from its seed alone.
 *
 * @param weather how the tenant misbehaves, in its own words
 * @param storage how long the database takes to write
 * @param first what goes wrong during the first import
 * @param second what goes wrong when it is imported again
 * @param books whether they are looked at on the way
 */
record Schedule(
        long seed,
        History history,
        Map<String, String> weather,
        SlowStorage storage,
        List<Blow> first,
        List<Blow> second,
        boolean books) {

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
            "SILENT",
            "EMPTY",
            "HTML",
            "HANG");

    static Schedule undisturbed(History history, boolean books) {
        return new Schedule(0, history, Map.of(), SlowStorage.NONE, List.of(), List.of(), books);
    }

    static Schedule of(long seed, Rules rules) {
        var random = new SplittableRandom(seed);
        random.nextLong();
        int tenant = random.nextInt(History.COUNT);
        var history = new History(rules.tenant() == null ? tenant : rules.tenant());
        var weather = weather(seed, random);
        List<Blow> first = blows(1 + random.nextInt(3), rules, random);
        List<Blow> second = blows(random.nextInt(2), rules, random);
        boolean slow = random.nextBoolean();
        var storage = SlowStorage.some(history, random);
        return new Schedule(
                seed,
                history,
                weather,
                (rules.slow() == null ? slow : rules.slow()) ? storage : SlowStorage.NONE,
                first.stream().map(blow -> blow.aimed(rules.aims(), random)).toList(),
                second.stream().map(blow -> blow.aimed(rules.aims(), random)).toList(),
                rules.books());
    }

    private static List<Blow> blows(int drawn, Rules rules, SplittableRandom random) {
        return Blow.some(rules.blows() == null ? drawn : rules.blows(), rules.kinds(), random);
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
