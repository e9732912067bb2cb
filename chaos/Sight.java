import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Sees the moment a blow is aimed at. */
final class Sight implements AutoCloseable {

    /** A statement that is being executed, by the backend that does. */
    private static final String WRITES =
            """
            select exists (
                select from pg_stat_activity
                where usename = 'ascent' and state = 'active' and query ~* ?)""";

    private final TenantProcess tenant;
    private final long calls;
    private final Connection connection;
    private final PreparedStatement writes;

    Sight(World world, String aim) throws SQLException, IOException {
        tenant = aim.equals(Blow.CALL) ? world.tenant() : null;
        calls = tenant == null ? 0 : tenant.calls();
        connection = world.connect();
        writes = connection.prepareStatement(WRITES);
        writes.setString(1, "(insert into|update|delete from|copy) " + aim + "\\M");
    }

    /** Looks once. */
    boolean clear() throws SQLException, IOException, InterruptedException {
        Thread.sleep(1);
        if (tenant != null) {
            return tenant.calls() > calls;
        }
        try (ResultSet row = writes.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
