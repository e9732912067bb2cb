package app.ascent.crm;

import app.ascent.record.table.InnerLinks;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who belongs to whom among clients: a tree of any depth. */
@Service
public class ClientParents extends InnerLinks {

    ClientParents(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, CrmTables.CLIENTS, "parent_id");
    }
}
