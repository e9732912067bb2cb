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
    private final boolean content;
    private final long calls;
    private final Connection connection;
    private final PreparedStatement writes;

    Sight(World world, String aim) throws SQLException, IOException {
        content = aim.equals(Blow.CONTENT);
        tenant = content || aim.equals(Blow.CALL) ? world.tenant() : null;
        calls = tenant == null ? 0 : arrived();
        connection = world.connect();
        writes = connection.prepareStatement(WRITES);
        writes.setString(1, "(insert into|update|delete from|copy) " + aim + "\\M");
    }

    private long arrived() throws IOException {
        return content ? tenant.contents() : tenant.calls();
    }

    /** Looks once. */
    boolean clear() throws SQLException, IOException, InterruptedException {
        Thread.sleep(1);
        if (tenant != null) {
            return arrived() > calls;
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
