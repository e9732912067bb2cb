package app.ascent.crm.web;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
class ContactApiTests {

    private static final String CONTACTS = "/api/v1/contacts";

    private final Visitors visitors;
    private final ClientImports clients;
    private final ContactImports imports;
    private final JdbcClient jdbc;
    private final ClientId northwind = new ClientId(Samples.id());
    private final ClientId contoso = new ClientId(Samples.id());
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    ContactApiTests(Visitors visitors, ClientImports clients, ContactImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerAndTwoClients() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(
                organization,
                List.of(
                        Samples.fresh(northwind.value(), 1, Samples.client("Northwind")),
                        Samples.fresh(contoso.value(), 2, Samples.client("Contoso"))),
                true);
    }

    /** Programs rely on these names, and on nothing else being said. */
    @Test
    void answersWithTheseFields() throws UnsupportedEncodingException {
        MvcTestResult created = post("\"firstName\": \"Ana\", \"lastName\": \"Müller\"");

        assertThat(JsonMapper.shared()
                        .readTree(created.getResponse().getContentAsString())
                        .propertyNames())
                .containsExactlyInAnyOrder(
                        "additionalAddress",
                        "address1",
                        "address2",
                        "alternatePhone",
                        "city",
                        "clientId",
                        "country",
                        "createdAt",
                        "email",
                        "extension",
                        "facebook",
                        "fax",
                        "firstName",
                        "id",
                        "jobTitle",
                        "lastName",
                        "linkedIn",
                        "marketingOptOut",
                        "middleName",
                        "mobile",
                        "notes",
                        "otherEmails",
                        "phone",
                        "postalCode",
                        "prefix",
                        "primary",
                        "receivesEmailNotifications",
                        "room",
                        "source",
                        "state",
                        "status",
                        "suffix",
                        "twitter",
                        "updatedAt",
                        "version");
    }

