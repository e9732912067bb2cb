package app.ascent.projects;

import app.ascent.record.table.InnerLinks;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which phase is part of which. */
@Service
public class PhaseParents extends InnerLinks {

    PhaseParents(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, PhaseTables.PHASES, "parent_id");
    }
}
