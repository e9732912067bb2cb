import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The practice tenant in a process of its own, seen from outside. */
final class TenantProcess implements AutoCloseable {

    private final int port = Application.freePort();
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    TenantProcess(Path directory) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "PracticeTenant")
                .redirectError(directory.resolve("tenant.err").toFile())
                .start();
        orders = process.outputWriter();
        answers = process.inputReader();
    }

    String discovery() {
        return "http://127.0.0.1:" + port + "/sandbox/atservicesrest/v1.0/zoneInformation";
    }

    /** Opens anew, with all records as they were in the beginning and fair weather. */
    void begin(Map<String, String> settings) throws IOException {
        order("begin", words(settings) + " server.address=127.0.0.1 server.port=" + port);
    }

    void weather(Map<String, String> plan) throws IOException {
        order("weather", words(plan));
    }

    long calls() throws IOException {
        return Long.parseLong(order("calls", ""));
    }

    /** Those of the calls that asked for what is in a file. */
    long contents() throws IOException {
        return Long.parseLong(order("contents", ""));
    }

    long[] ids(String entity) throws IOException {
        return Stream.of(order("ids", entity).split(" "))
                .flatMapToLong(id -> LongStream.of(Long.parseLong(id)))
                .toArray();
    }

    private static String words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private synchronized String order(String order, String words) throws IOException {
        orders.write(order + " " + words + "\n");
        orders.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(PracticeTenant.MARK)) {
                return line.substring(PracticeTenant.MARK.length());
            }
        }
        throw new IllegalStateException("The practice tenant ended at the order: " + order);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
