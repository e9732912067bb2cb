package app.ascent.contracts;

import static app.ascent.contracts.ContractSamples.contract;
import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.PostgresTest;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportMatch;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.table.SearchTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@PostgresTest
@Import({
    ClientImports.class,
    ContractImports.class,
    ContractLineImports.class,
    ContractBalanceImports.class,
    SearchTexts.class,
    CountedStatements.class
})
class ContractImportsTests {

    private final OrganizationId organization = Samples.organization();
    private final ClientId northwind = new ClientId(Samples.id());
    private final ContractId first = new ContractId(Samples.id());
    private final ContractId second = new ContractId(Samples.id());
    private final ContractId third = new ContractId(Samples.id());
    private final ClientImports clients;
    private final ContractImports imports;
    private final CountedStatements statements;
    private final TransactionOperations transactions;

    @Autowired
    ContractImportsTests(
            ClientImports clients,
            ContractImports imports,
            CountedStatements statements,
            TransactionOperations transactions) {
        this.clients = clients;
        this.imports = imports;
        this.statements = statements;
        this.transactions = transactions;
    }

    @BeforeEach
    void threeContracts() {
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
        imports.save(
                organization,
                List.of(
                        Samples.fresh(first.value(), 11, contract(northwind, "Care 2024")),
                        Samples.fresh(second.value(), 12, contract(northwind, "Care 2025")),
                        Samples.fresh(third.value(), 13, contract(northwind, "Care 2026"))),
                true);
    }

    @Test
    void keepsWhatTheSourceHas() {
        ContractFields read = imports.read(organization, List.of(first.value())).get(first.value());

        assertThat(read).isEqualTo(contract(northwind, "Care 2024"));
        assertThat(read.value()).isEqualTo(new BigDecimal("100.00"));
        assertThat(imports.count(organization, SYSTEM, DATABASE)).isEqualTo(3);
    }

    /** A batch costs as many statements for a thousand contracts as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        assertThat(created(1_000)).isEqualTo(created(10)).isLessThanOrEqualTo(4);
    }

    private int created(int count) {
        List<ImportedRecord<ContractFields>> batch = new ArrayList<>();
        LongStream.range(0, count)
                .forEach(
                        at -> batch.add(Samples.fresh(1_000_000L * count + at, contract(northwind, "Contract " + at))));
        return statements.during(
                () -> transactions.executeWithoutResult(status -> imports.save(organization, batch, true)));
    }

    @Test
    void matchesNothingButWhatItWroteBefore() {
        assertThat(imports.adopted(organization, SYSTEM, DATABASE, List.of(12L, 99L)))
                .containsExactly(new ImportMatch(12, List.of(second.value()), true));
        assertThat(imports.adopted(organization, SYSTEM, DATABASE + 1, List.of(12L)))
                .isEmpty();
        assertThat(imports.adopted(Samples.organization(), SYSTEM, DATABASE, List.of(12L)))
                .isEmpty();
    }
}
