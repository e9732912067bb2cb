package app.ascent.database.contact;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The first thing that is asked of the database at a start, before pool and schema, so that whatever is wrong with it is
 * told once and plainly: where Ascent looked, what was missing, and which setting or command mends it.
 */
final class FirstContact {

    private static final int OLDEST = 15;

    private static final String RIGHTS =
            """
            select pg_is_in_recovery(),
                has_schema_privilege(coalesce(current_schema(), 'public'), 'create'),
                has_schema_privilege(coalesce(current_schema(), 'public'), 'usage')
            """;

    private FirstContact() {}

    /** @throws DatabaseUnusable in one sentence */
    static void with(DatabaseAddress address, int patienceSeconds) {
        if (!address.url().startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnusable("spring.datasource.url (SPRING_DATASOURCE_URL) is no address of a PostgreSQL;"
                    + " it begins with jdbc:postgresql://, then come host, port and database.");
        }
        try (Connection connection = DriverManager.getConnection(address.url(), address.impatient(patienceSeconds));
                Statement statement = connection.createStatement()) {
            DatabaseMetaData server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST) {
                throw new DatabaseUnusable("The server of %s is PostgreSQL %s; Ascent needs %d or newer."
                        .formatted(address.shown(), server.getDatabaseProductVersion(), OLDEST));
            }
            try (ResultSet rights = statement.executeQuery(RIGHTS)) {
                rights.next();
                if (rights.getBoolean(1)) {
                    throw new DatabaseUnusable(("The server of %s is a standby that only reads; name the primary in"
                                    + " spring.datasource.url (SPRING_DATASOURCE_URL).")
                            .formatted(address.shown()));
                }
                if (!rights.getBoolean(2) || !rights.getBoolean(3)) {
                    throw new DatabaseUnusable(
                            ("User %1$s may not create tables in %2$s; make the user the owner of the"
                                            + " database: alter database … owner to %1$s.")
                                    .formatted(server.getUserName(), address.shown()));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable(sentence(address, patienceSeconds, e), e);
        }
    }

    private static String sentence(DatabaseAddress address, int patienceSeconds, SQLException failure) {
        String at = address.shown();
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("XX") || state.startsWith("58")) {
            return "The database at %s is damaged (%s); restore a backup, see docs/operations.md."
                    .formatted(at, reason(failure, patienceSeconds));
        }
        return switch (state) {
            case "28P01" ->
                "The database at %s refuses the password of %s; set spring.datasource.password (SPRING_DATASOURCE_PASSWORD)."
                        .formatted(at, address.who());
            case "28000" ->
                ("The database at %s does not let %s in from here; check spring.datasource.username"
                                + " (SPRING_DATASOURCE_USERNAME), and the server's pg_hba.conf.")
                        .formatted(at, address.who());
            case "3D000" ->
                "The server of %s has no such database; create it, or correct spring.datasource.url (SPRING_DATASOURCE_URL)."
                        .formatted(at);
            case "42501" ->
                "The database at %s does not let %s connect; grant connect, or make the user the owner of the database."
                        .formatted(at, address.who());
            case "53300" ->
                "The server of %s has no connection left; raise its max_connections, or stop who uses them."
                        .formatted(at);
            case "57P03" ->
                "The database at %s is just starting or stopping; start Ascent when it is ready.".formatted(at);
            default ->
                "The database at %s cannot be reached: %s. Start it, or correct spring.datasource.url (SPRING_DATASOURCE_URL)."
                        .formatted(at, reason(failure, patienceSeconds));
        };
    }

    private static String reason(SQLException failure, int patienceSeconds) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return "its host name is not known";
                }
                case SocketTimeoutException _ -> {
                    return "it gave no answer within " + patienceSeconds + " seconds";
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return "nothing listens there";
                }
                default -> {}
            }
        }
        String said = String.valueOf(failure.getMessage()).strip();
        if (said.contains("timed out")) {
            return "it gave no answer within " + patienceSeconds + " seconds"; // the driver's limit for the whole of it
        }
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
