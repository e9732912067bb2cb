import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** How long lists take that a person reaches: the first pages, and what a search finds. */
final class Lists {

    private static final int WARM_UP = 20;
    private static final int TIMES = 30;

    private static final List<String> PAGES = List.of(
            "/contacts",
            "/contacts?page=99",
            "/contacts?search=anna",
            "/contacts?search=an",
            "/contacts?search=example.com",
            "/contacts?search=zzzz",
            "/contacts?search=0117",
            "/clients",
            "/clients?page=99",
            "/clients?search=north",
            "/clients?search=zzzz");

    private final Browser browser;

    Lists(Application ascent) throws IOException, InterruptedException {
        browser = new Browser(ascent).signIn();
    }

    void measure() throws IOException, InterruptedException {
        for (String page : PAGES) {
            measure(page);
        }
    }

    /** Prints what a page takes, and answers it, ascending. */
    double[] measure(String page) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            milliseconds(page);
        }
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = milliseconds(page);
        }
        Arrays.sort(times);
        System.out.printf(
                "List %-32s median %6.1f ms, 95th percentile %6.1f ms, slowest %6.1f ms%n",
                page, quantile(times, 0.5), quantile(times, 0.95), times[TIMES - 1]);
        return times;
    }

    static double quantile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    void look(String page) throws IOException, InterruptedException {
        milliseconds(page);
    }

    private double milliseconds(String page) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = browser.get(page);
        String led = answer.headers().firstValue("Location").orElse("");
        // The number of a ticket leads to it at once.
        if (answer.statusCode() != 200 && (answer.statusCode() != 302 || led.endsWith("/login"))) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
