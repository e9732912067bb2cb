package app.ascent.autotask.throttling;

import io.github.bucket4j.TimeMeter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database's clock: the nodes' own ones differ, and a bucket filled by several clocks would hold too much. */
@Component
class DatabaseTime implements TimeMeter {

    private final JdbcClient jdbc;

    DatabaseTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long currentTimeNanos() {
        return jdbc.sql("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                        .query(Long.class)
                        .single()
                * 1000;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
