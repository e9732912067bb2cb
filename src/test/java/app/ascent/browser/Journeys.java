package app.ascent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.Chromium;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The machine's browser, for journeys. Each journey has a window of its own, which shares nothing with those of others;
 * when one fails, a trace of it is left in {@code target/traces}. What the browser complains about fails the journey, too.
 */
public final class Journeys implements AutoCloseable {

    private static final double PATIENCE_MS = 60_000;

    /** axe writes styles into the page it looks at, which our policy refuses; refused answers are heard of below. */
    private static final Pattern NOT_OURS = Pattern.compile("inline style|Failed to load resource");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private final Playwright playwright;
    private final Browser browser;
    private final String base;

    public Journeys(int port) {
        this.base = "http://localhost:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")));
    }

    /** How somebody looks at the pages. */
    public record Window(int width, int height, boolean script) {

        public static final Window DESK = new Window(1280, 900, true);
        public static final Window PHONE = new Window(390, 844, true);
        public static final Window WITHOUT_SCRIPT = new Window(1280, 900, false);
    }

    public void go(String name, Window window, Consumer<Page> journey) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                // Colours that are on their way from light to dark are those of neither.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(window.width(), window.height())
                .setJavaScriptEnabled(window.script()))) {
            context.setDefaultTimeout(PATIENCE_MS);
            context.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")
                        && !NOT_OURS.matcher(message.text()).find()) {
                    complaints.add(message.text());
                }
            });
            page.onResponse(answer -> {
                if (answer.status() >= (isPage(answer) ? 500 : 400)) {
                    complaints.add(answer.status() + " " + answer.url());
                }
            });
            page.onPageError(complaints::add);
            try {
                journey.accept(page);
                assertThat(complaints).as("complaints of the browser").isEmpty();
            } catch (AssertionError | RuntimeException failure) {
                context.tracing().stop(new Tracing.StopOptions().setPath(Path.of("target", "traces", name + ".zip")));
                throw failure;
            }
        }
    }

    /** A page may be refused, and a journey says so when it expects that; what a page needs may not be missing. */
    private static boolean isPage(Response answer) {
        return answer.request().resourceType().equals("document");
    }

    /** Nobody is shut out of this page, and it does not scroll sideways. */
    public static void isOpenToEverybody(Page page) {
        isOpenToEverybody(page, look(page));
    }

    /** The same in light and in dark, which differ in nothing but colours. */
    public static void isOpenInLightAndDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        isOpenToEverybody(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        isOpenToEverybody(page, look(page).withRules(OF_COLOURS));
    }

    /** In the page itself; otherwise the results of its frames, of which ours have none, meet in a page of their own. */
    private static AxeBuilder look(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static void isOpenToEverybody(Page page, AxeBuilder look) {
        List<String> violations =
                look.analyze().getViolations().stream().map(Journeys::told).toList();

        assertThat(violations).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("width beyond the window at " + page.url())
                .isEqualTo(0);
    }

    private static String told(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
