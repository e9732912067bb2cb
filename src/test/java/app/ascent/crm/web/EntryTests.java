package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What becomes of entered values when somebody else was faster, or when the record may be there already. */
@CrmWebTest
class EntryTests {

    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"(opened|seen)\" value=\"([^\"]*)\"");
    private static final Pattern TOKEN =
            Pattern.compile("value=\"([0-9a-f]{8})\" name=\"choice.(\\w+)\"( checked=\"checked\")?");

    private final Visitors visitors;
    private final ClientImports clients;
    private final ContactImports contacts;
    private final JdbcClient jdbc;
    private final UUID northwind = Samples.id();
    private final UUID ana = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    EntryTests(Visitors visitors, ClientImports clients, ContactImports contacts, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.contacts = contacts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithAClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(
                organization,
                List.of(Samples.fresh(northwind, 1, Samples.client("Northwind Ltd.", "C-1042", "+44 117"))),
                true);
        contacts.save(
                organization,
                List.of(Samples.fresh(
                        ana, 7, Samples.contact(new ClientId(northwind), "Ana", "Müller", "ana@northwind.example"))),
                true);
    }

    @Test
    void showsBothValuesOfWhatTwoPeopleChanged() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "theirs", "city", "Their city");

        MvcTestResult late = save(Map.of(
                "name",
                "Northwind Ltd.",
                "phone",
                "mine",
                "city",
                "",
                "fax",
                "my fax",
                "version",
                "0",
                "opened",
                opened));

        String page = body(late);
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(page)
                .contains("Somebody else changed this record", "href=\"#clash-phone\"", "href=\"#clash-city\"")
                .contains("Keep yours: <b>mine</b>", "Take theirs: ", "<b>theirs</b>", "<b>Their city</b>")
                .contains("value=\"my fax\"", "name=\"version\" value=\"1\"")
                .doesNotContain("clash-fax", "clash-name", "??");
        Matcher choice = TOKEN.matcher(page);
        assertThat(choice.find()).isTrue();
        assertThat(choice.group(2)).isEqualTo("phone");
        assertThat(choice.group(3)).as("both changed it").isNull();
        assertThat(choice.find()).isTrue();
        assertThat(choice.group(2)).isEqualTo("city");
        assertThat(choice.group(3)).as("left alone here").isNotNull();
        assertThat(stored("phone")).isEqualTo("theirs");
    }

    @Test
    void savesWhatWasChosenFieldByField() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "theirs", "city", "Their city");
        String page = body(
                save(Map.of("name", "Northwind Ltd.", "phone", "mine", "city", "", "version", "0", "opened", opened)));
        Matcher city = TOKEN.matcher(page);
        while (city.find() && !city.group(2).equals("city")) {
            // the next one
        }

        MvcTestResult saved = save(Map.of(
                "name",
                "Northwind Ltd.",
                "phone",
                "mine",
                "city",
                "",
                "version",
                "1",
                "opened",
                field(page, "opened"),
                "choice.phone",
                "mine",
                "choice.city",
                city.group(1)));

        assertThat(saved).hasRedirectedUrl("/clients/" + northwind);
        assertThat(stored("phone")).isEqualTo("mine");
        assertThat(stored("city")).isEqualTo("Their city");
    }

    @Test
    void takesWhatWasTypedAfterTheChoice() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "theirs", "city", "Their city");
        String page = body(save(Map.of("name", "Northwind Ltd.", "phone", "mine", "version", "0", "opened", opened)));
        Matcher phone = TOKEN.matcher(page);
        assertThat(phone.find()).isTrue();

        save(Map.of("name", "Northwind Ltd.", "phone", "typed on", "version", "1", "choice.phone", phone.group(1)));

        assertThat(stored("phone")).isEqualTo("typed on");
    }

    @Test
    void asksNothingWhereAllThatDiffersWasEnteredHere() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "same for both", "city", "same city");

        MvcTestResult saved = save(Map.of(
                "name", "Mine", "phone", "same for both", "city", "same city", "version", "0", "opened", opened));

        assertThat(saved).hasRedirectedUrl("/clients/" + northwind);
        assertThat(stored("name")).isEqualTo("Mine");
    }

    @Test
    void showsBothValuesOfAContact() {
        String opened = opened("/contacts/" + ana + "/edit");
        UUID contoso = Samples.id();
        clients.save(organization, List.of(Samples.fresh(contoso, 5, Samples.client("Contoso"))), true);
        owner.post()
                .uri("/contacts/" + ana + "/client")
                .param("client", contoso.toString())
                .exchange();

        MvcTestResult late = owner.post()
                .uri("/contacts/" + ana)
                .param("lastName", "Berg")
                .param("clientId", northwind.toString())
                .param("version", "0")
                .param("opened", opened)
                .exchange();

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late))
                .contains("clash-clientId", "<b>Northwind Ltd.</b>", "<b>Contoso</b>", "value=\"Berg\"")
                .doesNotContain("clash-lastName");
    }

    @Test
    void keepsWhatWasEnteredForARecordThatIsGone() {
        jdbc.sql("delete from crm_contact where id = ?").param(ana).update();

        MvcTestResult late = owner.post()
                .uri("/contacts/" + ana)
                .param("lastName", "Typed long")
                .param("clientId", northwind.toString())
                .param("version", "0")
                .exchange();

        assertThat(late).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(late)).contains("deleted meanwhile", "value=\"Typed long\"", "action=\"/contacts\"");
    }

    @ParameterizedTest
    @CsvSource({"Northwind Ltd., ''", "'  NORTHWIND   ltd ', ''", "'Northwind, Ltd', ''", "Another, c-1042"})
    void warnsOfAClientThatMayBeThereAndAddsItAllTheSame(String name, String number) {
        MvcTestResult warned = owner.post()
                .uri("/clients")
                .param("name", name)
                .param("number", number)
                .param("notes", "kept")
                .exchange();

        assertThat(warned).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(warned))
                .contains("This may be in Ascent already", "/clients/" + northwind, "C-1042", "kept")
                .contains("Add it all the same");
        assertThat(clientCount()).isEqualTo(1);

        assertThat(owner.post()
                        .uri("/clients")
                        .param("name", name)
                        .param("number", number)
                        .param("seen", field(body(warned), "seen")))
                .hasStatus3xxRedirection();
        assertThat(clientCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"Somebody, ANA@northwind.example, ''", "Muller, '', Ana"})
    void warnsOfAContactThatMayBeThere(String lastName, String email, String firstName) {
        MvcTestResult warned = owner.post()
                .uri("/contacts")
                .param("clientId", northwind.toString())
                .param("lastName", lastName)
                .param("firstName", firstName)
                .param("email", email)
                .exchange();

        assertThat(warned).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(warned)).contains("This may be in Ascent already", "/contacts/" + ana);
    }

    @Test
    void warnsOfNothingWhereNothingIsAlike() {
        assertThat(owner.post().uri("/clients").param("name", "Northwind")).hasStatus3xxRedirection();
        assertThat(owner.post()
                        .uri("/contacts")
                        .param("clientId", northwind.toString())
                        .param("lastName", "Mül")
                        .param("email", "na@northwind.example"))
                .hasStatus3xxRedirection();
    }

    private void others(String one, String first, String another, String second) {
        owner.post()
                .uri("/clients/" + northwind)
                .param("name", "Northwind Ltd.")
                .param("number", "C-1042")
                .param(one, first)
                .param(another, second)
                .param("version", "0")
                .exchange();
    }

    private MvcTestResult save(Map<String, String> form) {
        var request = owner.post().uri("/clients/" + northwind).param("number", "C-1042");
        form.forEach(request::param);
        return request.exchange();
    }

    private String opened(String address) {
        return field(body(owner.get().uri(address).exchange()), "opened");
    }

    private static String field(String page, String name) {
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        throw new AssertionError("No " + name);
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + " from crm_client where id = ?")
                .param(northwind)
                .query(String.class)
                .single();
    }

    private long clientCount() {
        return jdbc.sql("select count(*) from crm_client where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
