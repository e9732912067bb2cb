import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ascent in a process of its own. */
final class Application implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String OWNER = "owner@bench.example";
    static final String PASSWORD = "a bench needs no secret";
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final String name;
    private final int port;
    private final Path log;
    private final Process process;

    /** Returns when it is ready. */
    Application(String name, Path directory, List<String> jvm, List<String> settings)
            throws IOException, InterruptedException {
        this(name, directory, freePort(), Path.of("target/bench/ascent.jar"), jvm, settings);
        awaitHealth();
    }

    /** Returns while it starts; what it says is added to the log of an earlier one of that name. */
    Application(String name, Path directory, int port, Path jar, List<String> jvm, List<String> settings)
            throws IOException {
        this.name = name;
        this.port = port;
        this.log = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        // By its name and from where it lies, as a cache to start from knows it.
        command.addAll(List.of("-jar", jar.getFileName().toString(), "--server.port=" + port));
        command.addAll(List.of("--server.address=127.0.0.1", "--ascent.owner.email=" + OWNER));
        if (settings.stream().noneMatch(setting -> setting.startsWith("--ascent.data-dir="))) {
            command.add("--ascent.data-dir=" + directory.resolve(name));
        }
        command.addAll(settings);
        ProcessBuilder start = new ProcessBuilder(command)
                .directory(jar.toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        start.environment().put("ASCENT_OWNER_PASSWORD", PASSWORD);
        process = start.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitHealth() throws IOException, InterruptedException {
        for (int i = 0; i < 1500; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " did not start, see " + log);
            }
            try {
                if (call("GET", "/actuator/health/readiness", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(name + " was not ready in five minutes, see " + log);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((OWNER + ":" + PASSWORD).getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Seconds of processor time the process has used. */
    double processorTime() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    /** Most memory the process ever had, in megabytes. */
    long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** Most heap before and behind a collection, in megabytes, by the log of the collector. */
    static long[] peakHeap(Path collections) throws IOException {
        long before = 0;
        long behind = 0;
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = COLLECTION.matcher(line);
            if (matcher.find()) {
                before = Math.max(before, Long.parseLong(matcher.group(1)));
                behind = Math.max(behind, Long.parseLong(matcher.group(2)));
            }
        }
        return new long[] {before, behind};
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
