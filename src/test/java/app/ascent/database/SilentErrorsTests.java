package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.ascent.PostgresTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exceptions are logged with their stack, so what PostgreSQL refuses must not be quoted in them. */
@PostgresTest
class SilentErrorsTests {

    private static final String CUSTOMER = "Fjordlight IT AS";

    private final JdbcTemplate jdbc;

    SilentErrorsTests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void makeATable() {
        jdbc.execute("drop table if exists refusing");
        jdbc.execute("create table refusing (name text primary key, phone text not null)");
    }

    @Test
    void doNotQuoteARowThatLacksAValue() {
        Throwable refused =
                catchThrowable(() -> jdbc.update("insert into refusing (name, phone) values (?, null)", CUSTOMER));

        assertThat(stackOf(refused)).contains("not-null constraint").doesNotContain(CUSTOMER);
    }

    @Test
    void doNotQuoteTheRowsOfABatch() {
        Throwable refused = catchThrowable(() -> jdbc.batchUpdate(
                "insert into refusing (name, phone) values (?, ?)",
                List.of(new Object[] {CUSTOMER, "1"}, new Object[] {CUSTOMER, "2"})));

        assertThat(stackOf(refused)).contains("unique constraint").doesNotContain(CUSTOMER);
    }

    private static String stackOf(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
