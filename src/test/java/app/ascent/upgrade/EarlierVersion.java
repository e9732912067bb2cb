package app.ascent.upgrade;

import app.ascent.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of Ascent whose database was recorded.
 *
 * @param schema the last of its scripts, after which the folder of the recording is called
 */
record EarlierVersion(String schema) {

    static final EarlierVersion CONTACTS_AND_CLIENTS = new EarlierVersion("202611282140");

    /** Its database as it left it an hour ago, reading each Autotask database from a stub of this machine. */
    TestDatabase.Coordinates restored() {
        TestDatabase.Coordinates coordinates = TestDatabase.asOf(schema);
        try (Connection database = coordinates.connect();
                BufferedReader script = Fixture.reader(schema + "/data.sql")) {
            Dump.read(database, script);
            execute(database, Fixture.text("time.sql"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return coordinates;
    }

    /** Gives the finished migration so many contacts more. */
    void grow(TestDatabase.Coordinates coordinates, int records) {
        try (Connection database = coordinates.connect()) {
            execute(database, "set upgrade.records = '" + records + "'");
            execute(database, Fixture.text(schema + "/grow.sql"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What Autotask says of the contacts by which it grew. */
    static List<String> grown(TestDatabase.Coordinates coordinates) {
        List<String> payloads = new ArrayList<>();
        try (Connection database = coordinates.connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select payload from migration_payload where entity = 'contacts' and source_id > 40000000")) {
            while (rows.next()) {
                payloads.add(rows.getString(1));
            }
            return payloads;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void read(TestDatabase.Coordinates coordinates, long autotaskDatabase, URI stub) {
        try (Connection database = coordinates.connect();
                PreparedStatement update = database.prepareStatement(
                        "update autotask_connection set zone_api = regexp_replace(zone_api, '^http://[^/]+', ?)"
                                + " where database = ?")) {
            update.setString(1, "http://" + stub.getAuthority());
            update.setLong(2, autotaskDatabase);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What it told of the finished runs. */
    JsonNode told() {
        return JsonMapper.shared().readTree(Fixture.text(schema + "/told.json"));
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
