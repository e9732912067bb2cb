package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@CrmWebTest
class ClientApiTests {

    private static final String CLIENTS = "/api/v1/clients";

    private final Visitors visitors;
    private final ClientImports imports;
    private final JdbcClient jdbc;
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    ClientApiTests(Visitors visitors, ClientImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwner() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
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

    @Test
    void tellsWhereAnImportedClientCameFrom() {
        UUID id = imported("Northwind", 174);

        assertThat(owner.get().uri(CLIENTS + "/" + id))
                .bodyJson()
                .extractingPath("$.source")
                .isEqualTo(Map.of("system", "AUTOTASK", "database", 91234, "id", "174"));
    }

    @Test
    void knowsAnEditByHandFromNone() {
        UUID id = imported("Northwind", 174);

        put(id.toString(), "{\"name\": \"Northwind\"}");
        assertThat(row(id)).containsEntry("edited", false).containsEntry("version", 0L);

        put(id.toString(), "{\"name\": \"Northwind\", \"phone\": \"117\"}");
        assertThat(row(id)).containsEntry("edited", true).containsEntry("version", 1L);
    }

    @Test
    void remembersThatAPersonChoseTheParent() {
        UUID child = imported("Child", 1);
        UUID parent = imported("Parent", 2);

        assertThat(put(child.toString(), "{\"name\": \"Child\", \"parentId\": \"" + parent + "\"}"))
                .hasStatusOk();

        assertThat(row(child))
                .containsEntry("parent_id", parent)
                .containsEntry("parent_chosen", true)
                .containsEntry("edited", false);
    }

    @Test
    void refusesACircleOfParents() {
        String top = created("{\"name\": \"Top\"}");
        String middle = created("{\"name\": \"Middle\", \"parentId\": \"" + top + "\"}");
        String bottom = created("{\"name\": \"Bottom\", \"parentId\": \"" + middle + "\"}");

        for (String below : List.of(top, middle, bottom)) {
            assertThat(put(top, "{\"name\": \"Top\", \"parentId\": \"" + below + "\"}"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyJson()
                    .extractingPath("$.errors[*].field")
                    .asArray()
                    .containsExactly("parentId");
        }
    }

    @Test
    void keepsAnImportedTextThatIsNoWebAddress() {
        UUID id = imported("Northwind", 174);
        jdbc.sql("update crm_client set website = 'see notes' where id = ?")
                .param(id)
                .update();

        assertThat(put(id.toString(), "{\"name\": \"Northwind Ltd\", \"website\": \"see notes\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.website")
                .isEqualTo("see notes");
    }

    @Test
    void deletesAClientThatNothingHangsOn() {
        String id = created("{\"name\": \"Northwind\"}");

        assertThat(owner.delete().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(owner.get().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(total("search=northwind")).isZero();
    }

    @Test
    void keepsAClientThatHasContactsOrClientsBelowIt() {
        String parent = created("{\"name\": \"Parent\"}");
        String child = created("{\"name\": \"Child\", \"parentId\": \"" + parent + "\"}");
        owner.post()
                .uri("/api/v1/contacts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"clientId\": \"" + child + "\", \"lastName\": \"Berg\"}")
                .exchange();

        assertThat(owner.delete().uri(CLIENTS + "/" + parent))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("It has 1 client below it. Move or delete them first.");
        assertThat(owner.delete().uri(CLIENTS + "/" + child))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/client-in-use");
    }

    @Test
    void showsNothingOfAnotherOrganization() {
        String id = created("{\"name\": \"Northwind\"}");
        MockMvcTester stranger = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(stranger.get().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.delete().uri(CLIENTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.put()
                        .uri(CLIENTS + "/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Stolen\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.get().uri(CLIENTS + "?search=north"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(stranger.post()
                        .uri(CLIENTS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Child\", \"parentId\": \"" + id + "\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsOwnersAndAdminsDelete(Role role) {
        String id = created("{\"name\": \"Northwind\"}");
        MockMvcTester member = visitors.member(organization, role);

        assertThat(member.get().uri(CLIENTS + "/" + id)).hasStatusOk();
        assertThat(member.delete().uri(CLIENTS + "/" + id))
                .hasStatus(role == Role.MEMBER ? HttpStatus.FORBIDDEN : HttpStatus.NO_CONTENT);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(visitors.stranger().get().uri(CLIENTS)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void leavesAnEntryForEachChange() {
        String parent = created("{\"name\": \"Group\"}");
        String id = created("{\"name\": \"Northwind\", \"type\": \"LEAD\"}");
        put(id, "{\"name\": \"Northwind\", \"type\": \"PARTNER\", \"parentId\": \"" + parent + "\"}");
        put(id, "{\"name\": \"Northwind\", \"type\": \"PARTNER\", \"parentId\": \"" + parent + "\"}");
        owner.delete().uri(CLIENTS + "/" + id).exchange();

        List<Map<String, Object>> entries = jdbc.sql(
                        "select action, entity_name, changes::text from audit_entry where entity_id = ? order by at, id")
                .param(id)
                .query()
                .listOfRows();

        assertThat(entries).extracting(entry -> entry.get("action")).containsExactly("CREATE", "UPDATE", "DELETE");
        assertThat(entries.get(1).get("changes"))
                .asString()
                .contains("\"Lead\"", "\"Partner\"", "\"Parent client\"", "\"Group\"")
                .doesNotContain("Northwind");
    }

    private String created(String body) {
        MvcTestResult created = post(body);
        assertThat(created).hasStatus(HttpStatus.CREATED);
        return read(created, "$.id");
    }

    private MvcTestResult post(String body) {
        return owner.post()
                .uri(CLIENTS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String id, String body) {
        return owner.put()
                .uri(CLIENTS + "/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private List<String> ids(String query) {
        return read(owner.get().uri(CLIENTS + "?" + query).exchange(), "$.items[*].id");
    }

    private int total(String query) {
        return read(owner.get().uri(CLIENTS + "?" + query).exchange(), "$.total");
    }

    private static <T> T read(MvcTestResult result, String path) {
        return JsonPath.read(
                new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8),
                path);
    }

    private UUID imported(String name, long sourceId) {
        UUID id = Samples.id();
        ClientFields fields = Samples.client(name);
        imports.save(organization, List.of(Samples.fresh(id, sourceId, fields)), true);
        return id;
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from crm_client where id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
