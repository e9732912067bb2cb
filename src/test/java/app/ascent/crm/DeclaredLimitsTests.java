package app.ascent.crm;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.PostgresTest;
import app.ascent.record.field.Field;
import app.ascent.record.table.RecordTable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a field is declared to take is what its column takes: no more, so that nothing breaks; no less, so that all of it can be entered. */
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
        Map<String, Integer> declared = new TreeMap<>();
        table.fields().all().stream()
                .filter(Field::isLimited)
                .forEach(field -> declared.put(field.column(), field.limit()));

        assertThat(declared).isNotEmpty().isEqualTo(checked(table.records()));
    }

    private Map<String, Integer> checked(String table) {
        Map<String, Integer> limits = new TreeMap<>();
        jdbc.sql(
                        """
                        select part[1] as column_name, part[2]::int as longest
                        from pg_constraint c
                        cross join regexp_match(pg_get_constraintdef(c.oid), 'length\\((\\w+)\\) <= (\\d+)') as part
                        where c.conrelid = cast(:table as regclass) and c.contype = 'c' and part is not null
                        """)
                .param("table", table)
                .query(row -> {
                    limits.put(row.getString("column_name"), row.getInt("longest"));
                });
        return limits;
    }
}
