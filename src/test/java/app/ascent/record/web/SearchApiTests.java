package app.ascent.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The search over all kinds of record, as programs use it. */
class SearchApiTests extends SearchTest {

    private static final String SEARCH = "/api/v1/search";

    @Test
    void putsAnExactOldNumberFirstAcrossKinds() {
        UUID client = client("P20260203.0002 Holding");
        UUID asset = asset(client, "P20260203.0002", null);
        UUID project = project(client, "Renewal");
        from("project", project, 8_123);

        MvcTestResult found = find(reader, "p20260203.0002");

        assertThat(texts(found, "$.items[*].id"))
                .containsExactly(project.toString(), client.toString(), asset.toString());
        assertThat(found).bodyJson().extractingPath("$.items[0].kind").isEqualTo("projects");
        assertThat(found).bodyJson().extractingPath("$.items[0].title").isEqualTo("Renewal");
        assertThat(found)
                .bodyJson()
                .extractingPath("$.items[0].subtitle")
                .isEqualTo("PRJ-2602004 · P20260203.0002 · P20260203.0002 Holding");
        assertThat(found).bodyJson().extractingPath("$.items[0].source.id").isEqualTo("8123");
        assertThat(found).bodyJson().extractingPath("$.items[0].source.number").isEqualTo("P20260203.0002");
        assertThat(found).bodyJson().extractingPath("$.items[1].source").isNull();
    }

    @Test
    void asksWhoIsThere() {
        assertThat(find(visitors.stranger(), "tamarind")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void answersAtMostFiveOfAKindThoseOfThatNameFirst() {
        IntStream.range(0, 7).forEach(number -> client("Northwind " + number));
        UUID northwind = client("The Northwind");
        UUID itself = client("northwind");

        List<String> found = texts(find(reader, "Northwind"), "$.items[*].id");

        assertThat(found).hasSize(5).startsWith(itself.toString()).doesNotContain(northwind.toString());
    }

    /** Of what fits thousands of records, those are shown that come first in the kind's order, and no other's. */
    @Test
    void findsTheFirstOfVeryMany() {
        jdbc.sql(
                        """
                        insert into crm_client (organization_id, id, name, type, status, created_at, updated_at, name_key, sort_key)
                        select ?, gen_random_uuid(), 'Zeta ' || n, 'CUSTOMER', 'ACTIVE', now(), now(), n::text, 'zeta ' || n
                        from generate_series(8000, 6501, -1) as n
                        """)
                .param(organization.value())
                .update();
        jdbc.sql(
                        """
                        insert into crm_client_search (organization_id, id, search_text, settled, changed_at)
                        select organization_id, id, ' ' || sort_key, true, now() from crm_client where organization_id = ?
                        order by sort_key desc
                        """)
                .param(organization.value())
                .update();

        assertThat(texts(find(reader, "zeta"), "$.items[*].title"))
                .containsExactly("Zeta 6501", "Zeta 6502", "Zeta 6503", "Zeta 6504", "Zeta 6505");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_c", "c:\\temp", "o'neil", "\"quoted\"", "100% \\"})
    void takesEveryCharacterForItself(String typed) {
        client("100% a_c c:\\temp O'Neil \"quoted\" \\");
        client("100 abc c:temp oneil quoted");

        assertThat(texts(find(reader, typed), "$.items[*].title"))
                .containsExactly("100% a_c c:\\temp O'Neil \"quoted\" \\");
    }

    @Test
    void refusesWhatIsTooShortOrTooLong() {
        assertThat(find(reader, "x".repeat(200))).hasStatusOk();
        for (String typed : List.of("", " ", "a", "x".repeat(201), "many words ".repeat(91))) {
            MvcTestResult refused = find(reader, typed);

            assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("q");
        }
        assertThat(reader.get().uri(SEARCH)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(find(reader, "x".repeat(1_000)))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Send 200 characters or fewer.");
    }

    private static MvcTestResult find(MockMvcTester who, String typed) {
        return who.get().uri(SEARCH + "?q={typed}", typed).exchange();
    }

    private static List<String> texts(MvcTestResult found, String path) {
        assertThat(found).hasStatusOk();
        return JsonPath.read(new String(found.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), path);
    }
}
