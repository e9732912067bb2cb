import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Application ascent;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Lists(Application ascent) {
        this.ascent = ascent;
    }

    void measure() throws IOException, InterruptedException {
        signIn();
        for (String page : PAGES) {
            for (int i = 0; i < WARM_UP; i++) {
                milliseconds(page);
            }
            double[] times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                times[i] = milliseconds(page);
            }
            Arrays.sort(times);
            System.out.printf(
                    "List %-32s median %6.1f ms, slowest %6.1f ms%n", page, times[TIMES / 2], times[TIMES - 1]);
        }
    }

    private double milliseconds(String page) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int status = send(HttpRequest.newBuilder(address(page))).statusCode();
        if (status != 200) {
            throw new IllegalStateException(page + " answered " + status);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Pages belong to people, who have a session. */
    private void signIn() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(address("/login"))).body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no token");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&email=" + encoded(Application.OWNER) + "&password="
                + encoded(Application.PASSWORD);
        send(HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String page) {
        return URI.create(ascent.address() + page);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
