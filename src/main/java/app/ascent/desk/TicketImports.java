package app.ascent.desk;

import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How an import reads and writes tickets: whole batches in a few statements, in the caller's transaction, silently. A ticket fits a
 * source record that it came from, and no other ({@link #adopted}).
 */
@Service
public class TicketImports extends RecordImports<TicketFields> {

    TicketImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, TicketTables.TICKETS, "");
    }
}
