package app.ascent.projects;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static app.ascent.projects.ProjectSamples.project;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.AscentTest;
import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@AscentTest
@Import({Visitors.class, CountedStatements.class})
class ProjectImportsTests {

    private static final LocalDate START = LocalDate.of(2026, 2, 3);

    private final ClientId northwind = new ClientId(Samples.id());
    private final UUID first = Samples.id();
    private final UUID second = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final ProjectImports imports;
    private final CountedStatements statements;
    private final TransactionOperations transactions;
    private OrganizationId organization;

    @Autowired
    ProjectImportsTests(
            Visitors visitors,
            ClientImports clients,
            ProjectImports imports,
            CountedStatements statements,
            TransactionOperations transactions) {
        this.visitors = visitors;
        this.clients = clients;
        this.imports = imports;
        this.statements = statements;
        this.transactions = transactions;
    }

    @BeforeEach
    void twoProjects() {
        organization = visitors.organization();
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
        imports.save(
                organization,
                List.of(
                        Samples.fresh(first, 11, project(northwind, "Network renewal", START)),
                        Samples.fresh(second, 12, project(northwind, "New server", START.plusDays(7)))),
                true);
    }

    @Test
    void keepsWhatTheSourceHasAndGivesNumbersOfTheMonthItBegan() {
        assertThat(read(first))
                .isEqualTo(ProjectFields.FIELDS.with(
                        project(northwind, "Network renewal", START), "number", "PRJ-2602001"));
        assertThat(read(second).number()).isEqualTo("PRJ-2602002");
        assertThat(imports.count(organization, SYSTEM, DATABASE)).isEqualTo(2);
    }

    /** Whatever the source says, and whether or not it wins. */
    @Test
    void keepsTheNumberOfOneThatIsThereAlready() {
        UUID third = Samples.id();
        imports.save(
                organization,
                List.of(
                        Samples.fresh(third, 13, project(northwind, "Move", START)),
                        Samples.again(first, 11, project(northwind, "Network renewal 2", START.plusYears(1)))),
                true);

        assertThat(read(first).name()).isEqualTo("Network renewal 2");
        assertThat(read(first).number()).isEqualTo("PRJ-2602001");
        assertThat(read(third).number()).isEqualTo("PRJ-2602003");
    }

    /** One that was deleted meanwhile is not brought back, and keeps nobody else from being written. */
    @Test
    void leavesOutOneThatIsGone() {
        imports.save(
                organization,
                List.of(
                        Samples.again(Samples.id(), 14, project(northwind, "Gone", START)),
                        Samples.again(second, 12, project(northwind, "New servers", START))),
                true);

        assertThat(read(second).name()).isEqualTo("New servers");
        assertThat(imports.count(organization, SYSTEM, DATABASE)).isEqualTo(2);
    }

    /** A batch costs as many statements for a thousand projects as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        assertThat(created(1_000)).isEqualTo(created(10)).isLessThanOrEqualTo(6);
    }

    private int created(int count) {
        List<ImportedRecord<ProjectFields>> batch = new ArrayList<>();
        LongStream.range(0, count)
                .forEach(at ->
                        batch.add(Samples.fresh(1_000_000L * count + at, project(northwind, "Project " + at, START))));
        return statements.during(
                () -> transactions.executeWithoutResult(status -> imports.save(organization, batch, true)));
    }

    @Test
    void matchesNothingButWhatItWroteBefore() {
        assertThat(imports.adopted(organization, SYSTEM, DATABASE, List.of(12L, 99L)))
                .containsExactly(new ImportMatch(12, List.of(second), true));
        assertThat(imports.adopted(Samples.organization(), SYSTEM, DATABASE, List.of(12L)))
                .isEmpty();
    }

    private ProjectFields read(UUID id) {
        return imports.read(organization, List.of(id)).get(id);
    }
}
