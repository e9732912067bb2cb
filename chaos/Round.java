import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One tenant imported twice while everything goes wrong that its schedule says. */
final class Round {

    private static final long LIMIT_NANOS = 240_000_000_000L;
    private static final long SIGHT_NANOS = 4_000_000_000L;

    private final World world;
    private final Schedule schedule;
    private final long records;
    private final List<String> landed = new ArrayList<>();
    private final List<Blow.Kind> kinds = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private long calls;
    private long counted;
    private int looks;
    private int aimed;

    /** @param records how many an undisturbed import of the tenant handles */
    Round(World world, Schedule schedule, long records) {
        this.world = world;
        this.schedule = schedule;
        this.records = records;
    }

    /** What there is behind the first import, and behind the second, and how many records that one handled. */
    record Pictures(Picture first, Picture second, long records) {}

    /** Imports in fair weather; people change records all the same. */
    static Pictures undisturbed(World world, History history, boolean books) throws Exception {
        var calm = new Round(world, Schedule.undisturbed(history, books), history.records());
        Pictures pictures = calm.run();
        if (!calm.differences.isEmpty()) {
            throw new IllegalStateException("The undisturbed import went wrong: " + calm.differences);
        }
        return pictures;
    }

    Pictures run() throws Exception {
        String migration = world.beginAnew(schedule.history().settings());
        Map<String, String> changes = schedule.history().changes(world.tenant());
        changes.putAll(schedule.weather());
        world.tenant().weather(changes);
        world.use(schedule.storage());
        Picture first = imported(migration, schedule.first(), false);
        world.tenant().weather(schedule.weather());
        Picture second = imported(migration, schedule.second(), true);
        calls = world.tenant().calls();
        counted = Long.parseLong(world.one("select count(*) from autotask_call"));
        if (calls > counted) {
            differences.add("The tenant was called " + calls + " times, Ascent counted " + counted);
        }
        return new Pictures(first, second, world.standing().handled());
    }

    private Picture imported(String migration, List<Blow> blows, boolean again) throws Exception {
        int node = (int) Math.floorMod(schedule.seed(), (long) world.cluster().size());
        var books = new Books(world::connect, world.kept(), !schedule.books());
        try (books) {
            world.start(node, migration);
            for (Blow blow : blows) {
                if (!await(blow.at()) || !sight(blow)) {
                    break;
                }
                Thread.sleep(blow.delayMillis());
                strike(blow);
            }
            await(Double.POSITIVE_INFINITY);
            thaw();
        }
        looks += books.looks();
        books.wrong().forEach(line -> differences.add("On the way: " + line));
        try (var connection = world.connect()) {
            return Picture.of(connection, world.kept(), world.cluster(), node + 1, migration, again);
        }
    }

    /** False when the run ended before it came that far. */
    private boolean await(double share) throws Exception {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        String latest = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                World.Standing standing = world.standing();
                latest = standing.toString();
                if (standing.over()) {
                    return false;
                }
                if (standing.pulled() + standing.handled()
                        >= share * 2 * records) {
                    return true;
                }
            } catch (SQLException e) {
                latest = e.toString(); // cut off as the nodes are
            }
            world.cluster().beginWhatEnded();
            Thread.sleep(20);
        }
        throw new IllegalStateException("The run did not end: " + latest);
    }

    /** Waits for what the blow is aimed at, but not for ever; false when the run ended before. */
    private boolean sight(Blow blow) throws Exception {
        if (blow.aim() == null) {
            return true;
        }
        try (var sight = new Sight(world, blow.aim())) {
            long deadline = System.nanoTime() + SIGHT_NANOS;
            boolean last = blow.aim().equals(Blow.CONTENT); // it comes behind everything else, sooner or later
            while (last ? !world.standing().over() : System.nanoTime() < deadline) {
                if (sight.clear()) {
                    aimed++;
                    return true;
                }
            }
            return !world.standing().over();
        } catch (SQLException e) {
            return true; // the database has just been killed; that is a moment as good as any
        }
    }

    private void strike(Blow blow) throws Exception {
        Cluster cluster = world.cluster();
        int worker = world.worker();
        int node = worker < 0 || !blow.onWorker() ? (Math.max(worker, 0) + 1) % cluster.size() : worker;
        switch (blow.kind()) {
            case KILL -> cluster.kill(node);
            case KILL_ALL -> {
                for (int i = 0; i < cluster.size(); i++) {
                    cluster.kill(i);
                }
            }
            case FREEZE -> {
                if (!cluster.othersAwake(node)) {
                    return;
                }
                cluster.freeze(node);
            }
            case STUMBLE -> {
                if (cluster.frozen(node)) {
                    return;
                }
                cluster.freeze(node);
                Thread.sleep(blow.lastsMillis());
                cluster.thaw(node);
            }
            case CUT -> world.cutConnections();
            case DATABASE -> world.crashDatabase();
            case DISK -> {
                if (!world.disk().fill()) {
                    throw new IllegalStateException("The small disk could not be filled");
                }
                Thread.sleep(blow.lastsMillis());
                world.disk().empty();
            }
        }
        kinds.add(blow.kind());
        landed.add(blow + (worker < 0 ? " while nobody worked" : ""));
    }

    /** Those that are still frozen wake up behind the end of the run; nothing may change by that. */
    private void thaw() throws Exception {
        Cluster cluster = world.cluster();
        Map<String, String> before = world.rows();
        boolean any = false;
        for (int i = 0; i < cluster.size(); i++) {
            if (cluster.frozen(i)) {
                cluster.thaw(i);
                any = true;
            }
        }
        if (any) {
            Thread.sleep(1500);
            Map<String, String> after = world.rows();
            after.forEach((table, rows) -> {
                if (!rows.equals(before.get(table))) {
                    differences.add("A node that was frozen until the run had ended wrote to " + table);
                }
            });
        }
    }

    /** What is wrong, besides the pictures. */
    List<String> differences() {
        return differences;
    }

    List<String> landed() {
        return landed;
    }

    List<Blow.Kind> kinds() {
        return kinds;
    }

    /** Blows that met what they were aimed at. */
    int aimed() {
        return aimed;
    }

    /** How often it was asked, while it ran, whether the books agree. */
    int looks() {
        return looks;
    }

    String calls() {
        return calls + " calls, " + counted + " counted";
    }
}
