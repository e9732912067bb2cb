import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Rounds of imports that everything happens to; each must leave behind what an undisturbed one does. See README.md. */
final class Chaos {

    /** Short times, so that a round takes seconds; and small batches, so that there are many moments to be hit in. */
    private static final List<String> SHORT = List.of(
            "--ascent.migration.batch-size=40",
            "--ascent.autotask.retry-wait=20ms",
            "--ascent.autotask.read-timeout=2s",
            "--ascent.autotask.connect-timeout=2s",
            "--db-scheduler.heartbeat-interval=700ms",
            "--db-scheduler.polling-interval=200ms",
            "--spring.datasource.hikari.connection-init-sql="
                    + "set idle_in_transaction_session_timeout = '3s'; set plan_cache_mode = force_custom_plan");

    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<Integer, Round.Pictures> undisturbed = new HashMap<>();
    private final Map<Blow.Kind, Integer> landed = new EnumMap<>(Blow.Kind.class);
    private int done;
    private int failed;
    private int slow;
    private int aimed;
    private int looks;

    private Chaos(String[] arguments) {
        Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .forEach(parts -> options.put(parts[0], parts.length > 1 ? parts[1] : "yes"));
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        System.exit(new Chaos(arguments).run() ? 0 : 1);
    }

    private String option(String name, String fallback) {
        return options.getOrDefault(name, fallback);
    }

    private boolean run() throws Exception {
        if (options.containsKey("nodes-only")) {
            return promises(3, Scenarios.AHEAD);
        }
        if (options.containsKey("plug-only")) {
            return promises(2, Duration.ZERO);
        }
        return rounds();
    }

    /** With the times that are in use; where not only the plug is pulled, the clock of the last node is ahead. */
    private boolean promises(int nodes, Duration ahead) throws Exception {
        Path directory = Files.createTempDirectory("ascent-nodes");
        boolean kept;
        try (var world = new World(directory, nodes(nodes), Scenarios.SETTINGS, ahead)) {
            var promises = new Promises(world);
            if (ahead.isPositive()) {
                promises.hold(() -> new Scenarios(world, promises).run());
            }
            promises.hold(() -> new PulledPlug(world, promises).run(Integer.parseInt(option("times", "1"))));
            kept = promises.kept();
        }
        if (kept) {
            delete(directory.toFile());
        } else {
            System.out.println("Logs are in " + directory);
        }
        return kept;
    }

    private int nodes(int fallback) {
        return Integer.parseInt(option("nodes", Integer.toString(fallback)));
    }

    private boolean rounds() throws Exception {
        long seed = Long.parseLong(option("seed", Long.toString(System.currentTimeMillis() / 1000)));
        int rounds = Integer.parseInt(option("rounds", "20"));
        Duration limit = Duration.ofMinutes(Long.parseLong(option("minutes", "1000000")));
        long begin = System.nanoTime();
        Path directory = Files.createTempDirectory("ascent-chaos");
        int kills = Integer.parseInt(option("kills", "1000000"));
        try (var world = world(directory);
                var waits = new Waits(world::connect)) {
            var rules = Rules.of(kinds(world), options);
            System.out.printf("%d nodes, ready after %.0f s%n", world.cluster().size(), seconds(begin));
            long ready = System.nanoTime();
            while (done < rounds && kills() < kills && seconds(ready) < limit.toSeconds()) {
                boolean passed = round(world, Schedule.of(seed + done, rules));
                done++;
                failed += passed ? 0 : 1;
                if (!passed && !options.containsKey("keep-going")) {
                    System.out.println("Logs are in " + world.directory());
                    break;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d rounds equal to an undisturbed import, in %.0f s; %d SIGKILLs of a node; %s%n"
                        + "%d blows met what they were aimed at; %d rounds on slow storage; %d looks at the books%n",
                done - failed,
                done,
                seconds(begin),
                kills(),
                landed.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")),
                aimed,
                slow,
                looks);
        if (failed == 0) {
            delete(directory.toFile());
        }
        return failed == 0 && done > 0;
    }

    /** Those that decide what a round consists of. */
    private String sameOptions() {
        return options.entrySet().stream()
                .filter(option -> !Set.of("seed", "rounds", "kills", "minutes", "keep-going").contains(option.getKey()))
                .map(option -> " --" + option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining());
    }

    private int kills() {
        return landed.getOrDefault(Blow.Kind.KILL, 0) + nodes(2) * landed.getOrDefault(Blow.Kind.KILL_ALL, 0);
    }

    private World world(Path directory) throws Exception {
        return new World(
                directory,
                nodes(2),
                SHORT,
                Duration.parse(option("ahead", "PT0S")));
    }

    private Set<Blow.Kind> kinds(World world) {
        Set<Blow.Kind> kinds = EnumSet.allOf(Blow.Kind.class);
        if (options.containsKey("blows")) {
            kinds = Arrays.stream(options.get("blows").split(","))
                    .map(name -> Blow.Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Blow.Kind.class)));
        }
        if (!world.disk().mounted() && kinds.remove(Blow.Kind.DISK)) {
            System.out.println("LEFT OUT: a full disk, since this user may not mount one");
        }
        return kinds;
    }

    private boolean round(World world, Schedule schedule) throws Exception {
        Round.Pictures expected = undisturbed.get(schedule.history().number());
        if (expected == null) {
            world.cluster().awaitReady();
            expected = Round.undisturbed(world, schedule.history(), schedule.books());
            undisturbed.put(schedule.history().number(), expected);
        }
        long begin = System.nanoTime();
        var round = new Round(world, schedule, expected.records());
        List<String> wrong;
        try {
            Round.Pictures found = round.run();
            wrong = found.first().differencesTo(expected.first());
            wrong.addAll(found.second().differencesTo(expected.second()).stream().map(line -> "Again: " + line).toList());
            wrong.addAll(round.differences());
        } catch (IllegalStateException | IOException | java.sql.SQLException e) {
            wrong = List.of(e.toString());
        }
        System.out.printf(
                Locale.ROOT,
                "seed %d: %s, %.1f s, tenant %d of %d records, %s storage, %s of calls fail, %s; %s%n",
                schedule.seed(),
                wrong.isEmpty() ? "equal" : "DIFFERENT",
                seconds(begin),
                schedule.history().number(),
                expected.records(),
                schedule.storage(),
                schedule.weather().get("rate"),
                round.calls(),
                round.landed());
        wrong.forEach(System.out::println);
        if (!wrong.isEmpty()) {
            world.mend();
            System.out.printf("Again: chaos/run --seed=%d --rounds=1%s%n", schedule.seed(), sameOptions());
        }
        aimed += round.aimed();
        looks += round.looks();
        slow += schedule.storage().equals(SlowStorage.NONE) ? 0 : 1;
        round.kinds().forEach(kind -> landed.merge(kind, 1, Integer::sum));
        return wrong.isEmpty();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What a process that is just ending takes away itself is gone all the same. */
    static void delete(File file) {
        File[] inside = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (inside != null) {
            Arrays.stream(inside).forEach(Chaos::delete);
        }
        file.delete();
    }
}
