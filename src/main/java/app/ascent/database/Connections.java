package app.ascent.database;

import app.ascent.database.contact.DatabaseWatch;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The connections of this node, in a pool for each {@link Lane}; whoever asks gets one of the lane it is in. */
final class Connections extends AbstractDataSource implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private static final Duration CLOSING = Duration.ofMillis(500);

    private final Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);
    private final DatabaseWatch watch;
    private final WorkTurns turns;

    Connections(DatabaseWatch watch, Courtesy courtesy, Function<Lane, HikariDataSource> pool) {
        this.watch = watch;
        for (Lane lane : Lane.values()) {
            pools.put(lane, pool.apply(lane));
        }
        turns = new WorkTurns(pool(Lane.WORK), pool(Lane.PEOPLE), courtesy);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Lane lane = Lane.current();
        return watch.connection(lane == Lane.WORK ? turns::next : pool(lane)::getConnection);
    }

    /** Another user's connections are in no pool. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return watch.connection(() -> pool(Lane.current()).getConnection(username, password));
    }

    HikariDataSource pool(Lane lane) {
        HikariDataSource pool = pools.get(lane);
        if (pool == null) {
            throw new IllegalStateException("No connections for " + lane);
        }
        return pool;
    }

    Collection<HikariDataSource> pools() {
        return pools.values();
    }

    /**
     * All at once, and not for long: without a database a pool waits for seconds for a connection that it was about to open,
     * and Ascent has five in which to leave.
     */
    @Override
    public void close() {
        List<Thread> closing = pools.values().stream()
                .map(pool ->
                        Thread.ofVirtual().name("close " + pool.getPoolName()).start(pool::close))
                .toList();
        try {
            for (Thread each : closing) {
                if (!each.join(CLOSING)) {
                    log.info("{} takes too long and is not waited for", each.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
