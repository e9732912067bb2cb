package app.ascent.autotask.throttling;

import app.ascent.database.Lane;
import io.github.bucket4j.TimeMeter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock: the nodes' own ones differ, and a bucket filled by several clocks would hold too much. The library
 * asks for the time while it holds a connection, so it is read on one of another lane: as many calls at once as a lane has
 * connections would otherwise each hold one and wait for a second.
 */
@Component
class DatabaseTime implements TimeMeter {

    private final JdbcClient jdbc;

    DatabaseTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long currentTimeNanos() {
        try (Lane.Stay _ = Lane.HEARTBEAT.enter()) {
            return jdbc.sql("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                            .query(Long.class)
                            .single()
                    * 1000;
        }
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
