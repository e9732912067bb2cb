package app.ascent.autotask;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import app.ascent.autotask.client.Access;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data of a stubbed tenant, and its answers where nothing fails. */
final class StubTenant {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(-?\\d+)");
    private static final Pattern OWNER = Pattern.compile("\"(?!id\")[a-z]\\w*ID\"");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, NavigableMap<Long, String>> records = new ConcurrentHashMap<>();
    private final Map<String, String> fields = new ConcurrentHashMap<>();
    private final Map<String, Access> access = new ConcurrentHashMap<>();
    private final Map<String, Integer> withheld = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private volatile boolean lists = true;
    private volatile PageForm form = PageForm.USUAL;
    private volatile int longest = 500;
    private final Map<String, String> rights = new ConcurrentHashMap<>();
    private volatile boolean numbers;
    private volatile int limit;
    private volatile int others;
    private volatile long database;

    StubTenant() {
        reset();
    }

    void reset() {
        records.clear();
        fields.clear();
        access.clear();
        withheld.clear();
        files.clear();
        lists = true;
        form = PageForm.USUAL;
        longest = 500;
        rights.clear();
        numbers = false;
        StubFields.ENTITIES.forEach(this::of);
        limit = 10_000;
        others = 250;
        database = 91_234;
    }

    long database() {
        return database;
    }

    void database(long number) {
        database = number;
    }

    void put(String entity, String json) {
        Matcher id = ID.matcher(json);
        if (!id.find()) {
            throw new IllegalArgumentException("A record needs an id: " + json);
        }
        put(entity, Long.parseLong(id.group(1)), json);
    }

    void put(String entity, long id, String json) {
        of(entity).put(id, json);
    }

    void remove(String entity, long id) {
        of(entity).remove(id);
    }

    void fields(String entity, String json) {
        fields.put(entity, json);
    }

    void pages(PageForm look) {
        form = look;
    }

    void longestPage(int count) {
        longest = count;
    }

    void withhold(String entity, int count) {
        withheld.put(entity, count);
    }

    void access(String entity, Access right) {
        access.put(entity, right);
    }

    void right(String entity, String json) {
        rights.put(entity, json);
    }

    void numbers() {
        numbers = true;
    }

    void quota(int newLimit, int newOthers) {
        limit = newLimit;
        others = newOthers;
    }

    String zone(String url) {
        return """
                {"zoneName":"Stub (English)","url":"%s","webUrl":"%s","ci":%d}"""
                .formatted(url, url.replaceFirst("/ATServicesRest/?$", "/"), database);
    }

    ResponseDefinitionBuilder unknownUser() {
        return json("{\"errors\":[\"Zone information could not be determined\"]}")
                .withStatus(500);
    }

    ResponseDefinitionBuilder answer(String endpoint, String rest, String body, int calls, String base) {
        if (endpoint.equals("ThresholdInformation")) {
            return json(
                    """
                    {"externalRequestThreshold":%d,"requestThresholdTimeframe":60,"currentTimeframeRequestCount":%d}"""
                            .formatted(limit, others + calls));
        }
        String file = files.get(endpoint + "/" + rest);
        if (file != null) {
            return json(file);
        }
        NavigableMap<Long, String> all = records.get(endpoint);
        if (all == null || rest.contains("/Attachments/")) {
            return json("{\"Message\":\"No HTTP resource was found that matches the request URI.\"}")
                    .withStatus(404);
        }
        if (rest.startsWith("query") && !demanded(endpoint, body)) {
            return json("{\"errors\":[\"A filter on an owning object is required. Invalid query syntax.\"]}")
                    .withStatus(500);
        }
        return switch (rest) {
            case "query" -> page(endpoint, all, JSON.readTree(body), base);
            case "query/count" ->
                json("{\"queryCount\":%d}"
                        .formatted(wanted(all, JSON.readTree(body)).count() + withheld.getOrDefault(endpoint, 0)));
            case "entityInformation" -> information(endpoint);
            case "entityInformation/fields" -> json(fields.getOrDefault(endpoint, StubFields.of(endpoint)));
            default ->
                json("{\"Message\":\"The requested resource does not support this.\"}")
                        .withStatus(405);
        };
    }

