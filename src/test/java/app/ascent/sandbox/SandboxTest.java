package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.sandbox.faults.FaultPlan;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the practice tenant over HTTP, as a client does. Each test finds it as it was at the start. */
@SpringBootTest(
        classes = SandboxServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ascent.sandbox.enabled=true", "ascent.sandbox.threshold=1000", "ascent.sandbox.delay-scale=0"})
abstract class SandboxTest {

    static final Map<String, String> CREDENTIALS = Map.of(
            "UserName", "practice@sandbox.example",
            "Secret", "practice-secret",
            "ApiIntegrationCode", "PRACTICE-INTEGRATION-CODE27");
    /** The condition that every record meets. */
    static final String ALL = "{\"op\":\"exist\",\"field\":\"id\"}";

    static final String API = "/sandbox/ATServicesRest/V1.0";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Faults faults;

    @Autowired
    Tenant tenant;

    @Autowired
    CallLog log;

    @Autowired
    SteppingClock clock;

    @BeforeEach
    void startAnew() {
        faults.use(FaultPlan.none());
        for (Entity entity : Entity.values()) {
            tenant.table(entity).reset();
        }
        clock.advance(Duration.ofHours(2));
        log.clear();
    }

    String address(String path) {
        return path.startsWith("http") ? path : "http://127.0.0.1:" + port + path;
    }

    HttpResponse<String> call(String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(address(path))).method(method, publisher);
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        return call("GET", path, null, CREDENTIALS);
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(CREDENTIALS);
        headers.put("Content-Type", "application/json");
        return call("POST", path, body, headers);
    }

    /** Queries by POST and expects an answer. */
    JsonNode query(String entity, String search) throws IOException {
        var response = post(API + "/" + entity + "/query", search);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    long count(String entity, String filter) throws IOException {
        return json(post(API + "/" + entity + "/query/count", "{\"filter\":[" + filter + "]}"))
                .get("queryCount")
                .asLong();
    }

    /** Every record that fits, page after page, by the addresses of the answers. */
    List<JsonNode> read(String entity, int size, String filter) throws IOException {
        String search = "{\"MaxRecords\":" + size + ",\"filter\":[" + filter + "]}";
        List<JsonNode> items = new ArrayList<>();
        String next = API + "/" + entity + "/query";
        while (next != null) {
            JsonNode page = json(post(next, search));
            page.get("items").forEach(items::add);
            JsonNode address = page.at("/pageDetails/nextPageUrl");
            next = address.isNull() ? null : address.asString();
        }
        return items;
    }

    static List<Long> idsOf(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").asLong()).toList();
    }

    /** And counts them; by pages of seven, too. */
    void findsExactly(String entity, String filter, Predicate<JsonNode> wanted) throws IOException {
        List<Long> expected = read(entity, 500, ALL).stream()
                .filter(wanted)
                .map(item -> item.get("id").asLong())
                .toList();

        assertThat(expected).isNotEmpty().isSorted();
        assertThat(idsOf(read(entity, 7, filter))).isEqualTo(expected);
        assertThat(count(entity, filter)).isEqualTo(expected.size());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<Long> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asLong())
                .toList();
    }

    static String error(HttpResponse<String> response) {
        return json(response).get("errors").get(0).asString();
    }
}
