package app.ascent.contracts;

import app.ascent.record.table.InnerLinks;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which contract took the place of which. */
@Service
public class ContractRenewals extends InnerLinks {

    ContractRenewals(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, ContractTables.CONTRACTS, "renewed_by_id");
    }
}
