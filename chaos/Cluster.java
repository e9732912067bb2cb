import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Several Ascents on one database, which may be killed and frozen. */
final class Cluster implements AutoCloseable {

    private static final Path JAR = Path.of("target/chaos/ascent.jar");
    private static final Path CACHE = Path.of("target/chaos/ascent.aot");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path directory;
    private final List<String> settings;
    private final Duration ahead;
    private final List<Application> nodes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Boolean> frozen = new ArrayList<>();

    /**
     * Returns when all are ready.
     *
     * @param ahead how much the clock of the last node is ahead of all others
     */
    Cluster(Path directory, int size, List<String> settings, Duration ahead) throws IOException, InterruptedException {
        this.directory = directory;
        this.settings = settings;
        this.ahead = ahead;
        if (Files.notExists(CACHE) || Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
            practiseStarting();
        }
        for (int i = 0; i < size; i++) {
            ports.add(Application.freePort());
            frozen.add(false);
            nodes.add(begin(i, size));
            if (i == 0) {
                nodes.getFirst().awaitHealth(); // it makes the tables and the Owner
            }
        }
        for (Application node : nodes) {
            node.awaitHealth();
        }
    }

    /** Most of what a start costs can be done once; and a killed node is back in half the time. */
    private void practiseStarting() throws IOException, InterruptedException {
        var jvm = new ArrayList<>(jvm());
        jvm.add("-XX:AOTCacheOutput=" + CACHE.toAbsolutePath());
        var node = new Application("practice", directory, Application.freePort(), JAR, jvm, named("practice"));
        node.awaitHealth();
        node.close();
    }

    private static List<String> jvm() {
        return List.of(
                "-Xmx224m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:aot*=off", "-Xlog:cds=off",
                // As the build practises; a cache is of no use to who differs in these.
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    private List<String> named(String name) {
        var all = new ArrayList<>(settings);
        all.add("--db-scheduler.scheduler-name=" + name);
        return all;
    }

    private Application begin(int node, int size) throws IOException {
        var jvm = new ArrayList<>(jvm());
        if (ahead.isPositive() && node == size - 1) {
            jvm.add("-javaagent:" + ClockAhead.jar(Path.of("target/chaos")) + "=" + ahead);
        } else {
            jvm.add("-XX:AOTCache=" + CACHE.toAbsolutePath());
        }
        return new Application(name(node), directory, ports.get(node), JAR, jvm, named(name(node)));
    }

    int size() {
        return nodes.size();
    }

    static String name(int node) {
        return "node-" + node;
    }

    /** SIGKILL, as a power cut would; and the power is back at once. */
    void kill(int node) throws IOException {
        stop(node);
        begin(node);
    }

    /** SIGKILL, and nobody starts it again. */
    void stop(int node) {
        nodes.get(node).process().destroyForcibly();
        nodes.get(node).process().onExit().join();
        frozen.set(node, false);
    }

    void begin(int node) throws IOException {
        nodes.set(node, begin(node, nodes.size()));
    }

    /** A start that met a dead database ends; whoever looks after a service starts it again. */
    void beginWhatEnded() throws IOException {
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).process().isAlive()) {
                begin(i);
            }
        }
    }

    /** One node and no other. */
    HttpResponse<String> on(int node, String method, String path) throws IOException, InterruptedException {
        return nodes.get(node).call(method, path, "");
    }

    void freeze(int node) throws IOException, InterruptedException {
        signal("STOP", node);
        frozen.set(node, true);
    }

    void thaw(int node) throws IOException, InterruptedException {
        signal("CONT", node);
        frozen.set(node, false);
    }

    boolean frozen(int node) {
        return frozen.get(node);
    }

    /** A frozen cluster would never end anything. */
    boolean othersAwake(int node) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i != node && !frozen.get(i)) {
                return true;
            }
        }
        return false;
    }

    private void signal(String signal, int node) throws IOException, InterruptedException {
        long pid = nodes.get(node).process().pid();
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor(10, TimeUnit.SECONDS);
    }

    /** Asks the nodes in turn, beginning with this one, until one of them answers for good. */
    HttpResponse<String> call(int first, String method, String path, String body)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String latest = "nothing";
        for (int i = first; System.nanoTime() < deadline; i++) {
            beginWhatEnded();
            int node = Math.floorMod(i, nodes.size());
            if (frozen.get(node)) {
                continue;
            }
            try {
                HttpResponse<String> answer = nodes.get(node).call(method, path, body);
                if (answer.statusCode() < 500) {
                    return answer;
                }
                latest = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                latest = e.toString(); // killed just now, or not yet started
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(method + " " + path + " was answered by no node: " + latest);
    }

    /** Waits for those that were killed. */
    void awaitReady() throws IOException, InterruptedException {
        beginWhatEnded();
        for (int i = 0; i < nodes.size(); i++) {
            if (!frozen.get(i)) {
                nodes.get(i).awaitHealth();
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().destroyForcibly());
    }
}
