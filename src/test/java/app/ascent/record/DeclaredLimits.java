package app.ascent.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a field is declared to take is what its column takes: no more, so that nothing breaks; no less, so that all of it can
 * be entered.
 */
public final class DeclaredLimits {

    private DeclaredLimits() {}

    public static void areThoseOfTheColumns(JdbcClient jdbc, String table, Fields<?> fields) {
        assertThat(lengths(fields)).as("texts of " + table).isEqualTo(lengths(jdbc, table));
        assertThat(digits(fields)).as("decimals of " + table).isEqualTo(digits(jdbc, table));
        assertThat(bounds(fields)).as("whole numbers of " + table).isEqualTo(bounds(jdbc, table));
    }

    private static Map<String, Integer> lengths(Fields<?> fields) {
        Map<String, Integer> declared = new TreeMap<>();
        fields.all().stream().filter(Field::isLimited).forEach(field -> declared.put(field.column(), field.limit()));
        return declared;
    }

    private static Map<String, Integer> lengths(JdbcClient jdbc, String table) {
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

    private static Map<String, String> digits(Fields<?> fields) {
        Map<String, String> declared = new TreeMap<>();
        for (Field field : fields.all()) {
            composed(field, Digits.class)
                    .forEach(digits -> declared.put(
                            field.column(), digits.integer() + digits.fraction() + "," + digits.fraction()));
        }
        return declared;
    }

    private static <A extends Annotation> Stream<A> composed(Field field, Class<A> constraint) {
        return Arrays.stream(field.descriptor().getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(constraint)));
    }

    /** Of those that people enter. */
    private static Map<String, String> bounds(Fields<?> fields) {
        Map<String, String> declared = new TreeMap<>();
        fields.all().stream()
                .filter(field -> field.type() == Long.class && !field.bySource())
                .forEach(field -> declared.put(
                        field.column(),
                        composed(field, Min.class).map(Min::value).toList() + " to "
                                + composed(field, Max.class).map(Max::value).toList()));
        return declared;
    }

    private static Map<String, String> bounds(JdbcClient jdbc, String table) {
        Map<String, String> limits = new TreeMap<>();
        jdbc.sql(
                        """
                        select part[1] as column_name, format('[%s] to [%s]', part[2], part[3]) as bounds
                        from pg_constraint c
                        cross join regexp_match(pg_get_constraintdef(c.oid),
                            '\\(\\((\\w+) >= (\\d+)\\) AND \\(\\w+ <= (\\d+)\\)\\)') as part
                        where c.conrelid = cast(:table as regclass) and c.contype = 'c' and part is not null
                        """)
                .param("table", table)
                .query(row -> {
                    limits.put(row.getString("column_name"), row.getString("bounds"));
                });
        return limits;
    }

    private static Map<String, String> digits(JdbcClient jdbc, String table) {
        Map<String, String> limits = new TreeMap<>();
        jdbc.sql(
                        """
                        select column_name, numeric_precision || ',' || numeric_scale as digits
                        from information_schema.columns
                        where table_name = :table and data_type = 'numeric'
                        """)
                .param("table", table)
                .query(row -> {
                    limits.put(row.getString("column_name"), row.getString("digits"));
                });
        return limits;
    }
}
