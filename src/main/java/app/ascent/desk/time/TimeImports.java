package app.ascent.desk.time;

import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How an import reads and writes time entries: whole batches in a few statements, in the caller's transaction, silently. An entry fits
 * a source record that it came from, and no other ({@link #adopted}).
 */
@Service
public class TimeImports extends RecordImports<TimeEntryFields> {

    TimeImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, TimeTables.TIME, "");
    }
}
