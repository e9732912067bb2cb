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
    private static final Pattern TOKEN = Pattern.compile(
            "value=\"([0-9a-f]{8})\"[^>]* name=\"choice.phone\"|name=\"choice.phone\"[^>]* value=\"([0-9a-f]{8})\"");

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
    void showsBothValuesOfWhatTwoPeopleChangedAndTakesOverTheRest() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "theirs", "city", "Their city");

        MvcTestResult late = save(late(opened, "fax", "my fax"));

        String page = body(late);
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(page)
                .contains("Somebody else changed this record", "href=\"#clash-phone\"")
                .contains("Keep yours:", "<b>mine</b>", "Take theirs:", "<b>theirs</b>")
                .contains("value=\"my fax\"", "name=\"version\" value=\"1\"")
                .contains("name=\"city\" value=\"Their city\"")
                .doesNotContain("clash-city", "clash-fax", "clash-name", "??");
        assertThat(stored("phone")).isEqualTo("theirs");
    }

    @Test
    void savesWhatTheFormShowsOnceItWasDecided() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "theirs", "city", "Their city");
        String page = body(save(late(opened, "fax", "my fax")));

        MvcTestResult saved = save(Map.of(
                "name",
                "Northwind Ltd.",
                "phone",
                "mine",
                "city",
                "Their city",
                "fax",
                "my fax",
                "version",
                "1",
                "opened",
                field(page, "opened"),
                "choice.phone",
                phoneToken(page)));

        assertThat(saved).hasRedirectedUrl("/clients/" + northwind);
        assertThat(stored("phone")).isEqualTo("theirs");
        assertThat(stored("city")).isEqualTo("Their city");
        assertThat(stored("fax")).isEqualTo("my fax");
    }

    @Test
    void savesAtOnceWhereTheOtherChangedOnlyWhatWasLeftAloneHere() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "+44 117", "city", "Their city");

        MvcTestResult saved = save(late(opened, "notes", "my notes"));

        assertThat(saved).hasRedirectedUrl("/clients/" + northwind);
        assertThat(stored("phone")).isEqualTo("mine");
        assertThat(stored("notes")).isEqualTo("my notes");
        assertThat(stored("city"))
                .as("not written over with what the form held")
                .isEqualTo("Their city");
    }

    @Test
    void listsEveryDifferenceWhereTheFormDoesNotSayWhatItHeld() {
        others("phone", "theirs", "city", "Their city");

        MvcTestResult late = save(late("", "fax", ""));

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late)).contains("clash-phone", "clash-city", "name=\"city\" value=\"\"");
    }

    @Test
    void takesWhatWasTypedAfterTheChoice() {
        String opened = opened("/clients/" + northwind + "/edit");
        others("phone", "theirs", "city", "Their city");
        String page = body(save(Map.of("name", "Northwind Ltd.", "phone", "mine", "version", "0", "opened", opened)));

        save(Map.of("name", "Northwind Ltd.", "phone", "typed on", "version", "1", "choice.phone", phoneToken(page)));

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
    void keepsAContactWhereItWasMovedMeanwhile() {
        String opened = opened("/contacts/" + ana + "/edit");
        UUID contoso = client("Contoso", 5);
        move(contoso);

        MvcTestResult late = renamed(opened, northwind);

        assertThat(late).hasRedirectedUrl("/contacts/" + ana);
        assertThat(clientOfAna()).as("the form did not touch it").isEqualTo(contoso);
    }

    @Test
    void showsBothClientsOfAContactThatTwoPeopleMoved() {
        String opened = opened("/contacts/" + ana + "/edit");
        move(client("Contoso", 5));

        MvcTestResult late = renamed(opened, client("Fabrikam", 6));

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late))
                .contains("clash-clientId", "<b>Fabrikam</b>", "<b>Contoso</b>", "value=\"Berg\"")
                .doesNotContain("clash-lastName");
    }

    private UUID client(String name, long source) {
        UUID client = Samples.id();
        clients.save(organization, List.of(Samples.fresh(client, source, Samples.client(name))), true);
        return client;
    }

    private void move(UUID client) {
        owner.post()
                .uri("/contacts/" + ana + "/client")
                .param("client", client.toString())
                .exchange();
    }

    private MvcTestResult renamed(String opened, UUID client) {
        return owner.post()
                .uri("/contacts/" + ana)
                .param("firstName", "Ana")
                .param("lastName", "Berg")
                .param("email", "ana@northwind.example")
                .param("clientId", client.toString())
                .param("version", "0")
                .param("opened", opened)
                .exchange();
    }

    private UUID clientOfAna() {
        return jdbc.sql("select client_id from crm_contact where id = ?")
                .param(ana)
                .query(UUID.class)
                .single();
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

    /** A form that was opened before others saved, with a phone of its own. */
    private static Map<String, String> late(String opened, String field, String value) {
        return Map.of(
                "name", "Northwind Ltd.", "phone", "mine", "city", "", "version", "0", "opened", opened, field, value);
    }

    private static String phoneToken(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1) == null ? token.group(2) : token.group(1);
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
