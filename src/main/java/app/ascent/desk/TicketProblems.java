package app.ascent.desk;

import app.ascent.record.table.InnerLinks;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which ticket is part of which problem. */
@Service
public class TicketProblems extends InnerLinks {

    TicketProblems(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, TicketTables.TICKETS, "problem_id");
    }
}
