package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientImports;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

class ClientApiTests extends ClientApiTest {

    @Autowired
    ClientApiTests(Visitors visitors, ClientImports imports, JdbcClient jdbc) {
        super(visitors, imports, jdbc);
    }

    /** Programs rely on these names, and on nothing else being said. */
    @Test
    void answersWithTheseFields() throws UnsupportedEncodingException {
        MvcTestResult created = post("{\"name\": \"Northwind\"}");

        assertThat(JsonMapper.shared()
                        .readTree(created.getResponse().getContentAsString())
                        .propertyNames())
                .containsExactlyInAnyOrder(
                        "accountManagerId",
                        "additionalAddress",
                        "address1",
                        "address2",
                        "alternatePhone",
                        "billingAdditionalAddress",
                        "billingAddress1",
                        "billingAddress2",
                        "billingAttention",
                        "billingCity",
                        "billingCountry",
                        "billingPostalCode",
                        "billingState",
                        "city",
                        "country",
                        "createdAt",
                        "fax",
                        "id",
                        "industry",
                        "name",
                        "notes",
                        "number",
                        "parentId",
                        "phone",
                        "postalCode",
                        "primaryContactId",
                        "secondAlternatePhone",
                        "source",
                        "state",
                        "status",
                        "taxExempt",
                        "taxId",
                        "territory",
                        "type",
                        "updatedAt",
                        "version",
                        "website");
    }

    @Test
    void createsAClientAndSaysWhereItIs() {
        MvcTestResult created = post(
                """
                {"name": " Northwind ", "number": "C-1", "website": "northwind.example", "taxExempt": true,
                 "city": "Bristol", "billingAttention": "Accounts"}
                """);

        assertThat(created).hasStatus(HttpStatus.CREATED);
        String location = created.getResponse().getHeader("Location");
        assertThat(owner.get().uri(location))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"name": "Northwind", "number": "C-1", "type": "CUSTOMER", "status": "ACTIVE", "taxExempt": true,
                         "website": "https://northwind.example", "city": "Bristol", "billingAttention": "Accounts",
                         "parentId": null, "primaryContactId": null, "source": null, "phone": null, "version": 0}
                        """);
    }

    @Test
    void replacesAllFields() {
        String id = created("{\"name\": \"Northwind\", \"phone\": \"117\", \"type\": \"LEAD\"}");

        MvcTestResult replaced = put(id, "{\"name\": \"Northwind Ltd\", \"status\": \"INACTIVE\"}");

        assertThat(replaced)
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"name": "Northwind Ltd", "phone": null, "type": "CUSTOMER", "status": "INACTIVE", "version": 1}
                        """);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        String id = created("{\"name\": \"Northwind\"}");
        put(id, "{\"name\": \"Northwind Ltd\", \"version\": 0}");

        assertThat(put(id, "{\"name\": \"Northwind AG\", \"version\": 0}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/changed-meanwhile");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                     | name
                    {"name": " "}                                          | name
                    {"name": "%201"}                                       | name
                    {"name": "A", "number": "%51"}                         | number
                    {"name": "A", "postalCode": "%31"}                     | postalCode
                    {"name": "A", "notes": "%10001"}                       | notes
                    {"name": "A", "type": "FRIEND"}                        | type
                    {"name": "A", "status": "active"}                      | status
                    {"name": "A", "website": "ftp://northwind.example"}    | website
                    {"name": "A", "website": "not an address"}             | website
                    {"name": "A", "website": "javascript:alert(1)"}        | website
                    {"name": "A", "parentId": "x"}                         | parentId
                    {"name": "A", "parentId": "0190b6a4-0000-7000-8000-000000000000"}          | parentId
                    {"name": "A", "accountManagerId": "0190b6a4-0000-7000-8000-000000000000"}  | accountManagerId
                    {"name": "A", "taxExempt": "maybe"}                    | taxExempt
                    """)
    void refusesWhatIsNotInOrder(String body, String field) {
        MvcTestResult refused = post(LongTexts.in(body));

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly(field);
        assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("/problems/invalid-input");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .isNotBlank();
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(post("{\"type\": \"FRIEND\", \"website\": \"ftp://x\"}"))
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("name", "type", "website");
    }

    @Test
    void acceptsTextsThatJustFit() {
        assertThat(post(LongTexts.in("{\"name\": \"%200\", \"notes\": \"%10000\"}")))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void listsEverythingByNameWithoutAFilter() {
        created("{\"name\": \"Zebra\", \"status\": \"INACTIVE\"}");
        created("{\"name\": \"Łódzkie\"}");
        created("{\"name\": \"müller\"}");
        created("{\"name\": \"Ærø\"}");

        assertThat(owner.get().uri(CLIENTS))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"page\": 0, \"size\": 25, \"total\": 4}")
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Ærø", "Łódzkie", "müller", "Zebra");
    }

    @ParameterizedTest
    @CsvSource({
        "search=zeb, Zebra",
        "search=MULLER, Müller",
        "search=c-10, Müller",
        "search=117%20496, Zebra",
        "search=0117-496, Zebra",
        "search=bra%20zeb, Zebra",
        "search=%25, ",
        "search=mu, Müller",
        "search=bra.example, Zebra",
        "status=INACTIVE, Zebra",
        "type=PARTNER, Müller",
        "search=e&type=LEAD, ",
    })
    void findsWhatFitsTheFilters(String query, String names) {
        created(
                "{\"name\": \"Zebra\", \"status\": \"INACTIVE\", \"phone\": \"+44 (117) 496-0000\", \"website\": \"zebra.example\"}");
        created("{\"name\": \"Müller\", \"number\": \"C-1042\", \"type\": \"PARTNER\"}");

        assertThat(owner.get().uri(URI.create(CLIENTS + "?" + query)))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .isEqualTo(names == null ? List.of() : List.of(names));
    }

    @Test
    void findsItUnderItsNewNameAlone() {
        String id = created("{\"name\": \"Northwind\"}");
        put(id, "{\"name\": \"Southwind\"}");

        assertThat(total("search=northwind")).isZero();
        assertThat(total("search=southwind")).isOne();
    }

    @Test
    void pagesWithoutLosingARecord() {
        for (int i = 0; i < 7; i++) {
            created("{\"name\": \"Same name\"}");
        }

        List<String> first = ids("size=4");
        List<String> second = ids("size=4&page=1");

        assertThat(first).hasSize(4).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(3);
        assertThat(total("size=4&page=9")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"size=501", "size=0", "page=-1", "type=FRIEND", "status=GONE", "size=x"})
    void refusesAListThatMakesNoSense(String query) {
        assertThat(owner.get().uri(CLIENTS + "?" + query)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<String> ids(String query) {
        return read(owner.get().uri(CLIENTS + "?" + query).exchange(), "$.items[*].id");
    }
}
