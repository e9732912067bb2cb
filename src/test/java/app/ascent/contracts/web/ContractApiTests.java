package app.ascent.contracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.RecordApiContract;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ContractApiTests extends RecordApiContract {

    private static final String CONTRACTS = "/api/v1/contracts";

    private final ContactImports contacts;
    private final UUID ana = Samples.id();

    @Autowired
    ContractApiTests(Visitors visitors, ClientImports clients, ContactImports contacts, JdbcClient jdbc) {
        super(visitors, clients, jdbc);
        this.contacts = contacts;
    }

    @Override
    protected String address() {
        return CONTRACTS;
    }

    @Override
    protected List<String> fields() {
        return List.of(
                "autoRenew",
                "billingModel",
                "clientId",
                "contactId",
                "contactName",
                "createdAt",
                "description",
                "endDate",
                "exclusionContractId",
                "id",
                "name",
                "notes",
                "number",
                "paymentTerms",
                "purchaseOrderNumber",
                "renewedById",
                "serviceScope",
                "slaTerms",
                "source",
                "startDate",
                "status",
                "terminationClauses",
                "type",
                "updatedAt",
                "value",
                "version");
    }

    @Override
    protected String json(String more) {
        return "{\"name\": \"Care\", \"clientId\": \"%s\", \"type\": \"SUPPORT_PLAN\", \"startDate\": \"2026-01-01\"%s}"
                .formatted(northwind, more);
    }

    @Override
    protected String edit() {
        return ", \"notes\": \"theirs\"";
    }

    @Override
    protected String one() {
        return "1 contract";
    }

    @Override
    protected Role writes() {
        return Role.ADMIN;
    }

    @BeforeEach
    void aContact() {
        contacts.save(
                organization,
                List.of(Samples.fresh(ana, 3, Samples.contact(new ClientId(northwind), "Ana", "Müller", null))),
                true);
    }

    @Test
    void keepsWhatWasSentWhateverFormItHad() {
        MvcTestResult created = post(
                """
                , "number": "2026-007", "billingModel": "RECURRING", "value": 12440.8, "endDate": "2199-04-19",
                "autoRenew": true, "contactId": "%s", "notes": "signed"
                """
                        .formatted(ana));

        assertThat(created).bodyJson().extractingPath("$.value").isEqualTo("12440.80");
        assertThat(created).bodyJson().extractingPath("$.endDate").isEqualTo("2199-04-19");
        assertThat(created).bodyJson().extractingPath("$.contactId").isEqualTo(ana.toString());
        assertThat(created).bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
        assertThat(created).bodyJson().extractingPath("$.source").isNull();

        comesBack(created);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            name        | ""             | Enter a name.
            clientId    | null           | Choose a client.
            clientId    | "1"            | Choose one that exists.
            type        | null           | Choose a type.
            type        | "LEASE"        | Choose one of the values offered.
            startDate   | null           | Enter the start date.
            startDate   | "19.04.2026"   | Enter a date like 2026-04-19, from 1900 to 2200.
            startDate   | "0026-04-19"   | Enter a date like 2026-04-19, from 1900 to 2200.
            startDate   | "2026-02-30"   | Enter a date like 2026-04-19, from 1900 to 2200.
            endDate     | "2025-12-31"   | Choose a date that is not before the start date.
            value       | "much"         | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            value       | "1e9"          | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            value       | "10000000000000" | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            value       | "0.00001"      | Enter a number like 1240.50, with up to 13 digits before the point and 4 behind it.
            value       | {}             | Send a plain value, or a list of them.
            contactId   | "7e8dd1ab-0000-7000-8000-000000000000" | Choose a contact of this client.
            renewedById | "7e8dd1ab-0000-7000-8000-000000000000" | Choose one that exists.
            """)
    void saysWhatIsWrongAtItsField(String field, String value, String message) {
        refuses(field, value, message);
    }

    @Test
    void takesNoContactOfAnotherClient() {
        MvcTestResult refused = post(", \"clientId\": \"%s\", \"contactId\": \"%s\"".formatted(contoso, ana));

        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("contactId");
    }

    @Test
    void tellsAndFiltersTheStatusOnTheOrganizationsDay() {
        LocalDate today = LocalDate.now(ZoneId.of("UTC"));
        String open = id(post(""));
        String later = id(post(", \"endDate\": \"%s\"".formatted(today.plusDays(31))));
        String soon = id(post(", \"endDate\": \"%s\"".formatted(today.plusDays(30))));
        String last = id(post(", \"endDate\": \"%s\"".formatted(today)));
        String over = id(post(", \"startDate\": \"2020-01-01\", \"endDate\": \"%s\"".formatted(today.minusDays(1))));
        String draft = id(post(", \"status\": \"DRAFT\""));

        assertThat(listed("status=ACTIVE")).containsExactlyInAnyOrder(open, later);
        assertThat(listed("status=EXPIRING_SOON")).containsExactlyInAnyOrder(soon, last);
        assertThat(listed("status=EXPIRED")).containsExactly(over);
        assertThat(listed("status=DRAFT")).containsExactly(draft);
        assertThat(listed("status=CANCELLED")).isEmpty();
        assertThat(owner.get().uri(CONTRACTS + "/" + over))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("EXPIRED");
    }

    /** What is told may be sent back: it says nothing new. */
    @Test
    void takesAComputedStatusForAnActiveContract() {
        MvcTestResult over = post(", \"startDate\": \"2020-01-01\", \"endDate\": \"2020-12-31\"");

        MvcTestResult extended = put(id(over), body(over).replace("2020-12-31", "2199-12-31"));

        assertThat(extended).bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
    }

    @Test
    void findsContractsByWordsClientAndType() {
        String care = id(post(", \"number\": \"2026-007\""));
        String nda = id(post(", \"name\": \"Secrecy\", \"type\": \"NDA\", \"clientId\": \"%s\"".formatted(contoso)));

        assertThat(listed("search=2026-007")).containsExactly(care);
        assertThat(listed("search=secre")).containsExactly(nda);
        assertThat(listed("type=NDA")).containsExactly(nda);
        assertThat(listed("clientId=" + northwind)).containsExactly(care);
        assertThat(listed("clientId=" + northwind + "&search=secre")).isEmpty();
    }

    @Test
    void listsTheLatestStartFirst() {
        String early = id(post(", \"startDate\": \"2019-01-01\""));
        String late = id(post(", \"startDate\": \"2026-05-01\""));

        assertThat(listed("")).containsExactly(late, early);
    }

    @Test
    void remembersWhichContractFollows() {
        String first = id(post(""));
        String second = id(post(", \"name\": \"Care 2\""));

        MvcTestResult renewed = put(first, json(", \"renewedById\": \"%s\"".formatted(second)));

        assertThat(renewed).bodyJson().extractingPath("$.renewedById").isEqualTo(second);
        assertThat(renewed).bodyJson().extractingPath("$.status").isEqualTo("RENEWED");
        assertThat(put(second, json(", \"renewedById\": \"%s\"".formatted(first))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(put(second, json(", \"renewedById\": \"%s\"".formatted(second))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A contract that followed another one leaves it as it was, without a follower. */
    @Test
    void deletesAContractThatAnotherOnePointsTo() {
        String second = id(post(""));
        String first = id(post(", \"renewedById\": \"%s\"".formatted(second)));

        assertThat(owner.delete().uri(CONTRACTS + "/" + second)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(owner.get().uri(CONTRACTS + "/" + first))
                .bodyJson()
                .extractingPath("$.renewedById")
                .isNull();
    }

    @Test
    void tellsTheAuditWhatChanged() {
        String id = id(post(""));
        put(id, json(", \"value\": \"100\", \"endDate\": \"2026-12-31\", \"contactId\": \"%s\"".formatted(ana)));
        owner.delete().uri(CONTRACTS + "/" + id).exchange();

        List<String> entries = entries(id);

        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).contains("CREATE", "Northwind", "2026-01-01");
        assertThat(entries.get(1))
                .contains("UPDATE", "100.00", "2026-12-31", "Ana Müller")
                .doesNotContain("Northwind");
        assertThat(entries.get(2)).contains("DELETE", "100.00");
    }

    @Test
    void showsNoPartToAnotherOrganization() {
        String id = id(post(""));
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        for (String path : List.of("/lines", "/balances")) {
            assertThat(other.get().uri(CONTRACTS + "/" + id + path)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }
}
