package app.ascent.desk.time;

import app.ascent.PostgresTest;
import app.ascent.record.DeclaredLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class TimeLimitsTests {

    private final JdbcClient jdbc;

    @Autowired
    TimeLimitsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void areThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(jdbc, TimeTables.TIME.records(), TimeTables.TIME.fields());
    }
}
