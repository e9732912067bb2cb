package app.ascent.contracts;

import app.ascent.record.table.InnerLinks;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which contract is charged for what another one excludes. */
@Service
public class ContractExclusions extends InnerLinks {

    ContractExclusions(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, ContractTables.CONTRACTS, "exclusion_contract_id");
    }
}
