import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What several nodes on one database promise, with the times they have in use; the clock of the last one is ahead. */
final class Scenarios {

    static final Duration AHEAD = Duration.ofMinutes(10);

    /** The product's own times, but batches so small that there is something to be interrupted. */
    static final List<String> SETTINGS = List.of("--ascent.migration.batch-size=40");

    private static final int RECORDS = 420 + 4_000;

    private final World world;
    private final Cluster cluster;
    private final Promises promises;

    Scenarios(World world, Promises promises) {
        this.world = world;
        this.cluster = world.cluster();
        this.promises = promises;
    }

    void run() throws Exception {
        executesARunOnce();
        int last = cluster.size() - 1;
        takesOver("killed", 0, cluster::stop);
        takesOver("killed, its clock ten minutes ahead", last, cluster::stop);
        takesOver("frozen", 0, cluster::freeze);
        obeysAnyNode();
        sharesTheBudget();
    }

    private static Map<String, String> tenant() {
        var settings = new LinkedHashMap<>(new History(3).settings());
        settings.put("ascent.sandbox.contacts", "4000");
        settings.put("ascent.sandbox.contracts", "0");
        settings.put("ascent.sandbox.devices", "0");
        settings.put("ascent.sandbox.projects", "0");
        settings.put("ascent.sandbox.tickets", "0");
        settings.put("ascent.sandbox.files", "0");
        settings.put("ascent.sandbox.faults.latency", "400ms");
        return settings;
    }

    private void executesARunOnce() throws Exception {
        String migration = world.beginAnew(tenant());
        List<Callable<Integer>> starts = List.of(
                () -> cluster.on(0, "POST", migration + "/start").statusCode(),
                () -> cluster.on(1, "POST", migration + "/start").statusCode(),
                () -> cluster.on(cluster.size() - 1, "POST", migration + "/start").statusCode());
        try (var threads = Executors.newFixedThreadPool(starts.size())) {
            long accepted = threads.invokeAll(starts).stream()
                    .filter(answer -> answer.resultNow() == 202)
                    .count();
            promise("starts of three at once that were accepted", accepted, 1, 1);
        }
        awaitEnd();
        promise("executions of that run", fence(), 1, 1);
    }

    private interface Blow {
        void to(int node) throws Exception;
    }

    private void takesOver(String how, int wanted, Blow blow) throws Exception {
        String migration = startOn(wanted);
        int worker = wanted;
        await("records", () -> world.standing().handled() > 0);
        long begin = System.nanoTime();
        blow.to(worker);
        await("a successor", () -> fence() > 1 && world.worker() != worker && world.worker() >= 0);
        double seconds = (System.nanoTime() - begin) / 1e9;
        promise("seconds until another node goes on with a run whose node is " + how, seconds, 0, 30);
        awaitEnd();
        promise("records pulled", world.standing().pulled(), RECORDS, RECORDS);
        promise("records loaded, skipped or failed", world.standing().handled(), RECORDS, RECORDS);
        if (cluster.frozen(worker)) {
            promise("executions", fence(), 2, 2);
            Map<String, String> before = world.rows();
            cluster.thaw(worker);
            Thread.sleep(5_000);
            promise("tables changed by the node that was frozen", changed(before), 0, 0);
        } else {
            cluster.begin(worker);
        }
        cluster.awaitReady();
        promise("nodes that tell of the end", telling(migration, "COMPLETED"), cluster.size(), cluster.size());
    }

    /** Whoever is asked to start a run is the first to see it, mostly. */
    private String startOn(int wanted) throws Exception {
        for (int i = 0; i < 10; i++) {
            String migration = world.beginAnew(tenant());
            cluster.on(wanted, "POST", migration + "/start");
            await("a worker", () -> world.worker() >= 0);
            if (world.worker() == wanted) {
                return migration;
            }
            awaitEnd();
        }
        throw new IllegalStateException(Cluster.name(wanted) + " never got a run");
    }

    private void obeysAnyNode() throws Exception {
        String migration = startOn(0);
        await("records", () -> world.standing().handled() > 0);
        promise("nodes that show progress", telling(migration, "RUNNING"), cluster.size(), cluster.size());
        promise("answer to pause at another node", cluster.on(1, "POST", migration + "/pause").statusCode(), 202, 202);
        promise("nodes that show the pause", telling(migration, "PAUSED"), cluster.size(), cluster.size());
        promise("tables changed while it is paused", changedWithin(3_000), 0, 0);
        int last = cluster.size() - 1;
        promise("answer to start at a third", cluster.on(last, "POST", migration + "/start").statusCode(), 202, 202);
        await("it goes on", () -> fence() == 2);
        promise("answer to cancel at the first", cluster.on(0, "POST", migration + "/cancel").statusCode(), 202, 202);
        promise("nodes that show the end", telling(migration, "CANCELLED"), cluster.size(), cluster.size());
        promise("tables changed when it is cancelled", changedWithin(3_000), 0, 0);
    }

    private void sharesTheBudget() throws Exception {
        var settings = new LinkedHashMap<>(new History(3).settings());
        settings.put("ascent.sandbox.threshold", "200");
        settings.put("ascent.sandbox.other-calls", "0");
        String migration = world.beginAnew(settings);
        for (int i = 0; i < 8 && !world.standing().status().equals("WAITING"); i++) {
            cluster.on(i % cluster.size(), "POST", migration + "/start");
            await("an end or a wait", () -> world.standing().over() || world.standing().status().equals("WAITING"));
        }
        for (int i = 0; i < cluster.size(); i++) {
            cluster.on(i, "POST", migration + "/start");
            await("it waits again", () -> world.standing().status().equals("WAITING"));
        }
        promise("runs that wait for the quota", world.standing().reason().equals("quota") ? 1 : 0, 1, 1);
        promise("calls of all nodes together, of 200 in an hour", world.tenant().calls(), 1, 90);
    }

    private long telling(String migration, String status) throws Exception {
        long telling = 0;
        for (int i = 0; i < cluster.size(); i++) {
            String body = cluster.on(i, "GET", migration).body();
            telling += body.contains("\"status\":\"" + status) ? 1 : 0;
        }
        return telling;
    }

    private long changedWithin(int milliseconds) throws Exception {
        Map<String, String> before = world.rows();
        Thread.sleep(milliseconds);
        return changed(before);
    }

    private long changed(Map<String, String> before) throws Exception {
        Map<String, String> after = world.rows();
        return after.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .count();
    }

    private long fence() throws Exception {
        return Long.parseLong(world.one("select fence from migration_run order by number desc limit 1"));
    }

    private void awaitEnd() throws Exception {
        await("the end", () -> world.standing().over());
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        promises.await(what, condition);
    }

    private void promise(String what, double measured, double least, double most) {
        promises.promise(what, measured, least, most);
    }
}
