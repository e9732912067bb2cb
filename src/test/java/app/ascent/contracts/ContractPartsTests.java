package app.ascent.contracts;

import static app.ascent.contracts.ContractSamples.READ;
import static app.ascent.contracts.ContractSamples.again;
import static app.ascent.contracts.ContractSamples.balance;
import static app.ascent.contracts.ContractSamples.contract;
import static app.ascent.contracts.ContractSamples.fresh;
import static app.ascent.contracts.ContractSamples.line;
import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.CountedStatements;
import app.ascent.PostgresTest;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.RecordRefused;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.table.Part;
import app.ascent.record.table.SearchTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What an import writes of lines and balances, and what people see of them. */
@PostgresTest
@Import({
    ClientImports.class,
    ContractTables.class,
    ContractImports.class,
    ContractLineImports.class,
    ContractBalanceImports.class,
    ContractParts.class,
    SearchTexts.class,
    CountedStatements.class
})
class ContractPartsTests {

    private static final Pageable ALL = Pageable.ofSize(100);

    private final OrganizationId organization = Samples.organization();
    private final ContractId care = new ContractId(Samples.id());
    private final ContractId other = new ContractId(Samples.id());
    private final ClientImports clients;
    private final ContractImports contracts;
    private final ContractLineImports lines;
    private final ContractBalanceImports balances;
    private final ContractParts parts;
    private final CountedStatements statements;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Autowired
    ContractPartsTests(
            ClientImports clients,
            ContractImports contracts,
            ContractLineImports lines,
            ContractBalanceImports balances,
            ContractParts parts,
            CountedStatements statements,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.clients = clients;
        this.contracts = contracts;
        this.lines = lines;
        this.balances = balances;
        this.parts = parts;
        this.statements = statements;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void twoContracts() {
        ClientId northwind = new ClientId(Samples.id());
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
        contracts.save(
                organization,
                List.of(
                        Samples.fresh(care.value(), 11, contract(northwind, "Care")),
                        Samples.fresh(other.value(), 12, contract(northwind, "Other"))),
                true);
    }

    @Test
    void readsWhatWasWritten() {
        LineFields workstations = line(care, "Managed workstation", "196");
        LineFields nothing =
                new LineFields(care, LineKind.MILESTONE, null, null, null, null, null, null, null, null, false);

        lines.save(
                organization,
                List.of(fresh("ContractServices:12", workstations), fresh("ContractMilestones:12", nothing)));

        List<Part<LineFields>> read = parts.lines(organization, care, ALL).getContent();
        assertThat(read).extracting(Part::fields).containsExactly(workstations, nothing);
        assertThat(read.getFirst().source()).isEqualTo(new PartSource(SYSTEM, DATABASE, "ContractServices:12"));
        assertThat(read.getFirst().fields().monthlyAmount()).isEqualTo(new BigDecimal("7448.00"));
        assertThat(parts.lines(organization, other, ALL)).isEmpty();
        assertThat(lines.count(organization, SYSTEM, DATABASE, "ContractServices"))
                .isEqualTo(1);
    }

    @Test
    void writesOneSourceRecordOnce() {
        lines.save(organization, List.of(fresh("ContractServices:12", line(care, "One", "1"))));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(
                        () -> lines.save(organization, List.of(fresh("ContractServices:12", line(care, "Two", "1")))));
        assertThat(lines.adopted(organization, SYSTEM, DATABASE, List.of("ContractServices:12", "ContractServices:13")))
                .containsOnlyKeys("ContractServices:12");
    }

    @Test
    void becomesWhatTheSourceHas() {
        ImportedPart<LineFields> written = fresh("ContractServices:12", line(care, "Workstation", "196"));
        lines.save(organization, List.of(written));

        lines.save(
                organization, List.of(again(written.id(), "ContractServices:12", line(other, "Workstation", "197.5"))));

        assertThat(parts.lines(organization, care, ALL)).isEmpty();
        assertThat(parts.lines(organization, other, ALL)
                        .getContent()
                        .getFirst()
                        .fields()
                        .units())
                .isEqualTo(new BigDecimal("197.5"));
    }

    @Test
    void leavesARowAloneThatIsAsTheSourceHasIt() {
        ImportedPart<LineFields> written = fresh("ContractServices:12", line(care, "Workstation", "196"));
        lines.save(organization, List.of(written));
        String before = row(written.id());

        lines.save(organization, List.of(again(written.id(), "ContractServices:12", written.fields())));

        assertThat(row(written.id())).isEqualTo(before);
    }

    private String row(UUID line) {
        return jdbc.sql("select xmin::text from contract_line where organization_id = ? and id = ?")
                .params(organization.value(), line)
                .query(String.class)
                .single();
    }

    /** A batch costs as many statements for a thousand lines as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        assertThat(cost(1_000)).isEqualTo(cost(10)).isLessThanOrEqualTo(4);
    }

    private int cost(int count) {
        List<ImportedPart<LineFields>> batch = IntStream.range(0, count)
                .mapToObj(at -> fresh("ContractServices:" + count + at, line(care, "Line " + at, "1")))
                .toList();
        return statements.during(() -> transactions.executeWithoutResult(status -> lines.save(organization, batch)));
    }

    @Test
    void sumsWhatIsLeftOfValidBalancesByKind() {
        balances.save(
                organization,
                List.of(
                        fresh("ContractBlocks:1", balance(care, BalanceKind.BLOCK, "60", "60")),
                        fresh("ContractBlocks:2", balance(care, BalanceKind.BLOCK, "60", "38.5")),
                        fresh("ContractBlocks:3", balance(care, BalanceKind.BLOCK, "40", "50")),
                        fresh("ContractBlocks:4", balance(care, BalanceKind.BLOCK, "1000", "0", false)),
                        fresh("ContractTicketPurchases:1", balance(care, BalanceKind.TICKETS, "10", "4")),
                        fresh("ContractRetainers:1", balance(other, BalanceKind.RETAINER, "0", "12.25"))));

        assertThat(parts.remaining(organization, List.of(care, other)))
                .containsEntry(
                        care,
                        List.of(
                                new Remaining(BalanceKind.BLOCK, new BigDecimal("11.50")),
                                new Remaining(BalanceKind.TICKETS, new BigDecimal("6.00"))))
                .containsEntry(other, List.of(new Remaining(BalanceKind.RETAINER, new BigDecimal("-12.25"))));
        assertThat(parts.remaining(organization, List.of())).isEmpty();
        assertThat(parts.asOf(organization)).contains(READ);
        assertThat(parts.asOf(Samples.organization())).isEmpty();
    }

    @Test
    void isAsOfWhenItWasRead() {
        ImportedPart<BalanceFields> written = fresh("ContractBlocks:1", balance(care, BalanceKind.BLOCK, "60", "1"));
        balances.save(organization, List.of(written));

        balances.readAt(organization, Map.of(written.id(), READ.plus(Duration.ofHours(1))));

        assertThat(balances.read(organization, List.of(written.id()))
                        .get(written.id())
                        .asOf())
                .isEqualTo(READ.plus(Duration.ofHours(1)));
    }

    @Test
    void goesWithItsContract() {
        ImportedPart<LineFields> written = fresh("ContractServices:12", line(care, "Workstation", "196"));
        lines.save(organization, List.of(written));
        balances.save(organization, List.of(fresh("ContractBlocks:1", balance(care, BalanceKind.BLOCK, "60", "1"))));

        jdbc.sql("delete from contract where organization_id = ? and id = ?")
                .params(organization.value(), care.value())
                .update();

        assertThat(lines.read(organization, List.of(written.id()))).isEmpty();
        assertThat(balances.count(organization, SYSTEM, DATABASE, "ContractBlocks"))
                .isZero();
    }

    @Test
    void showsNothingToAnotherOrganization() {
        lines.save(organization, List.of(fresh("ContractServices:12", line(care, "Workstation", "196"))));

        assertThatExceptionOfType(RecordRefused.Unknown.class)
                .isThrownBy(() -> parts.lines(Samples.organization(), care, ALL));
        assertThat(lines.count(Samples.organization(), SYSTEM, DATABASE, "ContractServices"))
                .isZero();
    }
}
