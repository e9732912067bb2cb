package app.ascent.contracts;

import app.ascent.record.imports.PartImports;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How an import writes lines of contracts. */
@Service
public class ContractLineImports extends PartImports<LineFields> {

    ContractLineImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        super(jdbc, bulk, clock, ContractParts.LINES);
    }
}
