package app.ascent.desk.time.web;

import static app.ascent.desk.time.TimeSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeImports;
import app.ascent.desk.time.TimeSamples;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Hours by client and month, as programs compare them. */
@CrmWebTest
@Import(CountedStatements.class)
class HoursTests {

    private final UUID northwind = Samples.id();
    private final UUID contoso = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final TimeImports imports;
    private final CountedStatements statements;
    private OrganizationId organization;
    private MockMvcTester member;

    @Autowired
    HoursTests(Visitors visitors, ClientImports clients, TimeImports imports, CountedStatements statements) {
        this.visitors = visitors;
        this.clients = clients;
        this.imports = imports;
        this.statements = statements;
    }

    @BeforeEach
    void sixEntries() {
        organization = visitors.organization();
        member = visitors.member(organization, Role.MEMBER);
        clients.save(
                organization,
                List.of(
                        Samples.fresh(northwind, 1, Samples.client("Northwind")),
                        Samples.fresh(contoso, 2, Samples.client("Contoso"))),
                true);
        imports.save(
                organization,
                List.of(
                        Samples.fresh(11, entry(northwind, "2026-03-31", 60, null, BillingState.UNBILLED)),
                        Samples.fresh(12, entry(northwind, "2026-04-01", 60, 45L, BillingState.UNBILLED)),
                        Samples.fresh(13, entry(northwind, "2026-04-30", 30, null, BillingState.APPROVED)),
                        Samples.fresh(14, entry(northwind, "2026-04-30", 20, null, BillingState.INVOICED)),
                        Samples.fresh(15, entry(northwind, "2026-04-30", 10, 10L, BillingState.NOT_BILLABLE)),
                        Samples.fresh(16, entry(contoso, "2026-04-30", 5, null, BillingState.UNBILLED))),
                true);
    }

    private static TimeEntryFields entry(
            UUID client, String date, long minutes, @Nullable Long billed, BillingState state) {
        TimeEntryFields entry = with(TimeSamples.entry("Work"), "clientId", new ClientId(client));
        entry = with(with(entry, "date", LocalDate.parse(date)), "minutes", minutes);
        entry = with(with(entry, "billableMinutes", billed), "billingState", state);
        return with(entry, "billable", state != BillingState.NOT_BILLABLE);
    }

    @Test
    void areSummedByClientAndMonth() {
        List<Map<String, Object>> items = items("by=client,month");

        assertThat(items)
                .containsExactly(
                        sum(northwind, "2026-04", 120, 95, 45),
                        sum(contoso, "2026-04", 5, 5, 5),
                        sum(northwind, "2026-03", 60, 60, 60));
        assertThat(items("")).isEqualTo(items);
    }

    @Test
    void areSummedByOneOfThem() {
        assertThat(items("by=client"))
                .containsExactly(sum(northwind, null, 180, 155, 105), sum(contoso, null, 5, 5, 5));
        assertThat(items("by=month"))
                .containsExactly(sum(null, "2026-04", 125, 100, 50), sum(null, "2026-03", 60, 60, 60));
    }

    @Test
    void areThoseOfTheDaysThatAreAskedFor() {
        assertThat(items("by=month&from=2026-03-31&to=2026-04-01"))
                .containsExactly(sum(null, "2026-04", 60, 45, 45), sum(null, "2026-03", 60, 60, 60));
        assertThat(items("by=month&from=2027-01-01")).isEmpty();
    }

    @Test
    void comeInPages() {
        String page = body(ask("by=client,month&size=2&page=1"));

        assertThat(JsonPath.<Integer>read(page, "$.total")).isEqualTo(3);
        assertThat(JsonPath.<List<?>>read(page, "$.items")).hasSize(1);
        assertThat(JsonPath.<Integer>read(body(ask("size=2&page=9")), "$.total"))
                .isEqualTo(3);
    }

    @Test
    void areSummedByNothingElse() {
        for (String by : List.of("user", "client,user", ",")) {
            MvcTestResult refused = ask("by=" + by);
            assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(body(refused)).contains("Ask for client, month, or client,month.");
        }
    }

    @Test
    void areOfNobodyElsesOrganization() {
        MockMvcTester other = visitors.member(visitors.organization(), Role.OWNER);

        assertThat(other.get().uri("/api/v1/hours"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void takeOneStatement() {
        int nothing = statements.during(
                () -> member.get().uri("/api/v1/time-entries/" + northwind).exchange());

        assertThat(statements.during(() -> ask("by=client,month"))).isLessThanOrEqualTo(nothing);
    }

    private static Map<String, Object> sum(
            @Nullable UUID client, @Nullable String month, int minutes, int billable, int unbilled) {
        Map<String, Object> sum = new HashMap<>();
        sum.put("clientId", client == null ? null : client.toString());
        sum.put("month", month);
        sum.put("minutes", minutes);
        sum.put("billableMinutes", billable);
        sum.put("unbilledMinutes", unbilled);
        return sum;
    }

    private List<Map<String, Object>> items(String query) {
        return JsonPath.read(body(ask(query)), "$.items");
    }

    private MvcTestResult ask(String query) {
        return member.get().uri("/api/v1/hours?" + query).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
