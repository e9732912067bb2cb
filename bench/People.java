import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People at work while an import runs: they browse lists, search, open records, and look how far the import is. Somebody
 * asks for something at fixed times, whether others have their answers or not, and the time of an answer counts from when
 * it should have been asked for.
 */
final class People {

    /** What goes on meanwhile. */
    enum Phase {
        BEFORE("before the import"),
        COMPANIES("companies come"),
        CONTACTS("contacts come"),
        INDEX("search index fills"),
        AFTER("behind it");

        private final String words;

        Phase(String words) {
            this.words = words;
        }
    }

    private record Answer(Phase phase, String page, double milliseconds, int status) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern RECORD = Pattern.compile("href=\"(/(?:contacts|clients)/[0-9a-f-]{36})\"");
    private static final List<String> WORDS = List.of(
            "garc", "anna", "smith", "an", "example.com", "north", "0117", "zzzz", "lee", "office", "ma", "tech");

    /** So long nothing else goes on, in front of the import and behind it. */
    private static final int QUIET_SECONDS = 20;

    private static final int LIMIT_SECONDS = 1_200;

    private final Application ascent;
    private final Postgres postgres;
    private final double rate;
    private final Random random = new Random(8);
    private final List<Browser> browsers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, Boolean> records = new ConcurrentHashMap<>();
    private volatile Phase phase = Phase.BEFORE;
    private volatile String progress = "/admin/autotask-migration";

    People(Application ascent, Postgres postgres, double rate) {
        this.ascent = ascent;
        this.postgres = postgres;
        this.rate = rate;
    }

    /** Answers the 99th percentile and the slowest answer while records came, in milliseconds, and the number of errors. */
    double[] measure(int people, Import migration) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            signIn(people);
            Future<?> browsing = threads.submit(() -> browse(threads));
            Thread.sleep(QUIET_SECONDS * 1000L);
            progress = "/admin/autotask-migration/" + migration.id();
            phase = Phase.COMPANIES;
            Future<?> watching = threads.submit(() -> watch(migration.id()));
            double seconds = migration.run();
            watching.cancel(true);
            phase = Phase.INDEX;
            while (postgres.hasUnsettledTexts("ascent")) {
                Thread.sleep(1000);
            }
            phase = Phase.AFTER;
            Thread.sleep(QUIET_SECONDS * 1000L);
            browsing.cancel(true);
            threads.shutdown();
            threads.awaitTermination(70, TimeUnit.SECONDS);
            System.out.printf("Import beside %d people: %.1f s%n", people, seconds);
        }
        return tell();
    }

    private void signIn(int people) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < people; i++) {
            browsers.add(new Browser(ascent).signIn());
        }
        System.out.printf("%d people signed in within %.0f s%n", people, (System.nanoTime() - begin) / 1e9);
    }

    /** One by one; each request has a thread of its own, so that a slow answer keeps nobody else. */
    private Void browse(ExecutorService threads) throws InterruptedException {
        long gap = (long) (1e9 / rate);
        long due = System.nanoTime();
        for (long end = due + LIMIT_SECONDS * 1_000_000_000L; due < end; due += gap) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            Browser browser = browsers.get(random.nextInt(browsers.size()));
            String page = page();
            long asked = due;
            threads.submit(() -> ask(browser, page, asked));
        }
        return null;
    }

    private Void ask(Browser browser, String page, long due) {
        Phase during = phase;
        int status = 0;
        try {
            var response = browser.get(page);
            status = response.statusCode();
            Matcher link = RECORD.matcher(response.body());
            while (link.find() && records.size() < 2_000) {
                records.put(link.group(1), true);
            }
        } catch (IOException | InterruptedException e) {
            status = -1; // told as an error below
        }
        answers.add(new Answer(during, kind(page), (System.nanoTime() - due) / 1e6, status));
        return null;
    }

    private String page() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        int dice = random.nextInt(100);
        if (dice < 20) {
            return "/contacts?page=" + random.nextInt(5);
        }
        if (dice < 25) {
            return "/contacts?sort=updated";
        }
        if (dice < 45) {
            return "/contacts?search=" + word;
        }
        if (dice < 55) {
            return "/clients?page=" + random.nextInt(5);
        }
        if (dice < 65) {
            return "/clients?search=" + word;
        }
        if (dice < 70) {
            return "/";
        }
        if (dice < 75) {
            return progress;
        }
        List<String> known = List.copyOf(records.keySet());
        return known.isEmpty() ? "/clients" : known.get(random.nextInt(known.size()));
    }

    private static String kind(String page) {
        return page.replaceFirst("page=\\d+", "page=…")
                .replaceFirst("search=.*", "search=…")
                .replaceFirst("/[0-9a-f-]{36}", "/…");
    }

    /** Somebody who is signed in looks every other second what comes. */
    private Void watch(String migration) throws IOException, InterruptedException {
        for (int i = 0; i < LIMIT_SECONDS / 2; i++) {
            Thread.sleep(2000);
            JsonNode entities = JSON.readTree(browsers.getFirst()
                            .get("/api/v1/autotask/migrations/" + migration)
                            .body())
                    .get("entities");
            for (JsonNode entity : entities) {
                if (entity.get("entity").asString().equals("contacts") && entity.get("loaded").asLong() > 0
                        && phase == Phase.COMPANIES) {
                    phase = Phase.CONTACTS;
                }
            }
        }
        return null;
    }

    private double[] tell() {
        Map<Phase, List<Answer>> byPhase = new EnumMap<>(Phase.class);
        answers.forEach(answer -> byPhase.computeIfAbsent(answer.phase(), _ -> new ArrayList<>()).add(answer));
        System.out.printf("%-20s %8s %8s %8s %8s %8s %8s%n", "", "requests", "p50 ms", "p95 ms", "p99 ms", "slowest", "errors");
        byPhase.forEach((each, some) -> line(each.words, some));
        List<Answer> during = answers.stream()
                .filter(answer -> answer.phase() != Phase.BEFORE && answer.phase() != Phase.AFTER)
                .toList();
        double[] times = line("all while it runs", during);
        answers.stream()
                .sorted((one, other) -> Double.compare(other.milliseconds(), one.milliseconds()))
                .limit(5)
                .forEach(answer -> System.out.printf(
                        "  %6.0f ms %s, %s, status %d%n",
                        answer.milliseconds(), answer.page(), answer.phase().words, answer.status()));
        return new double[] {quantile(times, 0.99), quantile(times, 1), errors(during)};
    }

    private static double[] line(String what, List<Answer> some) {
        double[] times = some.stream().mapToDouble(Answer::milliseconds).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-20s %8d %8.0f %8.0f %8.0f %8.0f %8d%n",
                what,
                times.length,
                quantile(times, 0.5),
                quantile(times, 0.95),
                quantile(times, 0.99),
                quantile(times, 1),
                errors(some));
        return times;
    }

    private static int errors(List<Answer> some) {
        return (int) some.stream().filter(answer -> answer.status() < 200 || answer.status() >= 400).count();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
