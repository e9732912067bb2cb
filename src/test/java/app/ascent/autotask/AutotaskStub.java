package app.ascent.autotask;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import app.ascent.autotask.client.Access;
import app.ascent.vault.Secret;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An Autotask for tests: a WireMock that answers as {@link StubTenant} knows, with faults that can be switched on.
 *
 * <pre>{@code
 * static final AutotaskStub AUTOTASK = AutotaskStub.start();
 *
 * @DynamicPropertySource
 * static void settings(DynamicPropertyRegistry registry) {
 *     AUTOTASK.register(registry);
 * }
 * }</pre>
 */
public final class AutotaskStub implements AutoCloseable {

    public static final String API_USER = "ascent-import@stub.example";
    public static final String SECRET = "stub-secret-7Hq2xW9z";
    public static final String INTEGRATION_CODE = "STUBCODE0123456789ABCDEFGHI";

    private static final String BASE = "/ATServicesRest/V1.0/";
    private static final String ANY = "*";

    private final StubTenant tenant = new StubTenant();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<StubFault>> faults = new ConcurrentHashMap<>();
    private final Map<String, StubFault> lasting = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, Integer> mostInFlight = new ConcurrentHashMap<>();
    private final WireMockServer server;
    private final String baseUrl;
    private volatile Duration delay = Duration.ZERO;
    private volatile String secret = SECRET;
    private volatile String unlisted = API_USER;
    private volatile Supplier<String> zoneUrl;

    private AutotaskStub() {
        this.server = new WireMockServer(options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .containerThreads(20)
                .extensions(new Answers()));
        server.start();
        server.stubFor(any(anyUrl()));
        this.baseUrl = server.baseUrl();
        this.zoneUrl = () -> baseUrl + "/ATServicesRest/";
    }

    /** One call that arrived: {@code endpoint} is the entity, {@code ThresholdInformation} or {@code zoneInformation}. */
    public record Call(String method, String endpoint, String path, String body, boolean withCredentials) {}

    public static AutotaskStub start() {
        return new AutotaskStub();
    }

    /** Points the application to this stub, and makes its retries quick. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("ascent.autotask.discovery-url", this::discoveryUrl);
        registry.add("ascent.autotask.allow-loopback", () -> true);
        registry.add("ascent.autotask.retry-wait", () -> "10ms");
    }

    public URI discoveryUrl() {
        return URI.create(baseUrl + "/atservicesrest/v1.0/zoneInformation");
    }

    /** Base address of the API, ending in {@code /V1.0}. */
    public URI apiUrl() {
        return URI.create(baseUrl + "/ATServicesRest/V1.0");
    }

    /** Credentials that this tenant accepts. */
    public Credentials credentials() {
        return new Credentials(API_USER, new Secret(secret), new Secret(INTEGRATION_CODE));
    }

    public long database() {
        return tenant.database();
    }

    // What the tenant has.

    public AutotaskStub database(long database) {
        tenant.database(database);
        return this;
    }

    public AutotaskStub companies(String... json) {
        return records("Companies", Arrays.asList(json));
    }

    public AutotaskStub contacts(String... json) {
        return records("Contacts", Arrays.asList(json));
    }

    /** Adds or replaces records by their {@code id}. */
    public AutotaskStub records(String entity, List<String> json) {
        json.forEach(one -> tenant.put(entity, one));
        return this;
    }

    /** The whole answer to the question for a file: {@code Tickets/12/Attachments/5}. */
    public AutotaskStub file(String path, String json) {
        tenant.file(path, json);
        return this;
    }

    /** Refuses a list of records whose files are asked for. */
    public AutotaskStub noListsOfOwners() {
        tenant.noLists();
        return this;
    }

    /** Puts a row where the record of an id would be, whatever the row says of itself. */
    public AutotaskStub row(String entity, long id, String json) {
        tenant.put(entity, id, json);
        return this;
    }

    public AutotaskStub remove(String entity, long id) {
        tenant.remove(entity, id);
        return this;
    }

    /** The whole answer to {@code entityInformation/fields}. */
    public AutotaskStub fields(String entity, String json) {
        tenant.fields(entity, json);
        return this;
    }

    /** How pages of every entity look from now on. */
    public AutotaskStub pages(PageForm form) {
        tenant.pages(form);
        return this;
    }

    /** No page has more records than this, whatever was asked for. */
    public AutotaskStub longestPage(int records) {
        tenant.longestPage(records);
        return this;
    }

    /** Counts so many records of an entity more than it will ever send. */
    public AutotaskStub withhold(String entity, int records) {
        tenant.withhold(entity, records);
        return this;
    }

    public AutotaskStub access(String entity, Access access) {
        tenant.access(entity, access);
        return this;
    }

    /** Rights are said as numbers, as documented, and not in words, as live. */
    public AutotaskStub numbers() {
        tenant.numbers();
        return this;
    }

    /** What stands as {@code userAccessForQuery}, to the letter. */
    public AutotaskStub right(String entity, String json) {
        tenant.right(entity, json);
        return this;
    }

    /** @param others calls of other integrations in the last hour; those that arrive here are added to them */
    public AutotaskStub quota(int limit, int others) {
        tenant.quota(limit, others);
        return this;
    }

