import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures an import of the practice tenant and holds it to what is promised; see README.md. */
final class Bench {

    /** Of each entity that becomes records rights, number, fields and an empty last page may be asked for. */
    private static final int ENTITIES = Source.RECORDS.size();

    /** So many records are read in two ranges. */
    private static final int CUT_FROM = 5_000;

    /** Small tables in which records look things up, and the quota. */
    private static final int LOOK_UPS = Source.LOOK_UPS.size() + 2;

    private static final Map<String, String> BODY = Map.of(
            "apiUser", "practice@sandbox.example",
            "secret", "practice-secret",
            "integrationCode", "PRACTICE-INTEGRATION-CODE27");
    private static final Map<String, String> HEADERS = Map.of(
            "UserName", BODY.get("apiUser"),
            "Secret", BODY.get("secret"),
            "ApiIntegrationCode", BODY.get("integrationCode"));

    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    private Bench(String[] arguments) {
        Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .forEach(parts -> options.put(parts[0], parts.length > 1 ? parts[1] : "yes"));
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new Bench(arguments);
        bench.run();
        if (!bench.broken.isEmpty() && !bench.options.containsKey("keep-going")) {
            System.exit(1);
        }
    }

    private int number(String option, int fallback) {
        return Integer.parseInt(options.getOrDefault(option, Integer.toString(fallback)));
    }

    private void run() throws Exception {
        Path directory = Files.createTempDirectory("ascent-bench");
        boolean profile = options.containsKey("profile");
        boolean desk = options.containsKey("desk");
        Path data = directory.resolve("postgres");
        try (var postgres = desk ? Postgres.withPlans(data) : new Postgres(data, profile)) {
            for (String database : List.of("tenant", "plain", "ascent")) {
                postgres.create(database);
            }
            try (var tenant = tenant(directory, postgres)) {
                if (desk) {
                    measureDesk(directory, postgres, tenant);
                } else if (options.containsKey("files")) {
                    measureFiles(directory, postgres, tenant, profile);
                } else if (options.containsKey("people")) {
                    measurePeople(directory, postgres, tenant, profile);
                } else {
                    measure(directory, postgres, tenant, profile);
                }
            }
        }
    }