    @Test
    void createsAContactAndSaysWhereItIs() {
        MvcTestResult created = post(
                """
                "firstName": "Ana", "lastName": " Müller ", "email": "ana@northwind.example",
                "otherEmails": ["a@northwind.example", "b@northwind.example"], "linkedIn": "linkedin.com/in/ana"
                """);

        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(owner.get().uri(created.getResponse().getHeader("Location")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"clientId": "%s", "firstName": "Ana", "lastName": "Müller", "email": "ana@northwind.example",
                         "otherEmails": ["a@northwind.example", "b@northwind.example"], "status": "ACTIVE",
                         "primary": false, "receivesEmailNotifications": true, "marketingOptOut": false,
                         "linkedIn": "https://linkedin.com/in/ana", "phone": null, "source": null, "version": 0}
                        """
                                .formatted(northwind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "firstName": "Ana"                                          | lastName
                    "lastName": "%101"                                          | lastName
                    "lastName": "A", "jobTitle": "%151"                         | jobTitle
                    "lastName": "A", "email": "nobody"                          | email
                    "lastName": "A", "email": "a@b@c"                           | email
                    "lastName": "A", "email": "a b@c"                           | email
                    "lastName": "A", "email": "@c"                              | email
                    "lastName": "A", "otherEmails": ["x"]                       | otherEmails
                    "lastName": "A", "otherEmails": ["a@b","c@d","e@f","g@h","i@j","k@l"] | otherEmails
                    "lastName": "A", "status": "GONE"                           | status
                    "lastName": "A", "twitter": "ftp://x"                       | twitter
                    "lastName": "A", "clientId": null                           | clientId
                    "lastName": "A", "clientId": "0190b6a4-0000-7000-8000-000000000000" | clientId
                    """)
    void refusesWhatIsNotInOrder(String fields, String field) {
        assertThat(post(LongTexts.in(fields)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .isEqualTo(List.of(field));
    }

    @ParameterizedTest
    @CsvSource({
        "search=muller, Ana",
        "search=ana%20mull, Ana",
        "search=NORTHWIND.EX, Ana",
        "search=second@, Ana",
        "search=7700-900, Bo",
        "search=nobody, ",
        "status=INACTIVE, Bo",
    })
    void findsWhatFitsTheFilters(String query, String firstName) {
        created(
                """
                "firstName": "Ana", "lastName": "Müller", "email": "ana@northwind.example",
                "otherEmails": ["second@elsewhere.example"]
                """);
        created(
                "\"firstName\": \"Bo\", \"lastName\": \"Berg\", \"mobile\": \"+44 7700 900456\", \"status\": \"INACTIVE\"");

        assertThat(owner.get().uri(URI.create(CONTACTS + "?" + query)))
                .bodyJson()
                .extractingPath("$.items[*].firstName")
                .isEqualTo(firstName == null ? List.of() : List.of(firstName));
    }

    @Test
    void listsTheContactsOfAClient() {
        created("\"lastName\": \"Here\"");
        created("\"lastName\": \"There\", \"clientId\": \"" + contoso + "\"");

        assertThat(owner.get().uri(CONTACTS + "?clientId=" + contoso))
                .bodyJson()
                .extractingPath("$.items[*].lastName")
                .isEqualTo(List.of("There"));
        assertThat(owner.get().uri(CONTACTS))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
    }

    @Test
    void movesThePrimaryPlaceToWhomAPersonNames() {
        String first = created("\"lastName\": \"First\", \"primary\": true");
        String second = created("\"lastName\": \"Second\", \"primary\": true");

        assertThat(primaries()).containsExactly("Second");
        put(first, "\"lastName\": \"First\", \"primary\": true");
        assertThat(primaries()).containsExactly("First");
        assertThat(owner.get().uri("/api/v1/clients/" + northwind))
                .bodyJson()
                .extractingPath("$.primaryContactId")
                .isEqualTo(first);
        assertThat(chosen(northwind)).isTrue();
        assertThat(owner.get().uri(CONTACTS + "/" + second))
                .bodyJson()
                .extractingPath("$.primary")
                .isEqualTo(false);
    }

    @Test
    void takesAPrimaryContactAlongWhenToldSo() {
        created("\"lastName\": \"There\", \"primary\": true, \"clientId\": \"" + contoso + "\"");
        String mover = created("\"lastName\": \"Mover\", \"primary\": true");

        assertThat(put(mover, "\"lastName\": \"Mover\", \"primary\": true, \"clientId\": \"" + contoso + "\""))
                .hasStatusOk();

        assertThat(primaries()).containsExactly("Mover");
    }

    @Test
    void keepsAPersonsChoiceThroughAnImport() {
        UUID claimant = Samples.id();
        UUID other = Samples.id();
        imports.save(
                organization,
                List.of(
                        Samples.fresh(claimant, 1, Samples.claimant(northwind, "Claimant")),
                        Samples.fresh(other, 2, Samples.contact(northwind, null, "Other", null))),
                true);
        imports.electPrimaries(organization, new ContactImports.Electorate(SYSTEM, DATABASE, 0, 1), false);
        assertThat(primaries()).containsExactly("Claimant");

        put(other.toString(), "\"lastName\": \"Other\", \"primary\": true");
        ContactImports.Election election =
                imports.electPrimaries(organization, new ContactImports.Electorate(SYSTEM, DATABASE, 0, 1), false);

        assertThat(primaries()).containsExactly("Other");
        assertThat(election.kept()).containsExactly(1L);
    }

    @Test
    void makesNoChoiceOfAPrimaryContactThatLeaves() {
        String id = created("\"lastName\": \"Leaver\"");
        jdbc.sql("update crm_contact set is_primary = true where id = ?")
                .param(UUID.fromString(id))
                .update();

        put(id, "\"lastName\": \"Leaver\", \"primary\": true, \"status\": \"INACTIVE\"");

        assertThat(primaries()).isEmpty();
        assertThat(chosen(northwind)).isFalse();
    }

    @Test
    void remembersThatAPersonWantsNobody() {
        String id = created("\"lastName\": \"Primary\"");
        jdbc.sql("update crm_contact set is_primary = true where id = ?")
                .param(UUID.fromString(id))
                .update();

        put(id, "\"lastName\": \"Primary\", \"primary\": false");

        assertThat(primaries()).isEmpty();
        assertThat(chosen(northwind)).isTrue();
    }

    @Test
    void knowsAnEditByHandFromNone() {
        UUID id = Samples.id();
        imports.save(
                organization,
                List.of(Samples.fresh(id, 7, Samples.contact(northwind, null, "Berg", "b@northwind.example"))),
                true);

        put(id.toString(), "\"lastName\": \"Berg\", \"email\": \"b@northwind.example\"");
        assertThat(row(id)).containsEntry("edited", false).containsEntry("version", 0L);

        put(id.toString(), "\"lastName\": \"Berg\"");
        assertThat(row(id)).containsEntry("edited", true).containsEntry("email", null);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        String id = created("\"lastName\": \"Berg\"");
        put(id, "\"lastName\": \"Berge\", \"version\": 0");

        assertThat(put(id, "\"lastName\": \"Bergen\", \"version\": 0")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void showsNothingOfAnotherOrganization() {
        String id = created("\"lastName\": \"Berg\"");
        OrganizationId elsewhere = visitors.organization();
        MockMvcTester stranger = visitors.member(elsewhere, Role.OWNER);

        assertThat(stranger.get().uri(CONTACTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.delete().uri(CONTACTS + "/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.get().uri(CONTACTS + "?clientId=" + northwind))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(stranger.post()
                        .uri(CONTACTS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"clientId\": \"" + northwind + "\", \"lastName\": \"Spy\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsOwnersAndAdminsDelete(Role role) {
        String id = created("\"lastName\": \"Berg\"");

        assertThat(visitors.member(organization, role).delete().uri(CONTACTS + "/" + id))
                .hasStatus(role == Role.MEMBER ? HttpStatus.FORBIDDEN : HttpStatus.NO_CONTENT);
        assertThat(owner.get().uri(CONTACTS + "/" + id))
                .hasStatus(role == Role.MEMBER ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    @Test
    void leavesAnEntryInWordsForEachChange() {
        String id = created("\"lastName\": \"Berg\"");
        put(id, "\"lastName\": \"Berg\", \"primary\": true, \"clientId\": \"" + contoso + "\", \"jobTitle\": \"Chef\"");

        assertThat(jdbc.sql("select changes::text from audit_entry where entity_id = ? and action = 'UPDATE'")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains(
                        "\"Job title\"",
                        "\"Chef\"",
                        "\"Client\"",
                        "\"Northwind\"",
                        "\"Contoso\"",
                        "\"Primary contact\"")
                .doesNotContain("Berg");
    }

    private String created(String fields) {
        MvcTestResult created = post(fields);
        assertThat(created).hasStatus(HttpStatus.CREATED);
        return JsonPath.read(new String(created.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), "$.id");
    }

    private MvcTestResult post(String fields) {
        return owner.post()
                .uri(CONTACTS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(fields))
                .exchange();
    }

    private MvcTestResult put(String id, String fields) {
        return owner.put()
                .uri(CONTACTS + "/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(fields))
                .exchange();
    }

    /** At Northwind, unless the fields name a client. */
    private String body(String fields) {
        return fields.contains("clientId")
                ? "{" + fields + "}"
                : "{\"clientId\": \"" + northwind + "\", " + fields + "}";
    }

    private List<String> primaries() {
        return jdbc.sql("select last_name from crm_contact where organization_id = ? and is_primary")
                .param(organization.value())
                .query(String.class)
                .list();
    }

    private boolean chosen(ClientId client) {
        return jdbc.sql("select primary_chosen from crm_client where id = ?")
                .param(client.value())
                .query(Boolean.class)
                .single();
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from crm_contact where id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
