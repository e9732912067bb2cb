package app.ascent.database;

import app.ascent.database.contact.DatabaseWatch;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The connections of this node, in a pool for each {@link Lane}; whoever asks gets one of the lane it is in. */
final class Connections extends AbstractDataSource implements AutoCloseable {

    private final Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);
    private final DatabaseWatch watch;

    Connections(DatabaseWatch watch, Function<Lane, HikariDataSource> pool) {
        this.watch = watch;
        for (Lane lane : Lane.values()) {
            pools.put(lane, pool.apply(lane));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watch.connection(pool(Lane.current())::getConnection);
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

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
