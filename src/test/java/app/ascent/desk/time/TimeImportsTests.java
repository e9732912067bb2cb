package app.ascent.desk.time;

import static app.ascent.desk.time.TimeSamples.entry;
import static app.ascent.desk.time.TimeSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.AscentTest;
import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.TicketId;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.ProjectSamples;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskImports;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AscentTest
@Import({Visitors.class, CountedStatements.class})
class TimeImportsTests {

    private final ClientId northwind = new ClientId(Samples.id());
    private final ClientId contoso = new ClientId(Samples.id());
    private final ProjectId network = new ProjectId(Samples.id());
    private final ProjectId server = new ProjectId(Samples.id());
    private final TaskId task = new TaskId(Samples.id());
    private final UUID id = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final ProjectImports projects;
    private final TaskImports tasks;
    private final TimeImports imports;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private OrganizationId organization;
    private TicketId ticket;

    @Autowired
    TimeImportsTests(
            Visitors visitors,
            ClientImports clients,
            ProjectImports projects,
            TaskImports tasks,
            TimeImports imports,
            CountedStatements statements,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.visitors = visitors;
        this.clients = clients;
        this.projects = projects;
        this.tasks = tasks;
        this.imports = imports;
        this.statements = statements;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void aTicketAndATask() {
        organization = visitors.organization();
        clients.save(
                organization,
                List.of(
                        Samples.fresh(northwind.value(), 1, Samples.client("Northwind")),
                        Samples.fresh(contoso.value(), 2, Samples.client("Contoso"))),
                true);
        projects.save(
                organization,
                List.of(
                        Samples.fresh(network.value(), 11, ProjectSamples.project(northwind, "Network renewal", null)),
                        Samples.fresh(server.value(), 12, ProjectSamples.project(contoso, "New server", null))),
                true);
        tasks.save(organization, List.of(Samples.fresh(task.value(), 21, ProjectSamples.task(network, "Order"))), true);
        ticket = TimeSamples.ticket(jdbc, organization, northwind.value(), "TKT-1");
    }

    @Test
    void takesTheClientOfTheTicket() {
        save(Samples.fresh(id, 31, with(entry("Night watch"), "ticketId", ticket)));

        assertThat(read(id)).isEqualTo(with(with(entry("Night watch"), "ticketId", ticket), "clientId", northwind));
        assertThat(imports.adopted(organization, Samples.SYSTEM, Samples.DATABASE, List.of(31L, 32L)))
                .containsExactly(new ImportMatch(31, List.of(id), true));
    }

    @Test
    void takesTheProjectOfTheTaskAndItsClient() {
        save(Samples.fresh(id, 31, with(entry("Ordered"), "taskId", task)));

        assertThat(read(id).projectId()).isEqualTo(network);
        assertThat(read(id).clientId()).isEqualTo(northwind);
    }

    /** What was mapped before says nothing of the client, nor of the project of a task. */
    @Test
    void fillsThemInAgainWhenItIsMappedAgain() {
        save(Samples.fresh(id, 31, with(entry("Ordered"), "taskId", task)));

        save(Samples.again(id, 31, with(with(entry("Ordered twice"), "taskId", task), "minutes", 1_500L)));

        assertThat(read(id).description()).isEqualTo("Ordered twice");
        assertThat(read(id).minutes()).isEqualTo(1_500);
        assertThat(read(id).projectId()).isEqualTo(network);
        assertThat(read(id).clientId()).isEqualTo(northwind);
    }

    @Test
    void isSomebodysEvenWhereNobodyIsKnown() {
        save(Samples.fresh(id, 31, with(with(entry("Ordered"), "taskId", task), "userName", null)));

        assertThat(read(id).userName()).isEqualTo("(unknown)");
    }

    /** One whose ticket or task is gone is left out, and keeps no other from being written. */
    @Test
    void leavesOutTimeOfWhatIsGone() {
        save(
                Samples.fresh(31, with(entry("Gone"), "ticketId", new TicketId(Samples.id()))),
                Samples.fresh(32, with(entry("Gone, too"), "taskId", new TaskId(Samples.id()))),
                Samples.fresh(33, entry("Of nothing")),
                Samples.again(Samples.id(), 34, with(entry("Deleted"), "ticketId", ticket)),
                Samples.fresh(id, 35, with(entry("There"), "ticketId", ticket)));

        assertThat(imports.count(organization, Samples.SYSTEM, Samples.DATABASE))
                .isOne();
        assertThat(read(id).description()).isEqualTo("There");
    }

    @Test
    void followsATicketToAnotherClient() {
        save(Samples.fresh(id, 31, with(entry("Night watch"), "ticketId", ticket)));

        jdbc.sql("update desk_ticket set client_id = ? where id = ?")
                .params(contoso.value(), ticket.value())
                .update();

        assertThat(read(id).clientId()).isEqualTo(contoso);
    }

    @Test
    void followsAProjectToAnotherClient() {
        save(Samples.fresh(id, 31, with(entry("Ordered"), "taskId", task)));

        projects.save(
                organization,
                List.of(Samples.again(network.value(), 11, ProjectSamples.project(contoso, "Network renewal", null))),
                true);

        assertThat(read(id).clientId()).isEqualTo(contoso);
    }

    /** A task goes to a project of another client, and its time follows to both. */
    @Test
    void followsATaskToAnotherProject() {
        UUID ofTheProject = Samples.id();
        save(
                Samples.fresh(id, 31, with(entry("Ordered"), "taskId", task)),
                Samples.fresh(ofTheProject, 32, with(entry("Planned"), "projectId", network)));

        tasks.save(organization, List.of(Samples.again(task.value(), 21, ProjectSamples.task(server, "Order"))), true);

        assertThat(read(id).projectId()).isEqualTo(server);
        assertThat(read(id).clientId()).isEqualTo(contoso);
        assertThat(read(ofTheProject).clientId()).isEqualTo(northwind);
    }

    /** What a person does at the same moment comes first: an import waits for it, and follows. */
    @Test
    void waitsForWhoeverMovesTheTaskOrItsProject() throws Exception {
        UUID planned = Samples.id();
        var atOnce = List.of(
                Samples.fresh(id, 31, with(entry("Ordered"), "taskId", task)),
                Samples.fresh(planned, 32, with(entry("Planned"), "projectId", network)));

        at(
                () -> {
                    tasks.save(
                            organization,
                            List.of(Samples.again(task.value(), 21, ProjectSamples.task(server, "Order"))),
                            true);
                    projects.save(
                            organization,
                            List.of(Samples.again(
                                    network.value(), 11, ProjectSamples.project(contoso, "Network renewal", null))),
                            true);
                },
                () -> imports.save(organization, atOnce, true));

        assertThat(read(id).projectId()).isEqualTo(server);
        assertThat(read(id).clientId()).isEqualTo(contoso);
        assertThat(read(planned).clientId()).isEqualTo(contoso);
    }

    @Test
    void waitsForWhoeverMovesTheTicket() throws Exception {
        at(
                () -> jdbc.sql("update desk_ticket set client_id = ? where id = ?")
                        .params(contoso.value(), ticket.value())
                        .update(),
                () -> save(Samples.fresh(id, 31, with(entry("Night watch"), "ticketId", ticket))));

        assertThat(read(id).clientId()).isEqualTo(contoso);
    }

    /** Does one thing in a transaction that ends when another one waits for it. */
    private void at(Runnable first, Runnable second) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> waiting = transactions.execute(_ -> {
                first.run();
                Future<?> begun = other.submit(() -> transactions.executeWithoutResult(_ -> second.run()));
                await().until(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single());
                return begun;
            });
            waiting.get();
        }
    }

    /** A batch costs as many statements for a thousand entries as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        assertThat(created(1_000)).isEqualTo(created(10)).isLessThanOrEqualTo(8);
    }

    private int created(int count) {
        List<ImportedRecord<TimeEntryFields>> batch = new ArrayList<>();
        LongStream.range(0, count)
                .forEach(at -> batch.add(Samples.fresh(
                        1_000_000L * count + at,
                        at % 2 == 0
                                ? with(entry("Entry " + at), "ticketId", ticket)
                                : with(entry("Entry " + at), "taskId", task))));
        return statements.during(() -> transactions.executeWithoutResult(_ -> imports.save(organization, batch, true)));
    }

    @SafeVarargs
    private void save(ImportedRecord<TimeEntryFields>... batch) {
        imports.save(organization, List.of(batch), true);
    }

    private TimeEntryFields read(UUID entry) {
        return imports.read(organization, List.of(entry)).get(entry);
    }
}
