package app.ascent.desk;

import app.ascent.PostgresTest;
import app.ascent.record.DeclaredLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class TicketLimitsTests {

    private final JdbcClient jdbc;

    @Autowired
    TicketLimitsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void areThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(jdbc, TicketTables.TICKETS.records(), TicketTables.TICKETS.fields());
    }
}
