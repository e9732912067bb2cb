package app.ascent.assets.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.contracts.ContractImports;
import app.ascent.contracts.ContractSamples;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@CrmWebTest
class AssetPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("UTC"));

    private final Visitors visitors;
    private final ClientImports clients;
    private final ContractImports contracts;
    private final JdbcClient jdbc;
    private final UUID northwind = Samples.id();
    private final UUID care = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    AssetPagesTests(Visitors visitors, ClientImports clients, ContractImports contracts, JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.contracts = contracts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwnerWithAClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        jdbc.sql("update identity_organization set time_zone = 'UTC' where id = ?")
                .param(organization.value())
                .update();
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind & Söhne"))), true);
        contracts.save(
                organization,
                List.of(Samples.fresh(care, 2, ContractSamples.contract(new ClientId(northwind), "Care"))),
                true);
    }

    @Test
    void begins() {
        assertThat(text("/assets"))
                .contains("No assets yet", "/assets/new", "Import from Autotask")
                .doesNotContain("??");
        assertThat(text("/assets/new")).contains("Northwind &amp; Söhne", "/assets/new?client=" + northwind);
        assertThat(text("/assets/new?client=" + northwind))
                .contains("Of Northwind &amp; Söhne", "Choose a type", "type=\"date\"", "Care")
                .doesNotContain("??");
    }

    @Test
    void leadsFromTheFormToThePageAndTheList() {
        String page = created(Map.of("contractId", care.toString()));

        assertThat(text(page))
                .contains("<h1>FJH-SRV-02</h1>", "Server", "Dell PowerEdge R750", "7XK2P93", "Port office, rack 2")
                .contains("Two lines", "of notes", "Nothing is known yet.", "Care")
                .doesNotContain("??", "Related assets</h2>");
        assertThat(text("/assets"))
                .contains("FJH-SRV-02", "1–1 of 1 active asset")
                .doesNotContain("??");
        assertThat(text("/assets?clientName=northwind&sort=warranty"))
                .contains("Of Northwind &amp; Söhne", "aria-sort=\"ascending\"");
        assertThat(text(page + "/activity")).contains("Create");
        assertThat(text("/admin/audit-logs?entity=Asset")).contains("FJH-SRV-02");
    }

    /** Northwind is no vendor, and so not among those that are offered otherwise. */
    @Test
    void stillOffersWhatWasChosenBefore() {
        String page = created(Map.of("vendorId", northwind.toString()));

        assertThat(text(page + "/edit")).contains("<option value=\"%s\" selected=\"selected\">".formatted(northwind));
    }

    @Test
    void standsBehindTheContractsOfItsClient() {
        assertThat(text("/clients/" + northwind))
                .containsSubsequence("/contracts?status=any", "/assets?status=any", "/projects?status=any", "</nav>");
    }

    @Test
    void standsOnThePagesOfItsClientAndItsContract() {
        String page = created(Map.of("contractId", care.toString()));

        assertThat(text("/clients/" + northwind))
                .contains(page, "/assets?status=any&amp;client=" + northwind)
                .contains("/assets/new?client=" + northwind)
                .doesNotContain("??");
        assertThat(text("/contracts/" + care))
                .contains(page, "/assets?status=any&amp;contract=" + care)
                .doesNotContain("/assets/new", "??");
        assertThat(text("/assets?status=any&contract=" + care)).contains("Under the contract", "Care", "FJH-SRV-02");
        assertThat(text("/assets?status=any&contract=" + Samples.id())).doesNotContain("FJH-SRV-02");
    }

    @Test
    void remindsOfAWarrantyThatEnds() {
        String soon = created(Map.of("warrantyExpiration", TODAY.plusDays(26).toString()));
        String over = created(Map.of("warrantyExpiration", TODAY.minusDays(2).toString()));
        String later = created(Map.of("warrantyExpiration", TODAY.plusDays(31).toString()));

        assertThat(text(soon)).contains("Warranty ends on", "In 26 days.").doesNotContain("??");
        assertThat(text(over)).contains("Warranty ended on", "2 days ago.").doesNotContain("??");
        assertThat(text(later)).doesNotContain("Warranty ends", "Warranty ended");
        assertThat(text("/assets?warranty=EXPIRED"))
                .contains(over, "Warranty expired")
                .doesNotContain(soon, later);
        assertThat(text("/assets?warranty=WITHIN_30_DAYS")).contains(soon).doesNotContain(over, later);
    }

    @Test
    void goesOutOfUseAndBack() {
        String page = created(Map.of("warrantyExpiration", TODAY.toString()));

        assertThat(owner.post().uri(page + "/status").param("status", "INACTIVE"))
                .hasStatus3xxRedirection();

        assertThat(text(page)).contains("Inactive", "Activate").doesNotContain("Warranty ends");
        assertThat(text("/assets")).doesNotContain(page);
        assertThat(text("/assets?status=INACTIVE")).contains(page, "1–1 of 1 inactive asset");
        assertThat(text("/assets?search=srv")).contains("1 asset fits without the other filters", page);
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = owner.post()
                .uri("/assets")
                .param("clientId", northwind.toString())
                .param("name", "")
                .param("type", "SERVER")
                .param("status", "ACTIVE")
                .param("serialNumber", "7XK2P93")
                .param("warrantyExpiration", "soon")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains("Enter a name.", "Enter a date like 2026-04-19", "value=\"7XK2P93\"")
                .doesNotContain("??");
    }

    @Test
    void relatesAndPartsAssets() {
        String page = created(Map.of());
        String host = created(Map.of("name", "FJH-HV-01"));
        String twin = created(Map.of("name", "FJH-SRV-03"));
        assertThat(text(page + "/links"))
                .contains("This asset has no parent", "FJH-HV-01", "Make FJH-HV-01 the parent", "Relate FJH-SRV-03")
                .doesNotContain("??");

        link(page, "PARENT", host);
        link(page, "RELATE", twin);

        assertThat(text(page))
                .contains("Related assets", "FJH-HV-01", "FJH-SRV-03")
                .doesNotContain("??");
        assertThat(text(host)).contains("FJH-SRV-02", "Below it");
        assertThat(text(twin)).contains("FJH-SRV-02", "Related</td>");
        assertThat(text(page + "/links"))
                .contains("Remove FJH-HV-01", "Remove FJH-SRV-03")
                .doesNotContain("Relate FJH-SRV-03");
        assertThat(text(page + "/links?search=nowhere")).contains("No other assets fit this search.");

        link(page, "NO_PARENT", host);
        link(page, "PART", twin);

        assertThat(text(page)).doesNotContain("FJH-HV-01", "FJH-SRV-03");
        assertThat(text(page + "/activity")).contains("<b>Parent asset</b>", "<b>Related assets</b>");
    }

    @Test
    void tellsWhyALinkWasRefused() {
        String page = created(Map.of());
        String host = created(Map.of("name", "FJH-HV-01", "parentId", id(page)));

        MvcTestResult refused = owner.post()
                .uri(page + "/links")
                .param("deed", "PARENT")
                .param("other", id(host))
                .exchange();

        assertThat(refused).hasStatus3xxRedirection();
        assertThat(refused.getMvcResult().getFlashMap().toString())
                .contains("Choose an asset that is not below this one.");
    }

    private void link(String page, String deed, String other) {
        assertThat(owner.post().uri(page + "/links").param("deed", deed).param("other", id(other)))
                .hasStatus3xxRedirection();
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /** The form carries along what is chosen elsewhere. */
    @Test
    void editsWithoutLosingWhatIsRelated() {
        String page = created(Map.of());
        String twin = created(Map.of("name", "FJH-SRV-03"));
        link(page, "RELATE", twin);
        assertThat(text(page + "/edit"))
                .contains("value=\"7XK2P93\"", "name=\"relatedIds\" value=\"" + id(twin) + "\"")
                .doesNotContain("??");

        Map<String, String> form = form(Map.of("notes", "edited", "relatedIds", id(twin), "version", "1"));
        assertThat(owner.post().uri(page).formFields(MultiValueMap.fromSingleValue(form)))
                .hasStatus3xxRedirection();

        assertThat(text(page)).contains("edited", "FJH-SRV-03");
    }

    /** Who has the form open sees what others related meanwhile, by name. */
    @Test
    void letsWhoEditsDecideBetweenTwoThatAreRelated() {
        String page = created(Map.of());
        String mine = created(Map.of("name", "Mine"));
        String theirs = created(Map.of("name", "Theirs"));
        String opened =
                text(page + "/edit").split("name=\"opened\" value=\"")[1].split("\"")[0];
        link(page, "RELATE", theirs);

        Map<String, String> form = form(Map.of("relatedIds", id(mine), "version", "0", "opened", opened));
        MvcTestResult undecided = owner.post()
                .uri(page)
                .formFields(MultiValueMap.fromSingleValue(form))
                .exchange();

        assertThat(undecided).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(undecided))
                .contains("Related assets: changed by somebody else as well", "<b>Mine</b>", "<b>Theirs</b>")
                .doesNotContain("??");
    }

    @Test
    void deletes() {
        String page = created(Map.of());
        String machine = created(Map.of("name", "Machine", "parentId", id(page)));
        link(page, "RELATE", created(Map.of("name", "Twin")));
        assertThat(text(page + "/delete"))
                .contains("Delete FJH-SRV-02?", "1 asset below it", "1 related asset")
                .doesNotContain("??");

        assertThat(owner.post().uri(page + "/delete")).hasStatus3xxRedirection();

        assertThat(owner.get().uri(page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(text(machine + "/activity")).contains("<b>Parent asset</b>", "<del>FJH-SRV-02</del>", "removed");
    }

    @Test
    void offersMembersNothingTheyMayNot() {
        String page = created(Map.of());
        MockMvcTester member = visitors.member(organization, Role.MEMBER);

        assertThat(body(member.get().uri(page).exchange())).contains("/edit").doesNotContain("/delete", "Activity");
        assertThat(member.get().uri("/assets/new")).hasStatusOk();
        assertThat(member.get().uri(page + "/delete")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(member.post().uri(page + "/delete")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void showsNothingToAnotherOrganization() {
        String page = created(Map.of());
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        for (String part : List.of("", "/activity", "/edit", "/links", "/delete")) {
            assertThat(other.get().uri(page + part)).as(part).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(other.post().uri(page + "/links").param("deed", "RELATE").param("other", id(page)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** @param input beside that of a usual asset, or in its place */
    private String created(Map<String, String> input) {
        MvcTestResult created = owner.post()
                .uri("/assets")
                .formFields(MultiValueMap.fromSingleValue(form(input)))
                .exchange();
        assertThat(created).hasStatus3xxRedirection();
        return Objects.requireNonNull(created.getResponse().getHeader("Location"));
    }

    private Map<String, String> form(Map<String, String> input) {
        Map<String, String> all = new HashMap<>(Map.of(
                "clientId", northwind.toString(),
                "name", "FJH-SRV-02",
                "type", "SERVER",
                "status", "ACTIVE",
                "manufacturer", "Dell",
                "model", "PowerEdge R750",
                "serialNumber", "7XK2P93",
                "location", "Port office, rack 2",
                "notes", "Two lines\r\nof notes"));
        all.putAll(input);
        return all;
    }

    private String text(String path) {
        MvcTestResult page = owner.get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        return body(page);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