    /** Of files nobody tells but of those of records that are named, and where a tenant knows no lists, of one of them. */
    private boolean demanded(String endpoint, String body) {
        return !endpoint.equals("AttachmentInfo") || OWNER.matcher(body).find() && (lists || !body.contains("\"in\""));
    }

    void file(String path, String answer) {
        files.put(path, answer);
    }

    void noLists() {
        lists = false;
    }

    private ResponseDefinitionBuilder page(String entity, NavigableMap<Long, String> all, JsonNode query, String base) {
        int size = query.path("MaxRecords").asInt(500);
        if (size < 1 || size > 500) {
            return json("{\"errors\":[\"maxCountOfRecordsToReturn must be between 1 and 500\"]}")
                    .withStatus(500);
        }
        int longestNow = form == PageForm.WITHOUT_DETAILS ? 200 : Math.min(size, longest);
        List<Map.Entry<Long, String>> found =
                wanted(all, query).limit(longestNow + 1L).toList();
        boolean more = found.size() > longestNow;
        List<Map.Entry<Long, String>> page = more ? found.subList(0, longestNow) : found;
        if (form != PageForm.USUAL) {
            return odd(page, more, base + entity);
        }
        String next = more
                ? "\"%s%s/query/next?paging=%%7B%%22nextIds%%22%%3A%%5B%d%%5D%%7D\""
                        .formatted(base, entity, page.getLast().getKey())
                : "null";
        return json(
                """
                {"items":[%s],"pageDetails":{"count":%d,"requestCount":%d,"prevPageUrl":null,"nextPageUrl":%s}}"""
                        .formatted(
                                String.join(
                                        ",",
                                        page.stream().map(Map.Entry::getValue).toList()),
                                page.size(),
                                size,
                                next));
    }

    private ResponseDefinitionBuilder odd(List<Map.Entry<Long, String>> page, boolean more, String address) {
        List<String> records = page.stream().map(Map.Entry::getValue).toList();
        String items = "[" + String.join(",", form == PageForm.BACKWARDS ? records.reversed() : records) + "]";
        String next = more && form != PageForm.NEVER_A_NEXT ? "\"" + address + "/query/next?paging=x\"" : "null";
        return switch (form) {
            case WITHOUT_DETAILS -> json("{\"items\":" + items + "}");
            case NO_LIST_WHEN_EMPTY -> json(pageOf(page.isEmpty() ? "null" : items, page.size(), next));
            default -> json(pageOf(items, page.size(), next));
        };
    }

    private static String pageOf(String items, int count, String next) {
        return "{\"items\":%s,\"pageDetails\":{\"count\":%d,\"requestCount\":500,\"nextPageUrl\":%s}}"
                .formatted(items, count, next);
    }

    /** Ascending; what lies below a first condition on the id is not looked at, so that many pages stay cheap. */
    private static Stream<Map.Entry<Long, String>> wanted(NavigableMap<Long, String> all, JsonNode query) {
        JsonNode conditions = query.path("filter");
        JsonNode first = conditions.path(0);
        boolean above = first.path("field").asString("").equals("id")
                && first.path("op").asString("").startsWith("gt");
        var filter = new StubFilter(conditions);
        return (above ? all.tailMap(first.path("value").asLong(), true) : all)
                .entrySet().stream().filter(entry -> filter.accepts(entry.getKey(), entry.getValue()));
    }

    private ResponseDefinitionBuilder information(String entity) {
        String said = rights.get(entity);
        if (said == null) {
            said = switch (access.getOrDefault(entity, Access.ALL)) {
                case NONE -> numbers ? "0" : "\"None\"";
                case ALL -> numbers ? "1" : "\"All\"";
                case RESTRICTED -> numbers ? "2" : "\"Restricted\"";
                case UNCLEAR -> "\"Partial\"";
            };
        }
        return json(
                """
                {"info":{"name":"%s","canQuery":true,"userAccessForQuery":%s,"hasUserDefinedFields":true}}"""
                        .formatted(entity, said));
    }

    private NavigableMap<Long, String> of(String entity) {
        return records.computeIfAbsent(entity, _ -> new ConcurrentSkipListMap<>());
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(body);
    }
}