    /** From now on only this secret is accepted. */
    public AutotaskStub secret(String accepted) {
        this.secret = accepted;
        return this;
    }

    /** A user whom the tenant knows and discovery does not. */
    public AutotaskStub alsoAccepts(String apiUser) {
        this.unlisted = apiUser;
        return this;
    }

    // Faults.

    /** The next calls of this endpoint fail so, one after the other. */
    public AutotaskStub failNext(String endpoint, StubFault... next) {
        faults.computeIfAbsent(endpoint, _ -> new ArrayDeque<>()).addAll(Arrays.asList(next));
        return this;
    }

    /** All calls of this endpoint fail so, until {@link #recover()}. */
    public AutotaskStub failAlways(String endpoint, StubFault fault) {
        lasting.put(endpoint, fault);
        return this;
    }

    /** Every call fails so, discovery excepted. */
    public AutotaskStub failAlways(StubFault fault) {
        return failAlways(ANY, fault);
    }

    /** No more faults, no delay. */
    public AutotaskStub recover() {
        faults.clear();
        lasting.clear();
        delay = Duration.ZERO;
        return this;
    }

    /** Every answer takes that long. */
    public AutotaskStub delay(Duration each) {
        this.delay = each;
        return this;
    }

    /** What discovery names as {@code url}, to the letter. */
    public AutotaskStub zoneUrl(String url) {
        this.zoneUrl = () -> url;
        return this;
    }

    /** The tenant moves: discovery names the other stub, and this one answers 401 from now on. */
    public AutotaskStub moveTo(AutotaskStub other) {
        this.zoneUrl = () -> other.baseUrl + "/ATServicesRest/";
        return failAlways(StubFault.status(401, ""));
    }

    // What was seen.

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(String endpoint) {
        return calls.stream().filter(call -> call.endpoint().equals(endpoint)).toList();
    }

    /** The most calls that were in flight at an endpoint at a time. */
    public int mostInFlight(String endpoint) {
        return mostInFlight.getOrDefault(endpoint, 0);
    }

    public AutotaskStub forgetCalls() {
        calls.clear();
        mostInFlight.clear();
        return this;
    }

    /** As new: no records, no faults, no calls. */
    public AutotaskStub reset() {
        tenant.reset();
        secret = SECRET;
        unlisted = API_USER;
        zoneUrl = () -> baseUrl + "/ATServicesRest/";
        return recover().forgetCalls();
    }

    @Override
    public void close() {
        server.stop();
    }

    private ResponseDefinitionBuilder answer(Request request) {
        String path = URI.create(request.getUrl()).getPath();
        boolean discovery = path.toLowerCase(Locale.ROOT).endsWith("/zoneinformation");
        String[] parts =
                path.length() > BASE.length() ? path.substring(BASE.length()).split("/", 2) : new String[] {""};
        String endpoint = discovery ? "zoneInformation" : parts[0];
        calls.add(new Call(
                request.getMethod().getName(),
                endpoint,
                path,
                Objects.requireNonNullElse(request.getBodyAsString(), ""),
                request.containsHeader("Secret")));
        StubFault fault = fault(endpoint, discovery);
        if (fault != null) {
            return fault.response();
        }
        if (discovery) {
            return known(request) ? StubTenant.json(tenant.zone(zoneUrl.get())) : tenant.unknownUser();
        }
        if (!signedIn(request)) {
            return StubFault.status(401, "").response();
        }
        return tenant.answer(
                endpoint,
                parts.length == 1 ? "" : parts[1],
                request.getBodyAsString(),
                (int) calls.stream().filter(Call::withCredentials).count(),
                baseUrl + BASE);
    }

    private StubFault fault(String endpoint, boolean discovery) {
        Deque<StubFault> next = faults.get(endpoint);
        if (next != null) {
            synchronized (next) {
                if (!next.isEmpty()) {
                    return next.poll();
                }
            }
        }
        return lasting.getOrDefault(endpoint, discovery ? null : lasting.get(ANY));
    }

    private static boolean known(Request request) {
        return request.queryParameter("user").isPresent()
                && request.queryParameter("user").firstValue().equalsIgnoreCase(API_USER);
    }

    private boolean signedIn(Request request) {
        String user = request.getHeader("UserName");
        return (API_USER.equalsIgnoreCase(user) || unlisted.equalsIgnoreCase(user))
                && secret.equals(request.getHeader("Secret"))
                && INTEGRATION_CODE.equals(request.getHeader("ApiIntegrationCode"));
    }

    private final class Answers implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            String endpoint =
                    event.getRequest().getUrl().replaceFirst("^" + BASE, "").replaceFirst("/.*", "");
            AtomicInteger counter = inFlight.computeIfAbsent(endpoint, _ -> new AtomicInteger());
            mostInFlight.merge(endpoint, counter.incrementAndGet(), Math::max);
            try {
                Thread.sleep(delay);
                return answer(event.getRequest()).build();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return StubFault.status(503, "").response().build();
            } finally {
                counter.decrementAndGet();
            }
        }

        @Override
        public String getName() {
            return "autotask";
        }
    }
}
