package app.ascent.contracts;

import app.ascent.PostgresTest;
import app.ascent.record.DeclaredLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class ContractLimitsTests {

    private final JdbcClient jdbc;

    @Autowired
    ContractLimitsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void areThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(
                jdbc, ContractTables.CONTRACTS.records(), ContractTables.CONTRACTS.fields());
        DeclaredLimits.areThoseOfTheColumns(jdbc, ContractParts.LINES.rows(), ContractParts.LINES.fields());
        DeclaredLimits.areThoseOfTheColumns(jdbc, ContractParts.BALANCES.rows(), ContractParts.BALANCES.fields());
    }
}
