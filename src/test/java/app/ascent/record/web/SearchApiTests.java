package app.ascent.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The search over all kinds of record, as programs use it. */
class SearchApiTests extends SearchTest {

    private static final String SEARCH = "/api/v1/search";

    private final CountedStatements statements;

    @Autowired
    SearchApiTests(CountedStatements statements) {
        this.statements = statements;
    }

    @Test
    void findsRecordsOfAllKindsAndSaysWhoseTheyAre() {
        everyKind();

        MvcTestResult found = find(reader, "tamarind");

        assertThat(texts(found, "$.items[*].kind"))
                .containsExactly(
                        "clients", "contacts", "tickets", "assets", "contracts", "projects", "tasks", "time-entries");
        assertThat(texts(found, "$.items[*].title"))
                .containsExactly(
                        "Tamarind Foods",
                        "Anna Tamarind",
                        "Tamarind printer",
                        "tamarind-srv",
                        "Tamarind support",
                        "Tamarind renewal",
                        "Rack it at Tamarind",
                        "Drove to Tamarind");
        assertThat(texts(found, "$.items[*].subtitle"))
                .containsExactly(
                        "",
                        "anna@tamarind.example · Tamarind Foods",
                        "TKT-260409-0001 · Tamarind Foods",
                        "Tamarind Foods",
                        "Tamarind Foods",
                        "PRJ-2602004 · P20260203.0002 · Tamarind Foods",
                        "T20260203.0007 · Tamarind renewal",
                        "9 Apr 2026 · Zoë Lindqvist · Tamarind Foods");
    }

    @Test
    void putsAnExactOldNumberFirstAcrossKinds() {
        UUID client = client("T20260409.0042 Holding");
        UUID asset = asset(client, "T20260409.0042", null);
        UUID ticket = ticket(client, "Printer", "TKT-260409-0001", "T20260409.0042");
        from("desk_ticket", ticket, 8_123);

        MvcTestResult found = find(reader, "t20260409.0042");

        assertThat(texts(found, "$.items[*].id"))
                .containsExactly(ticket.toString(), client.toString(), asset.toString());
        assertThat(found).bodyJson().extractingPath("$.items[0].source.id").isEqualTo("8123");
        assertThat(found).bodyJson().extractingPath("$.items[0].source.number").isEqualTo("T20260409.0042");
        assertThat(found).bodyJson().extractingPath("$.items[1].source").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TKT-260409-0042, tickets",
        "prj-2602004, projects",
        "7xk2p93, assets",
        "C-1042, clients",
        "8123, tasks",
        "#8123, tasks"
    })
    void findsByAWholeNumberOfWhateverKind(String typed, String kind) {
        UUID client = client("Northwind", "C-1042");
        ticket(client, "Printer", "TKT-260409-0042", null);
        asset(client, "FJH-SRV-02", "7XK2P93");
        from("project_task", task(project(client, "Renewal"), "Rack it"), 8_123);
        client("About TKT-260409-0042, PRJ-2602004, 7xk2p93, C-1042 and 8123");

        assertThat(texts(find(reader, typed), "$.items[*].kind"))
                .startsWith(kind)
                .hasSizeGreaterThan(1);
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

    @Test
    void asksOnlyKindsThatOneMayRead() {
        everyKind();

        MockMvcTester some = visitors.allowed(organization, "clients.read", "tickets.read");

        assertThat(texts(find(some, "tamarind"), "$.items[*].kind")).containsExactly("clients", "tickets");
        assertThat(texts(find(visitors.allowed(organization), "tamarind"), "$.items[*].kind"))
                .isEmpty();
        assertThat(find(visitors.stranger(), "tamarind")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void findsNothingOfAnotherOrganization() {
        everyKind();
        from("crm_client", client("Tamarind Foods", "C-7"), 8_123);
        jdbc.sql("update crm_client_search set settled = true where organization_id = ?")
                .param(organization.value())
                .update();

        MockMvcTester other = visitors.allowed(visitors.organization(), ALL);

        for (String typed : List.of("tamarind", "TKT-260409-0001", "C-7", "8123")) {
            assertThat(texts(find(other, typed), "$.items[*].id")).as(typed).isEmpty();
            assertThat(texts(find(reader, typed), "$.items[*].id")).as(typed).isNotEmpty();
        }
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

    @Test
    void asksAsOftenForManyAsForOne() {
        everyKind();
        int one = statements.during(() -> find(reader, "tamarind"));
        IntStream.range(0, 4).forEach(_ -> {
            UUID client = client("Tamarind Foods");
            ticket(
                    client,
                    "Tamarind printer",
                    "TKT-" + UUID.randomUUID().toString().substring(0, 8),
                    null);
            time(client, "Drove to Tamarind");
        });

        assertThat(statements.during(() -> find(reader, "tamarind")))
                .isEqualTo(one)
                .isLessThanOrEqualTo(12);
    }

    private void everyKind() {
        UUID client = client("Tamarind Foods");
        contact(client, "Tamarind");
        contract(client, "Tamarind support");
        asset(client, "tamarind-srv", null);
        task(project(client, "Tamarind renewal"), "Rack it at Tamarind");
        ticket(client, "Tamarind printer", "TKT-260409-0001", null);
        time(client, "Drove to\nTamarind");
    }

    private static MvcTestResult find(MockMvcTester who, String typed) {
        return who.get().uri(SEARCH + "?q={typed}", typed).exchange();
    }

    private static List<String> texts(MvcTestResult found, String path) {
        assertThat(found).hasStatusOk();
        return JsonPath.read(new String(found.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), path);
    }
}
