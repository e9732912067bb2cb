package app.ascent.projects;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static app.ascent.projects.ProjectSamples.project;
import static app.ascent.projects.ProjectSamples.task;
import static app.ascent.projects.ProjectSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.AscentTest;
import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.ImportedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AscentTest
@Import({Visitors.class, CountedStatements.class})
class TaskImportsTests {

    private final ClientId northwind = new ClientId(Samples.id());
    private final ProjectId network = new ProjectId(Samples.id());
    private final ProjectId server = new ProjectId(Samples.id());
    private final UUID first = Samples.id();
    private final UUID second = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final ProjectImports projects;
    private final TaskImports imports;
    private final TaskPredecessorImports predecessors;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private OrganizationId organization;

    @Autowired
    TaskImportsTests(
            Visitors visitors,
            ClientImports clients,
            ProjectImports projects,
            TaskImports imports,
            TaskPredecessorImports predecessors,
            CountedStatements statements,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.visitors = visitors;
        this.clients = clients;
        this.projects = projects;
        this.imports = imports;
        this.predecessors = predecessors;
        this.statements = statements;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void twoTasks() {
        organization = visitors.organization();
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
        projects.save(
                organization,
                List.of(
                        Samples.fresh(network.value(), 11, project(northwind, "Network renewal", null)),
                        Samples.fresh(server.value(), 12, project(northwind, "New server", null))),
                true);
        imports.save(
                organization,
                List.of(
                        Samples.fresh(first, 21, task(network, "Order switches")),
                        Samples.fresh(second, 22, task(network, "Stage 14 switches"))),
                true);
    }

    @Test
    void keepsWhatTheSourceHasAndCountsWithinTheProject() {
        assertThat(read(first)).isEqualTo(with(task(network, "Order switches"), "number", 1L));
        assertThat(read(second).number()).isEqualTo(2);
        assertThat(imports.count(organization, SYSTEM, DATABASE)).isEqualTo(2);
        UUID other = Samples.id();

        imports.save(organization, List.of(Samples.fresh(other, 23, task(server, "Unpack"))), true);

        assertThat(read(other).number()).isOne();
    }

    /** Whatever the source says, and whether or not it wins. */
    @Test
    void keepsTheNumberOfOneThatIsThereAlready() {
        UUID third = Samples.id();
        imports.save(
                organization,
                List.of(
                        Samples.fresh(third, 23, task(network, "Label and pack")),
                        Samples.again(first, 21, with(task(network, "Order more switches"), "people", List.of()))),
                true);

        assertThat(read(first))
                .isEqualTo(with(with(task(network, "Order more switches"), "people", List.of()), "number", 1L));
        assertThat(read(third).number()).isEqualTo(3);
    }

    @Test
    void countsOneThatMovedInItsNewProject() {
        imports.save(
                organization,
                List.of(
                        Samples.fresh(Samples.id(), 23, task(server, "Unpack")),
                        Samples.again(first, 21, task(server, "Order switches"))),
                true);

        assertThat(read(first).number()).isEqualTo(2);
    }

    /** One that was deleted meanwhile is not brought back, and keeps nobody else from being written. */
    @Test
    void leavesOutOneThatIsGone() {
        imports.save(
                organization,
                List.of(
                        Samples.again(Samples.id(), 24, task(network, "Gone")),
                        Samples.again(second, 22, task(network, "Stage 16 switches"))),
                true);

        assertThat(read(second).title()).isEqualTo("Stage 16 switches");
        assertThat(imports.count(organization, SYSTEM, DATABASE)).isEqualTo(2);
    }

    /** A batch costs as many statements for a thousand tasks as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        assertThat(created(1_000)).isEqualTo(created(10)).isLessThanOrEqualTo(6);
    }

    private int created(int count) {
        List<ImportedRecord<TaskFields>> batch = new ArrayList<>();
        LongStream.range(0, count)
                .forEach(at -> batch.add(Samples.fresh(1_000_000L * count + at, task(network, "Task " + at))));
        return statements.during(
                () -> transactions.executeWithoutResult(status -> imports.save(organization, batch, true)));
    }

    @Test
    void matchesNothingButWhatItWroteBefore() {
        assertThat(imports.adopted(organization, SYSTEM, DATABASE, List.of(22L, 99L)))
                .containsExactly(new ImportMatch(22, List.of(second), true));
    }

    @Test
    void keepsWhatComesAfterWhat() {
        ImportedPart<PredecessorFields> pair = pair(second, first, "TaskPredecessors:1", 2L);

        predecessors.save(organization, List.of(pair));

        assertThat(predecessors.read(organization, List.of(pair.id()))).isEqualTo(Map.of(pair.id(), pair.fields()));
        assertThat(predecessors.adopted(organization, SYSTEM, DATABASE, List.of("TaskPredecessors:1")))
                .isEqualTo(Map.of("TaskPredecessors:1", pair.id()));
    }

    @Test
    void takesOverAPairThatPeopleMade() {
        jdbc.sql(
                        """
                        insert into project_task_predecessor
                            (organization_id, id, task_id, predecessor_id, created_at, updated_at)
                        values (?, ?, ?, ?, now(), now())
                        """)
                .params(organization.value(), Samples.id(), second, first)
                .update();
        ImportedPart<PredecessorFields> pair = pair(second, first, "TaskPredecessors:1", null);

        predecessors.save(organization, List.of(pair));

        assertThat(pairs()).containsExactly(pair.id());
    }

    @Test
    void putsNoTaskAfterItself() {
        assertThatThrownBy(() -> predecessors.save(organization, List.of(pair(first, first, "1", null))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("project_task_predecessor_of_two");
    }

    /** With a phase among it, which alone would not go while it has tasks. */
    @Test
    void goWithTheirProject() {
        UUID phase = Samples.id();
        jdbc.sql(
                        """
                        insert into project_phase
                            (organization_id, id, project_id, title, created_at, updated_at, starts_on, sort_key)
                        values (?, ?, ?, 'Hardware', now(), now(), ?, 'hardware')
                        """)
                .params(organization.value(), phase, network.value(), LocalDate.of(2026, 2, 3))
                .update();
        imports.save(
                organization,
                List.of(Samples.again(first, 21, with(task(network, "Order switches"), "phaseId", new PhaseId(phase)))),
                true);
        predecessors.save(organization, List.of(pair(second, first, "1", null)));
        assertThatThrownBy(() -> jdbc.sql("delete from project_phase where id = ?")
                        .param(phase)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("project_task_phase_fkey");

        jdbc.sql("delete from project where id = ?").param(network.value()).update();

        assertThat(imports.count(organization, SYSTEM, DATABASE)).isZero();
        assertThat(pairs()).isEmpty();
    }

    private static ImportedPart<PredecessorFields> pair(
            UUID task, UUID predecessor, String sourceId, @Nullable Long lagDays) {
        return new ImportedPart<>(
                Samples.id(),
                true,
                new PartSource(SYSTEM, DATABASE, sourceId),
                new PredecessorFields(new TaskId(task), new TaskId(predecessor), lagDays),
                "{}");
    }

    private List<UUID> pairs() {
        return jdbc.sql("select id from project_task_predecessor where organization_id = ?")
                .param(organization.value())
                .query(UUID.class)
                .list();
    }

    private TaskFields read(UUID id) {
        return imports.read(organization, List.of(id)).get(id);
    }
}
