package app.ascent.crm;

import app.ascent.PostgresTest;
import app.ascent.record.DeclaredLimits;
import app.ascent.record.table.RecordTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class DeclaredLimitsTests {

    private final JdbcClient jdbc;

    @Autowired
    DeclaredLimitsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Stream<RecordTable<?>> tables() {
        return Stream.of(CrmTables.CLIENTS, CrmTables.CONTACTS);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void areThoseOfTheColumns(RecordTable<?> table) {
        DeclaredLimits.areThoseOfTheColumns(jdbc, table.records(), table.fields());
    }
}
