package app.ascent.contracts;

import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How an import reads and writes contracts: whole batches in a few statements, in the caller's transaction, silently. A
 * contract fits a source record that it came from, and no other ({@link #adopted}): clients have many of one name.
 */
@Service
public class ContractImports extends RecordImports<ContractFields> {

    ContractImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, SearchTexts searchTexts) {
        super(jdbc, bulk, clock, searchTexts, ContractTables.CONTRACTS, "");
    }
}
