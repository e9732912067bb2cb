package app.ascent.contracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@CrmWebTest
class ContractPagesTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final UUID northwind = Samples.id();
    private OrganizationId organization;
    private MockMvcTester owner;

    @Autowired
    ContractPagesTests(Visitors visitors, ClientImports clients) {
        this.visitors = visitors;
        this.clients = clients;
    }

    @BeforeEach
    void anOwnerWithAClient() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        clients.save(organization, List.of(Samples.fresh(northwind, 1, Samples.client("Northwind & Söhne"))), true);
    }

    @Test
    void begins() {
        assertThat(text("/contracts"))
                .contains("No contracts yet", "/contracts/new", "Import from Autotask")
                .doesNotContain("??");
        assertThat(text("/contracts/new")).contains("Northwind &amp; Söhne", "/contracts/new?client=" + northwind);
        assertThat(text("/contracts/new?client=" + northwind))
                .contains("With Northwind &amp; Söhne", "Choose a type", "type=\"date\"")
                .doesNotContain("??");
    }

    @Test
    void asksForAClientFirst() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
        assertThat(text("/contracts/new"))
                .contains("No client to choose yet", "/clients/new")
                .doesNotContain("No clients fit this search.");
        assertThat(text("/contracts/new?search=north")).contains("No clients fit this search.");
    }

    @Test
    void leadsFromTheFormToTheSheetAndTheList() {
        String sheet = created();

        assertThat(text(sheet))
                .contains(
                        "<h1>Managed Services</h1>", "MSP Agreement", "Northwind &amp; Söhne", "a month", "open-ended")
                .contains("Two lines", "of scope")
                .doesNotContain("??");
        assertThat(text("/contracts"))
                .contains("Managed Services", "12,440.80", "1–1 of 1 contract, active and expiring")
                .doesNotContain("??");
        assertThat(text("/contracts?clientName=northwind&sort=end"))
                .contains("Of Northwind &amp; Söhne", "aria-sort=\"ascending\"");
        assertThat(text(sheet + "/activity")).contains("Create");
        assertThat(text("/clients/" + northwind))
                .contains("Managed Services", "/contracts?status=any&amp;client=" + northwind);
        assertThat(text("/admin/audit-logs?entity=Contract")).contains("Managed Services");
    }

    /** No page waits for what other kinds count. */
    @Test
    void countsTheTabsOfAClientBehindItsPage() {
        created();
        String client = "/clients/" + northwind;

        assertThat(tabs(text(client))).contains("hx-get=\"" + client + "/tabs?at=overview\"", "Contracts </a>");
        assertThat(tabs(text(client + "/tabs?at=contacts")))
                .contains("Contracts <span class=\"count\">1</span>", "contacts\" aria-current=\"page\"")
                .doesNotContain("hx-get");
        assertThat(owner.get().uri("/clients/" + UUID.randomUUID() + "/tabs?at=overview"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private static String tabs(String page) {
        return page.substring(page.indexOf("class=\"tabs\""), page.indexOf("</select>"));
    }

    @Test
    void keepsWhatWasEnteredBesideWhatIsWrong() {
        MvcTestResult refused = owner.post()
                .uri("/contracts")
                .param("clientId", northwind.toString())
                .param("name", "Care")
                .param("type", "")
                .param("status", "ACTIVE")
                .param("startDate", "2026-05-01")
                .param("endDate", "2026-04-30")
                .param("value", "a lot")
                .exchange();

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains(
                        "Choose a type.",
                        "Choose a date that is not before the start date.",
                        "Enter a number like 1240.50")
                .contains("value=\"a lot\"", "value=\"2026-04-30\"");
    }

    @Test
    void editsAndDeletes() {
        String sheet = created();

        assertThat(text(sheet + "/edit"))
                .contains("value=\"12440.80\"", "value=\"2023-07-01\"")
                .doesNotContain("??");
        assertThat(text(sheet + "/delete")).contains("Delete Managed Services?").doesNotContain("??");
        assertThat(owner.post().uri(sheet + "/delete")).hasStatus3xxRedirection();

        assertThat(owner.get().uri(sheet)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsThatItNamesADeletedContactNoMore() {
        String contact = created("/contacts", Map.of("clientId", northwind.toString(), "lastName", "Müller"));
        String sheet = created("/contracts", Map.of("contactId", contact.substring(contact.lastIndexOf('/') + 1)));
        assertThat(text(contact + "/delete"))
                .contains("It is taken out of 1 contract")
                .doesNotContain("??");

        assertThat(owner.post().uri(contact + "/delete")).hasStatus3xxRedirection();

        assertThat(text(sheet)).doesNotContain("Müller");
        assertThat(text(sheet + "/activity")).contains("<b>Contact</b>", "<del>Müller</del>", "removed");
    }

    @Test
    void tellsInItsActivityWhatChangedAsItsPageShowsIt() {
        String sheet = created();
        created(sheet, Map.of("type", "SLA", "startDate", "2024-08-01", "value", "9300", "autoRenew", "true"));

        assertThat(text(sheet + "/activity"))
                .contains("<del>MSP Agreement</del>", "<ins>SLA</ins>")
                .contains("<del>1 Jul 2023</del>", "<ins>1 Aug 2024</ins>")
                .contains("<del>$12,440.80</del>", "<ins>$9,300.00</ins>")
                .contains("<b>Auto-renew</b>");
    }

    @Test
    void tellsThatItIsNoLongerRenewedByADeletedContract() {
        String next = created("/contracts", Map.of("name", "The next one"));
        String id = next.substring(next.lastIndexOf('/') + 1);
        String sheet = created("/contracts", Map.of("renewedById", id, "exclusionContractId", id));
        assertThat(text(next + "/delete"))
                .contains("It is taken out of 1 contract that it renews", "whose excluded work is charged to it");

        assertThat(owner.post().uri(next + "/delete")).hasStatus3xxRedirection();

        assertThat(text(sheet + "/activity"))
                .contains("<b>Renewed by</b>", "<b>Exclusion contract</b>", "<del>The next one</del>");
    }

    @Test
    void printsAllContractsWithTheirSums() {
        assertThat(text("/contracts/sheet")).contains("No contracts yet").doesNotContain("??");
        created();

        assertThat(text("/contracts/sheet"))
                .contains(
                        "1 contract, by client", "Managed Services", "$12,440.80", "Ending within 90 days", "Signature")
                .doesNotContain("??");
    }

    @Test
    void tellsWhereASearchWouldHaveFoundIt() {
        created();

        assertThat(text("/contracts?search=managed&status=DRAFT"))
                .contains("1 contract fits without the other filters", "Managed Services");
    }

    @Test
    void offersMembersNothingTheyMayNot() {
        String sheet = created();
        MockMvcTester member = visitors.member(organization, Role.MEMBER);

        assertThat(body(member.get().uri(sheet).exchange())).doesNotContain("/edit", "/delete", "Activity");
        assertThat(body(member.get().uri("/contracts").exchange())).doesNotContain("/contracts/new");
        assertThat(member.get().uri("/contracts/new")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(member.get().uri(sheet + "/edit")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private String created() {
        return created("/contracts", Map.of());
    }

    /** @param input beside that of a usual contract, where it is one */
    private String created(String list, Map<String, String> input) {
        Map<String, String> all = new HashMap<>(Map.of(
                "clientId", northwind.toString(),
                "name", "Managed Services",
                "number", "2023-041",
                "type", "MSP_AGREEMENT",
                "billingModel", "RECURRING",
                "status", "ACTIVE",
                "startDate", "2023-07-01",
                "value", "12,440.80",
                "serviceScope", "Two lines\r\nof scope"));
        all.putAll(input);
        MvcTestResult created = owner.post()
                .uri(list)
                .formFields(MultiValueMap.fromSingleValue(all))
                .exchange();
        assertThat(created).hasStatus3xxRedirection();
        return Objects.requireNonNull(created.getResponse().getHeader("Location"));
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
