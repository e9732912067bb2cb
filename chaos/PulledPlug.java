import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Kills a node in the middle of its calls, and measures from there to the next page that comes in: not to the takeover,
 * since a run that was taken over and waits for the slots of a dead node does nothing either. Answers are slow, so that
 * calls are under way at almost any time.
 */
final class PulledPlug {

    /** Seconds from the kill to the next page. */
    private static final int MOST = 30;

    private static final int KILLS = 2;

    private final World world;
    private final Cluster cluster;
    private final Promises promises;

    PulledPlug(World world, Promises promises) {
        this.world = world;
        this.cluster = world.cluster();
        this.promises = promises;
    }

    void run(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            cluster.awaitReady();
            onAnotherNode();
            cluster.awaitReady();
            onTheSameNode();
        }
    }

    private static Map<String, String> tenant() {
        var settings = new LinkedHashMap<>(new History(3).settings());
        settings.put("ascent.sandbox.companies", "6000");
        settings.put("ascent.sandbox.contacts", "24000");
        settings.put("ascent.sandbox.files", "0");
        settings.put("ascent.sandbox.faults.latency", "1500ms");
        return settings;
    }

    /** Whoever was killed is started again when its run has gone on elsewhere. */
    private void onAnotherNode() throws Exception {
        String migration = world.beginAnew(tenant());
        world.start(0, migration);
        for (int kill = 1; kill <= KILLS; kill++) {
            int worker = awaitCall();
            long begin = System.nanoTime();
            cluster.stop(worker);
            promiseNextPage(begin, "on another node, kill " + kill);
            cluster.begin(worker);
            cluster.awaitReady();
        }
        end(migration);
    }

    /** Nobody else is there; it is started again at once, as whoever looks after a service does. */
    private void onTheSameNode() throws Exception {
        String migration = world.beginAnew(tenant());
        for (int other = 1; other < cluster.size(); other++) {
            cluster.stop(other);
        }
        cluster.on(0, "POST", migration + "/start");
        for (int kill = 1; kill <= KILLS; kill++) {
            int worker = awaitCall();
            long begin = System.nanoTime();
            cluster.kill(worker);
            promiseNextPage(begin, "on the same node, its start included, kill " + kill);
        }
        end(migration);
    }

    /** Until a call has just reached the tenant; answers with the node that made it. */
    private int awaitCall() throws Exception {
        promises.await("a worker and a page", () -> world.worker() >= 0 && world.standing().pulled() > 0);
        long calls = world.tenant().calls();
        promises.await("a call", () -> world.tenant().calls() > calls);
        return world.worker();
    }

    private void promiseNextPage(long begin, String how) throws Exception {
        long pulled = world.standing().pulled();
        promises.await("the next page", () -> world.standing().pulled() > pulled);
        promises.promise("seconds from the kill to the next page " + how, (System.nanoTime() - begin) / 1e9, 0, MOST);
    }

    private void end(String migration) throws Exception {
        cluster.awaitReady();
        cluster.call(0, "POST", migration + "/cancel", "");
        promises.await("the end", () -> world.standing().over());
    }
}
