package app.ascent.assets;

import app.ascent.record.table.InnerLinks;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What runs on, or is part of, what: a tree of any depth. */
@Service
public class AssetParents extends InnerLinks {

    AssetParents(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, AssetTables.ASSETS, "parent_id");
    }
}
