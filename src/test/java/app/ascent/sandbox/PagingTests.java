package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Walking through all records: by the addresses of pages, and by id. */
class PagingTests extends SandboxTest {

    private static final String TWO_HUNDRED =
            "{\"MaxRecords\":200,\"filter\":[{\"op\":\"gte\",\"field\":\"id\",\"value\":0}]}";

    private static String next(JsonNode page) {
        return page.get("pageDetails").get("nextPageUrl").asString("");
    }

    private static String previous(JsonNode page) {
        return page.get("pageDetails").get("prevPageUrl").asString("");
    }

    @Test
    void leadsFromPageToPageOfAPostedQueryByPost() throws IOException {
        JsonNode first = query("Companies", TWO_HUNDRED);
        JsonNode second = json(post(next(first), TWO_HUNDRED));
        JsonNode third = json(post(next(second), TWO_HUNDRED));

        List<Long> ids = new ArrayList<>(ids(first));
        ids.addAll(ids(second));
        ids.addAll(ids(third));
        assertThat(ids).hasSize(420).isSorted().doesNotHaveDuplicates();
        assertThat(third.get("pageDetails"))
                .isEqualTo(json(
                        """
                {"count":20,"requestCount":200,"prevPageUrl":"%s","nextPageUrl":null}"""
                                .formatted(previous(third))));
        assertThat(next(first))
                .startsWith("http://127.0.0.1:" + port + "/sandbox/ATServicesRest/V1.0/Companies/query/next?paging=")
                .contains("%22previousIds%22%3A%5B-1%5D")
                .doesNotContain("search");
    }

    @Test
    void refusesToLeadOnByGetWhatBeganByPost() throws IOException {
        var response = get(next(query("Companies", TWO_HUNDRED)));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body())
                .isEqualTo("{\"Message\":\"The requested resource does not support http method 'GET'.\"}");
    }

    @Test
    void leadsOnByGetWhatBeganByGet() throws IOException {
        JsonNode first = json(get(API + "/Companies/query?search=" + encode(TWO_HUNDRED)));
        JsonNode second = json(get(next(first)));
        JsonNode third = json(get(next(second)));

        assertThat(next(first)).contains("&search=%7B%22MaxRecords%22");
        assertThat(ids(third)).hasSize(20);
    }

    @Test
    void leadsBack() throws IOException {
        JsonNode first = query("Companies", TWO_HUNDRED);
        JsonNode second = json(post(next(first), TWO_HUNDRED));
        JsonNode third = json(post(next(second), TWO_HUNDRED));

        JsonNode secondAgain = json(post(previous(third), TWO_HUNDRED));
        JsonNode firstAgain = json(post(previous(secondAgain), TWO_HUNDRED));

        assertThat(ids(secondAgain)).isEqualTo(ids(second));
        assertThat(firstAgain).isEqualTo(first);
        assertThat(previous(first)).isEmpty();
    }

    @Test
    void givesNoNextPageBehindAPageThatIsJustFull() throws IOException {
        String search = "{\"MaxRecords\":4,\"filter\":[{\"op\":\"lte\",\"field\":\"id\",\"value\":211}]}";

        JsonNode page = query("Companies", search);

        assertThat(ids(page)).containsExactly(0L, 137L, 174L, 211L);
        assertThat(next(page)).isEmpty();
    }

    @Test
    void repeatsAPageToTheLetter() throws IOException {
        String search = "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":30685000}]}";

        assertThat(post(API + "/Contacts/query", search).body())
                .isEqualTo(post(API + "/Contacts/query", search).body());
    }

    @Test
    void goesOnBehindAnyId() throws IOException {
        List<Long> ids = new ArrayList<>();
        long last = -1;
        JsonNode page;
        do {
            page = query("Contacts", "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":" + last + "}]}");
            ids.addAll(ids(page));
            last = ids.getLast();
        } while (!next(page).isEmpty());

        assertThat(ids).hasSize(2600).isSorted().doesNotHaveDuplicates();
        assertThat(count("Contacts", "{\"op\":\"exist\",\"field\":\"id\"}")).isEqualTo(2600);
        assertThat(ids.getLast()).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void countsWhatAPageBringsWhenRecordsAreAddedEditedAndRemoved() throws IOException {
        faults.use(Map.of(
                "changes[0].entity", "contacts",
                "changes[0].kind", "append",
                "changes[0].count", "7",
                "changes[1].entity", "Contacts",
                "changes[1].kind", "remove",
                "changes[1].ids", "31,54",
                "changes[2].entity", "Contacts",
                "changes[2].kind", "edit",
                "changes[2].at", "30684000",
                "changes[2].ids", "30684001"));
        String title =
                json(get(API + "/Contacts/30684001")).get("item").get("title").asString("");

        JsonNode first =
                query("Contacts", "{\"MaxRecords\":5,\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1}]}");
        var unchanged = json(get(API + "/Contacts/30684001")).get("item");
        JsonNode behind = json(post(next(query("Contacts", TWO_HUNDRED)), TWO_HUNDRED));
        var edited = json(get(API + "/Contacts/30684001")).get("item");

        assertThat(ids(first)).startsWith(77L);
        assertThat(ids(behind)).isNotEmpty();
        assertThat(unchanged.get("title").asString("")).isEqualTo(title);
        assertThat(edited.get("title").asString()).endsWith("(acting)");
        assertThat(edited.get("lastModifiedDate").asString()).startsWith("2026-10-28");
        assertThat(count("Contacts", "{\"op\":\"exist\",\"field\":\"id\"}")).isEqualTo(2605);
    }

    @Test
    void changesWhenAQueryItselfBeginsBehindTheId() throws IOException {
        faults.use(Map.of(
                "changes[0].entity", "Companies",
                "changes[0].at", "174",
                "changes[0].kind", "APPEND",
                "changes[0].count", "3"));

        query("Companies", "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":173}]}");
        long before = count("Companies", "{\"op\":\"exist\",\"field\":\"id\"}");
        query("Companies", "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":174}]}");
        long behind = count("Companies", "{\"op\":\"exist\",\"field\":\"id\"}");

        assertThat(before).isEqualTo(420);
        assertThat(behind).isEqualTo(423);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?paging=", "?paging=nonsense", "?paging=%7B%22pageSize%22%3A900%7D"})
    void refusesPagingItDidNotGive(String parameters) throws IOException {
        var response = post(API + "/Companies/query/next" + parameters, TWO_HUNDRED);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(error(response)).contains("paging token");
    }
}
