package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.importing.OwnerApi.Answer;
import app.ascent.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Time that is approved or invoiced holds what it was worked on with the client it is billed to, and its contract. */
class SettledTimeTests extends TimeJourney {

    private static final String CLIENT_OF = "select client_id::text from desk_time where source_id = ";

    private final int port;

    private final TransactionOperations transactions;

    SettledTimeTests(
            JdbcClient jdbc, @Value("${local.server.port}") int port, @Autowired TransactionOperations transactions) {
        super(jdbc, port);
        this.port = port;
        this.transactions = transactions;
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "projects", "tickets", "timeEntries");
    }

    @BeforeEach
    void fillBooks() {
        AUTOTASK.records("Invoices", rows(invoice(1, "INV-1042", false)));
    }

    private String ticket() {
        return "/api/v1/tickets/" + column("select id::text from desk_ticket").getFirst();
    }

    private String project() {
        return "/api/v1/projects/" + column("select id::text from project").getFirst();
    }

    /** What a record says, with another client. */
    private ObjectNode toAnotherClient(String address) {
        String other = added("/api/v1/clients", "{\"name\":\"Somebody else\",\"type\":\"CUSTOMER\"}");
        ObjectNode record = (ObjectNode) api.get(address).json();
        List.of("contactId", "assetId", "contractId", "projectId").forEach(record::putNull);
        return record.put("clientId", other);
    }

    @Test
    void holdsItsTicketAndTheProjectOfItsTaskWithTheClient() {
        AUTOTASK.records("BillingItems", rows(posted(11, 1, 1), posted(12, 2, 0)));
        run(create());
        String ofTicket = column(CLIENT_OF + 1).getFirst();
        String ofTask = column(CLIENT_OF + 2).getFirst();

        Answer ticket = api.put(ticket(), toAnotherClient(ticket()).toString());
        Answer project = api.put(project(), toAnotherClient(project()).toString());

        assertProblem(ticket, 409, "ticket-held");
        assertThat(ticket.at("/field")).isEqualTo("clientId");
        assertThat(ticket.at("/detail")).contains("1 approved or invoiced time entry");
        assertThat(column(CLIENT_OF + 1)).containsExactly(ofTicket);
        assertProblem(project, 409, "project-held");
        assertThat(project.at("/field")).isEqualTo("clientId");
        assertThat(column(CLIENT_OF + 2)).containsExactly(ofTask);
        saysSoInTheForm();

        ObjectNode renamed = ((ObjectNode) api.get(ticket()).json()).put("subject", "Called otherwise");
        assertThat(api.put(ticket(), renamed.toString()).status()).isEqualTo(200);
    }

    private void saysSoInTheForm() {
        ObjectNode there = toAnotherClient(ticket());
        Visitor owner = new Visitor(port);
        owner.signIn(OwnerApi.EMAIL, OwnerApi.PASSWORD);

        String page = owner.post(
                        ticket().replace("/api/v1", ""),
                        Map.of(
                                "clientId", there.path("clientId").asString(),
                                "subject", there.path("subject").asString(),
                                "statusId", there.path("statusId").asString(),
                                "priority", there.path("priority").asString(),
                                "type", there.path("type").asString(),
                                "version", there.path("version").asString()))
                .body();

        assertThat(page).contains("It has 1 approved or invoiced time entry, so it stays with its client.");
    }

    @Test
    void letsTimeThatWaitsForAnInvoiceGoAlong() {
        run(create());
        String before = column(CLIENT_OF + 1).getFirst();

        for (String address : List.of(ticket(), project())) {
            Answer moved = api.put(address, toAnotherClient(address).toString());
            assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        }

        assertThat(column("select client_id::text from desk_time")).hasSize(2).doesNotContain(before);
    }

    /** An import that is about to say so has the last word over whoever found nothing settled there. */
    private Answer whileItIsInvoiced(Callable<Answer> deed) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Answer> waiting = transactions.execute(_ -> {
                jdbc.sql("update desk_time set billing_state = 'INVOICED' where source_id = 1")
                        .update();
                Future<Answer> begun = other.submit(deed);
                await().until(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single());
                return begun;
            });
            return waiting.get();
        }
    }

    @Test
    void keepsItsContract() throws Exception {
        AUTOTASK.records("BillingItems", rows(posted(11, 1, 1)));
        run(create());
        String contract = added(
                "/api/v1/contracts",
                "{\"name\":\"Care\",\"clientId\":\"%s\",\"type\":\"PROJECT\",\"startDate\":\"2026-01-01\"}"
                        .formatted(column(CLIENT_OF + 1).getFirst()));
        jdbc.sql("update desk_time set contract_id = cast(:contract as uuid)")
                .param("contract", contract)
                .update();
        String address = "/api/v1/contracts/" + contract;

        Answer deleted = api.delete(address);

        assertProblem(deleted, 409, "contract-in-use");
        assertThat(deleted.at("/detail"))
                .isEqualTo(
                        "It has 1 approved or invoiced time entry, which nobody moves or deletes. So it stays, too.");
        assertThat(column("select count(*)::text from desk_time where contract_id is not null"))
                .containsExactly("2");

        jdbc.sql("update desk_time set billing_state = 'UNBILLED', invoice_number = null")
                .update();
        assertProblem(whileItIsInvoiced(() -> api.delete(address)), 409, "contract-in-use");
        assertThat(column("select count(*)::text from desk_time where contract_id is not null"))
                .containsExactly("2");

        jdbc.sql("update desk_time set billing_state = 'UNBILLED'").update();
        assertThat(api.delete(address).status()).isEqualTo(204);
        assertThat(column("select count(*)::text from desk_time where contract_id is not null"))
                .containsExactly("0");
    }
}
