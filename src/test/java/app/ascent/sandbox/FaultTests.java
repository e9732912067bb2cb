package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Misbehaviour on demand, and that there is none without. */
class FaultTests extends SandboxTest {

    private static final String FIRST = "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1}]}";

    private void fault(String kind) {
        faults.use(Map.of("rules[0].path", "companies/query", "rules[0].kind", kind));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, 429, thread threshold",
        "RATE_LIMITED_SECONDS, 429, thread threshold",
        "RATE_LIMITED_DATE, 429, thread threshold",
        "SERVER_BUSY, 500, deadlocked",
        "NO_PERMISSION, 500, adequate permissions",
        "BAD_QUERY, 500, Unable to find",
        "BAD_INTEGRATION_CODE, 500, IntegrationCode",
        "UNAUTHORIZED, 401, ''",
        "BAD_GATEWAY, 502, <html>",
        "UNAVAILABLE, 503, <html>",
        "GATEWAY_TIMEOUT, 504, ''",
        "EMPTY, 200, ''",
        "HTML, 200, <html>",
        "ERRORS, 200, errors"
    })
    void failsOnceAsTold(String kind, int status, String text) throws IOException {
        fault(kind);

        var failed = post(API + "/Companies/query", FIRST);
        var next = post(API + "/Companies/query", FIRST);

        assertThat(failed.statusCode()).isEqualTo(status);
        assertThat(failed.body()).contains(text);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(json(next).get("items")).hasSize(420);
    }

    @Test
    void saysWhenToComeBack() throws IOException {
        faults.use(Map.of(
                "retry-after",
                "90s",
                "rules[0].kind",
                "RATE_LIMITED_SECONDS",
                "rules[1].first",
                "2",
                "rules[1].kind",
                "RATE_LIMITED_DATE"));

        assertThat(get(API + "/Version").headers().firstValue("Retry-After")).hasValue("90");
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
        assertThat(get(API + "/Version").headers().firstValue("Retry-After")).hasValue(date);
    }

    @Test
    void closesTheConnectionBeforeAnAnswer() throws IOException {
        fault("RESET");

        assertThatThrownBy(() -> post(API + "/Companies/query", FIRST)).isInstanceOf(IOException.class);
        assertThat(post(API + "/Companies/query", FIRST).statusCode()).isEqualTo(200);
        assertThat(log.calls().getFirst().status()).isZero();
    }

    @Test
    void closesTheConnectionInTheMiddleOfAnAnswer() throws IOException {
        fault("TRUNCATED");

        assertThatThrownBy(() -> post(API + "/Companies/query", FIRST)).isInstanceOf(IOException.class);
        assertThat(post(API + "/Companies/query", FIRST).statusCode()).isEqualTo(200);
    }

    @Test
    void answersLate() throws IOException {
        faults.use(Map.of("hang", "300ms", "latency", "50ms", "rules[0].kind", "HANG"));

        long begin = System.nanoTime();
        var late = get(API + "/Version");
        long took = System.nanoTime() - begin;

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(took).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(350));
    }

    @Test
    void failsTheCallsOfARuleAndNoOthers() throws IOException {
        faults.use(Map.of(
                "rules[0].path", "CONTACTS",
                "rules[0].first", "2",
                "rules[0].times", "2",
                "rules[0].kind", "UNAVAILABLE"));
        List<Integer> contacts = new ArrayList<>();
        List<Integer> companies = new ArrayList<>();

        for (int i = 0; i < 5; i++) {
            contacts.add(post(API + "/Contacts/query/count", FIRST).statusCode());
            companies.add(post(API + "/Companies/query/count", FIRST).statusCode());
        }

        assertThat(contacts).containsExactly(200, 503, 503, 200, 200);
        assertThat(companies).containsOnly(200);
    }

    @Test
    void failsByChanceTheSameWayForTheSameSeed() throws IOException {
        Map<String, String> plan = Map.of("seed", "7", "rate", "0.3", "kinds", "SERVER_BUSY,BAD_GATEWAY,EMPTY");

        List<Integer> once = statuses(plan);
        List<Integer> twice = statuses(plan);
        Map<String, String> other = new HashMap<>(plan);
        other.put("seed", "8");

        assertThat(once).isEqualTo(twice).contains(200, 500, 502).isNotEqualTo(statuses(other));
    }

    private List<Integer> statuses(Map<String, String> plan) throws IOException {
        faults.use(plan);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            statuses.add(get(API + "/Version").statusCode());
        }
        return statuses;
    }

    @Test
    void movesTheTenantToAnotherZone() throws IOException {
        faults.use(Map.of("moves-after", "2"));
        String zone = "/sandbox/atservicesrest/v1.0/zoneInformation?user=practice@sandbox.example";
        String moved = "/sandbox/zone2/ATServicesRest/V1.0/Version";

        assertThat(get(moved).statusCode()).isEqualTo(401);
        assertThat(get(API + "/Version").statusCode()).isEqualTo(200);
        assertThat(get(API + "/Version").statusCode()).isEqualTo(401);
        Zone now = zone(zone);
        assertThat(now.url()).endsWith("/sandbox/zone2/ATServicesRest/");
        assertThat(now.ci()).isEqualTo(90_001);
        assertThat(get(moved).statusCode()).isEqualTo(200);
        JsonNode page = json(
                post(now.url() + "V1.0/Companies/query", FIRST.replace("{\"filter", "{\"MaxRecords\":9,\"filter")));
        assertThat(page.get("pageDetails").get("nextPageUrl").asString())
                .contains("/sandbox/zone2/ATServicesRest/V1.0/");
    }

    private record Zone(String url, int ci) {}

    private Zone zone(String path) throws IOException {
        var zone = json(call("GET", path, null, Map.of()));
        return new Zone(zone.get("url").asString(), zone.get("ci").asInt());
    }

    @Test
    void hidesAThirdFromARestrictedUserWithoutAWord() throws IOException {
        faults.use(Map.of("access.contacts", "2"));

        long seen = count("Contacts", "{\"op\":\"exist\",\"field\":\"id\"}");
        var page = query("Contacts", "{\"MaxRecords\":10,\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1}]}");
        var all = List.of(31L, 54L, 77L, 100L, 123L, 146L, 169L, 192L, 215L);

        assertThat(seen).isBetween(1_500L, 1_950L);
        assertThat(access("Contacts")).isEqualTo("Restricted");
        assertThat(access("Companies")).isEqualTo("All");
        long hidden =
                all.stream().filter(id -> !ids(page).contains(id)).findFirst().orElseThrow();
        assertThat(get(API + "/Contacts/" + hidden).body()).isEqualTo("{\"item\":null}");
        assertThat(count("Companies", "{\"op\":\"exist\",\"field\":\"id\"}")).isEqualTo(420);
    }

    private String access(String entity) throws IOException {
        return json(get(API + "/" + entity + "/entityInformation"))
                .get("info")
                .get("userAccessForQuery")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/query", "/query/count"})
    void refusesAUserWithoutRights(String call) throws IOException {
        faults.use(Map.of("access.companies", "0"));

        HttpResponse<String> refused = post(API + "/Companies" + call, FIRST);

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(error(refused)).contains("adequate permissions");
        assertThat(access("Companies")).isEqualTo("None");
    }

    @Test
    void answersInTheVariantsNobodyCouldConfirm() throws IOException {
        faults.use(Map.of(
                "variants",
                "MISSING_FILTER_400,MISSING_ID_404,COLLECTION_404,DATES_WITHOUT_ZONE,LOWER_CASE_MAX_RECORDS"));

        assertThat(post(API + "/Companies/query", "{}").statusCode()).isEqualTo(400);
        assertThat(get(API + "/Companies/175").statusCode()).isEqualTo(404);
        assertThat(get(API + "/Companies").statusCode()).isEqualTo(404);
        var item = json(get(API + "/Companies/174")).get("item");
        assertThat(item.get("lastActivityDate").asString()).doesNotEndWith("Z");
        assertThat(query("Companies", "{\"MaxRecords\":2," + FIRST.substring(1)).get("items"))
                .hasSize(420);
        assertThat(query("Companies", "{\"maxRecords\":2," + FIRST.substring(1)).get("items"))
                .hasSize(2);
    }

    @Test
    void letsThreeCallsToAnEntityRunAtATime() throws IOException {
        faults.use(Map.of("latency", "700ms"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> contacts = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                contacts.add(CompletableFuture.supplyAsync(() -> status("/Contacts/31"), threads));
            }
            var company = CompletableFuture.supplyAsync(() -> status("/Companies/0"), threads);

            Map<Integer, Integer> byStatus = new LinkedHashMap<>();
            contacts.forEach(answer -> byStatus.merge(answer.join(), 1, Integer::sum));

            assertThat(byStatus).isEqualTo(Map.of(200, 3, 429, 2));
            assertThat(company.join()).isEqualTo(200);
        }
        faults.use(Map.of());
        Awaitility.await()
                .untilAsserted(() -> assertThat(status("/Contacts/31")).isEqualTo(200));
    }

    private int status(String path) {
        try {
            return get(API + path).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
