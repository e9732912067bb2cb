package app.ascent.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketCategoryId;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketImports;
import app.ascent.desk.TicketProblems;
import app.ascent.desk.TicketSamples;
import app.ascent.desk.TicketStatusId;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** What two people do to tickets, their statuses and categories in the same moment: the second one waits, and is told. */
@CrmWebTest
class TicketsAtOnceTests {

    private static final String STATUSES = "/api/v1/ticket-statuses";
    private static final String CATEGORIES = "/api/v1/ticket-categories";
    private static final String TICKETS = "/api/v1/tickets";

    private final Visitors visitors;
    private final ClientImports clients;
    private final TicketImports imports;
    private final TicketCategories categories;
    private final TicketProblems problems;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final ClientId northwind = new ClientId(Samples.id());
    private OrganizationId organization;
    private MockMvcTester admin;

    @Autowired
    TicketsAtOnceTests(
            Visitors visitors,
            ClientImports clients,
            TicketImports imports,
            TicketCategories categories,
            TicketProblems problems,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.imports = imports;
        this.categories = categories;
        this.problems = problems;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anAdmin() {
        organization = visitors.organization();
        admin = visitors.member(organization, Role.ADMIN);
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUSES, CATEGORIES})
    void takesANameOnce(String address) throws Exception {
        String json = "{\"name\": \"Hardware\"}";

        MvcTestResult second = second(
                () -> assertThat(send(admin.post().uri(address), json)).hasStatus(HttpStatus.CREATED),
                () -> send(admin.post().uri(address), json));

        assertNameTaken(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUSES, CATEGORIES})
    void takesANameOnceFromThoseWhoRename(String address) throws Exception {
        String one = id(send(admin.post().uri(address), "{\"name\": \"One\"}"));
        String other = id(send(admin.post().uri(address), "{\"name\": \"Other\"}"));
        String json = "{\"name\": \"Hardware\", \"colour\": \"RED\"}";

        MvcTestResult second = second(
                () -> assertThat(send(admin.put().uri(address + "/" + one), json))
                        .hasStatusOk(),
                () -> send(admin.put().uri(address + "/" + other), json));

        assertNameTaken(second);
    }

    @Test
    void takesANameOnceWhereAnImportBringsIt() throws Exception {
        MvcTestResult second = second(
                () -> categories.ensure(organization, Map.of(TicketCategoryId.named("Hardware"), "Hardware")),
                () -> send(admin.post().uri(CATEGORIES), "{\"name\": \"Hardware\"}"));

        assertNameTaken(second);
    }

    /** Whoever changes a status reaches for its tickets after that. */
    @Test
    void letsNobodyEditATicketWhoseStatusIsBeingChanged() throws Exception {
        String parked = id(send(admin.post().uri(STATUSES), "{\"name\": \"Parked\"}"));
        UUID ticket = ticket(parked);

        MvcTestResult second = second(() -> lockStatuses(), () -> edit(ticket, parked, null), () -> assertThat(
                        send(admin.put().uri(STATUSES + "/" + parked), "{\"name\": \"Parked\", \"closed\": true}"))
                .hasStatusOk());

        assertThat(second).hasStatus(HttpStatus.CONFLICT);
        assertThat(second).bodyJson().extractingPath("$.type").asString().endsWith("/ticket-closed");
    }

    @Test
    void letsNobodyReopenATicketWhoseStatusIsBeingChanged() throws Exception {
        String billed = id(send(admin.post().uri(STATUSES), "{\"name\": \"Billed\", \"closed\": true}"));
        UUID ticket = ticket(billed);

        MvcTestResult second = second(
                () -> lockStatuses(),
                () -> admin.post().uri(TICKETS + "/" + ticket + "/reopen").exchange(),
                () -> assertThat(send(
                                admin.put().uri(STATUSES + "/" + billed), "{\"name\": \"Billed\", \"closed\": false}"))
                        .hasStatusOk());

        assertThat(second).hasStatusOk();
        assertThat(second).bodyJson().extractingPath("$.status").isEqualTo("Billed");
    }

    /** An import, too, takes its turn at problems before it reaches for tickets. */
    @Test
    void letsNobodyEditATicketWhoseProblemIsBeingChosen() throws Exception {
        String open = SystemStatus.OPEN.id().toString();
        UUID ticket = ticket(open);
        UUID problem = ticket(open);

        MvcTestResult second =
                second(() -> problems.lock(organization), () -> edit(ticket, open, problem), () -> lockTicket(ticket));

        assertThat(second).hasStatusOk();
        assertThat(second).bodyJson().extractingPath("$.problemTicketId").isEqualTo(problem.toString());
    }

    private void assertNameTaken(MvcTestResult refused) {
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("name");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("There is one of this name already.");
    }

    private MvcTestResult second(Runnable first, Supplier<MvcTestResult> second, Runnable... then) throws Exception {
        try (ExecutorService people = Executors.newSingleThreadExecutor()) {
            Future<MvcTestResult> answer = Objects.requireNonNull(transactions.execute(status -> {
                first.run();
                Future<MvcTestResult> begun = people.submit(second::get);
                assertThatExceptionOfType(TimeoutException.class)
                        .as("it waits")
                        .isThrownBy(() -> begun.get(700, TimeUnit.MILLISECONDS));
                for (Runnable each : then) {
                    each.run();
                }
                return begun;
            }));
            return answer.get(20, TimeUnit.SECONDS);
        }
    }

    private void lockStatuses() {
        jdbc.sql("select from desk_status where organization_id = ? order by id for update")
                .param(organization.value())
                .query(row -> {});
    }

    private void lockTicket(UUID ticket) {
        jdbc.sql("select from desk_ticket where organization_id = ? and id = ? for update")
                .params(organization.value(), ticket)
                .query(row -> {});
    }

    private MvcTestResult edit(UUID ticket, String status, UUID problem) {
        return send(
                admin.put().uri(TICKETS + "/" + ticket),
                """
                {"subject": "Printer burns", "clientId": "%s", "statusId": "%s", "priority": "LOW", "type": "INCIDENT",
                 "problemTicketId": %s}"""
                        .formatted(northwind, status, problem == null ? "null" : "\"" + problem + "\""));
    }

    private UUID ticket(String status) {
        UUID id = Samples.id();
        TicketFields ticket = TicketSamples.with(
                TicketSamples.ticket(northwind, "Printer jams"),
                "statusId",
                new TicketStatusId(UUID.fromString(status)));
        imports.save(organization, List.of(Samples.fresh(id, id.getLeastSignificantBits() >>> 8, ticket)), true);
        return id;
    }

    private static MvcTestResult send(MockMvcRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    private static String id(MvcTestResult created) throws Exception {
        assertThat(created).hasStatus(HttpStatus.CREATED);
        return JsonPath.read(created.getResponse().getContentAsString(), "$.id");
    }
}