    private Application tenant(Path directory, Postgres postgres) throws IOException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + postgres.url("tenant"),
                "--spring.datasource.username=postgres",
                "--ascent.encryption-key=" + key(),
                "--ascent.sandbox.enabled=true",
                "--ascent.sandbox.threshold=1000000",
                "--ascent.sandbox.delay-scale=0",
                "--ascent.sandbox.faults.latency=" + options.getOrDefault("latency", "0ms")));
        settings.addAll(
                options.containsKey("desk")
                        ? Desk.Size.of(scale()).settings()
                        : options.containsKey("files") ? files().settings() : peopleAlone());
        return new Application("tenant", directory, List.of("-Xmx512m"), settings);
    }

    private double scale() {
        return Double.parseDouble(options.getOrDefault("scale", "1"));
    }

    /** The plain loop fetches companies and contacts alone. */
    private List<String> peopleAlone() {
        return List.of(
                "--ascent.sandbox.companies=" + number("companies", 20_000),
                "--ascent.sandbox.contacts=" + number("contacts", 80_000),
                "--ascent.sandbox.contracts=0",
                "--ascent.sandbox.devices=0",
                "--ascent.sandbox.projects=0",
                "--ascent.sandbox.tickets=0",
                "--ascent.sandbox.files=0");
    }

    private Attachments.Size files() {
        int files = options.get("files").equals("yes") ? 20_000 : number("files", 20_000);
        return new Attachments.Size(
                files, options.getOrDefault("smallest", "1KB"), options.getOrDefault("largest", "10MB"));
    }

    private Application ascent(Path directory, Postgres postgres, Application tenant, boolean profile)
            throws IOException, InterruptedException {
        List<String> jvm = new ArrayList<>(List.of(
                "-Xmx" + options.getOrDefault("heap", options.containsKey("desk") ? "512m" : "384m"),
                "-Xlog:gc:file=" + directory.resolve("collections.log")));
        if (profile) {
            jvm.add("-XX:StartFlightRecording:settings=profile,filename=target/bench/ascent.jfr");
        }
        return new Application("ascent", directory, jvm, List.of(
                "--spring.datasource.url=" + postgres.url("ascent"),
                "--spring.datasource.username=postgres",
                "--ascent.encryption-key=" + key(),
                "--ascent.autotask.discovery-url=" + tenant.address() + "/sandbox/atservicesrest/v1.0/zoneInformation",
                "--ascent.autotask.allow-loopback=true"));
    }

    private static String key() {
        return "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    }

    /** What one import took. */
    private record Measure(double seconds, double processor, long bytes) {}

    private double answerTime;

    private void measure(Path directory, Postgres postgres, Application tenant, boolean profile) throws Exception {
        int records = number("companies", 20_000) + number("contacts", 80_000);
        int turns = number("turns", 3);
        List<Measure> plain = new ArrayList<>();
        List<Measure> first = new ArrayList<>();
        try (var ascent = ascent(directory, postgres, tenant, profile)) {
            Import migration = null;
            for (int turn = 1; turn <= turns; turn++) {
                System.out.printf("Turn %d%n", turn);
                plain.add(plainLoop(postgres, tenant, records));
                if (migration != null) {
                    migration.delete();
                    postgres.emptyClientsAndContacts("ascent");
                }
                migration = new Import(ascent, BODY);
                first.add(measured("Import", ascent, postgres, migration, records));
            }
            int calls = migration.requests();
            awaitSearchIndex(postgres);
            Measure second = measured("Import again, unchanged", ascent, postgres, migration, records);
            promise("records pulled", migration.total("pulled"), records);
            judge(plain, first, second, calls);
            printHeap(directory, ascent);
            if (options.containsKey("lists")) {
                new Lists(ascent).measure();
            }
        }
        if (profile) {
            postgres.printDearestStatements("ascent");
        }
    }

    private void measureDesk(Path directory, Postgres postgres, Application tenant) throws Exception {
        try (var ascent = ascent(directory, postgres, tenant, false)) {
            new Desk(ascent, postgres, new Source(tenant, HEADERS), this::promise).measure(BODY);
            printHeap(directory, ascent);
        }
    }

    private void measureFiles(Path directory, Postgres postgres, Application tenant, boolean profile)
            throws Exception {
        try (var ascent = ascent(directory, postgres, tenant, profile)) {
            new Attachments(ascent, postgres, tenant, this::promise).measure(BODY, HEADERS, directory.resolve("loop"));
            printHeap(directory, ascent);
        }
    }

    private static void printHeap(Path directory, Application ascent) throws IOException {
        long[] heap = Application.peakHeap(directory.resolve("collections.log"));
        System.out.printf(
                "Heap at most %d MB, %d MB behind a collection; process %d MB%n", heap[0], heap[1], ascent.peakMemory());
    }

    /** On a machine with nothing else to do; an import that takes its time over it breaks no promise. */
    private void measurePeople(Path directory, Postgres postgres, Application tenant, boolean profile)
            throws Exception {
        try (var ascent = ascent(directory, postgres, tenant, profile)) {
            double rate = Double.parseDouble(options.getOrDefault("rate", "5.8"));
            int people = options.get("people").equals("yes") ? 200 : number("people", 200);
            double[] measured = new People(ascent, postgres, rate).measure(people, new Import(ascent, BODY));
            promise("milliseconds, the 99th percentile", measured[0], 500);
            promise("milliseconds, the slowest answer", measured[1], 2000);
            promise("errors", measured[2], 0);
        }
        if (profile) {
            postgres.printDearestStatements("ascent");
        }
    }

    /** Texts are indexed when an import has been over for a while; the next import must not pay for it. */
    private static void awaitSearchIndex(Postgres postgres) throws Exception {
        double database = postgres.processorTime();
        while (postgres.hasUnsettledTexts("ascent")) {
            Thread.sleep(1000);
        }
        System.out.printf(
                "Search index, filled behind the imports: PostgreSQL %.1f s%n", postgres.processorTime() - database);
    }

    private Measure plainLoop(Postgres postgres, Application tenant, int records) throws Exception {
        var loop = new PlainLoop(tenant.address() + "/sandbox/ATServicesRest/V1.0", HEADERS);
        try (var connection = postgres.connect("plain")) {
            double processor = ownProcessorTime();
            double database = postgres.processorTime();
            long written = postgres.written();
            long begin = System.nanoTime();
            long rows = loop.run(connection);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (rows != records) {
                throw new IllegalStateException("The plain loop copied " + rows + " rows of " + records);
            }
            answerTime = loop.answerTime();
            double own = ownProcessorTime() - processor;
            double theirs = postgres.processorTime() - database;
            long bytes = postgres.written() - written;
            System.out.printf(
                    "  Plain loop: %.1f s (processor: loop %.1f s, PostgreSQL %.1f s), %d bytes of log a record,"
                            + " %.0f ms an answer%n",
                    seconds, own, theirs, bytes / records, 1000 * answerTime);
            return new Measure(seconds, own + theirs, bytes);
        }
    }

    private static double ownProcessorTime() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1000.0;
    }

    private static Measure measured(
            String what, Application ascent, Postgres postgres, Import migration, int records) throws Exception {
        double processor = ascent.processorTime();
        double database = postgres.processorTime();
        long written = postgres.written();
        double seconds = migration.run();
        double own = ascent.processorTime() - processor;
        double theirs = postgres.processorTime() - database;
        long bytes = postgres.written() - written;
        System.out.printf(
                "  %s: %.1f s (processor: Ascent %.1f s, PostgreSQL %.1f s), %d bytes of log a record, %d calls%n   ",
                what, seconds, own, theirs, bytes / records, migration.requests());
        for (String counter : List.of("pulled", "loaded", "created", "unchanged", "skipped", "failed", "warnings")) {
            System.out.printf(" %s %d", counter, migration.total(counter));
        }
        System.out.println();
        return new Measure(seconds, own + theirs, bytes);
    }

    /** By the median of the turns; in the first one both sides run code that no compiler has seen yet. */
    private void judge(List<Measure> plain, List<Measure> first, Measure second, int calls) {
        int pages = pages(number("companies", 20_000)) + pages(number("contacts", 80_000));
        boolean slow = milliseconds(options.getOrDefault("latency", "0ms")) > 0;
        promise("calls", calls, pages + 4 * ENTITIES + 2 * ranges() + LOOK_UPS + ofFiles());
        if (slow) {
            promise("times the plain loop", median(first) / median(plain), 0.6);
        } else {
            promise("seconds, of the slowest turn", first.stream().mapToDouble(Measure::seconds).max().orElse(0), 60);
            promise("times the plain loop", median(first) / median(plain), 1.5);
        }
        if (!slow) { // otherwise both wait for the tenant
            promise("times the first import, for the second", second.seconds() / median(first), 0.6);
        }
    }

    /** A large entity is read in two ranges of ids at once. */
    private int ranges() {
        int ranges = 0;
        for (int records : List.of(number("companies", 20_000), number("contacts", 80_000))) {
            ranges += records >= CUT_FROM ? 2 : 0;
        }
        return ranges;
    }

    /** There are none, but who knows that before he asks. */
    private int ofFiles() {
        return pages(number("companies", 20_000)) + Source.OF_FILES;
    }

    private static double median(List<Measure> measures) {
        double[] sorted = measures.stream().mapToDouble(Measure::seconds).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static int pages(int records) {
        return (records + 499) / 500;
    }

    private static long milliseconds(String duration) {
        return Long.parseLong(duration.replaceFirst("ms$", ""));
    }

    private void promise(String what, double measured, double limit) {
        boolean kept = measured <= limit;
        if (!kept) {
            broken.add(what);
        }
        System.out.printf(Locale.ROOT, "%-6s %8.2f of at most %8.2f %s%n", kept ? "kept" : "BROKEN", measured, limit, what);
    }
}
