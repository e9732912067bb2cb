package app.ascent.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** References are called {@code …Id} in what earlier imports remember, too; nothing else in it changes. */
class RenamedFieldsTests {

    private static final String RENAMED = "202611282201";

    /** Among fields that had a value when a record was linked, with commas between them. */
    private static final Pattern FOUND = Pattern.compile("(?<=[ ,])accountManager,");

    private static final String REMEMBERED =
            """
            select concat_ws(' | ', entity, source_database, source_id, written, before, found) from migration_id_map
            order by entity, source_database, source_id
            """;

    @Test
    void inWhatWasWrittenStoodBeforeAndWasFound() throws SQLException {
        TestDatabase.Coordinates database = EarlierVersion.CONTACTS_AND_CLIENTS.restored();
        List<String> then = texts(database, REMEMBERED);
        assertThat(then).hasSizeGreaterThan(100).anyMatch(line -> FOUND.matcher(line)
                .find());

        TestDatabase.migrate(database, RENAMED);

        assertThat(texts(database, REMEMBERED))
                .isEqualTo(then.stream()
                        .map(line -> FOUND.matcher(line).replaceAll("accountManagerId,"))
                        .map(line -> line.replaceAll("\"(accountManager|client)\":", "\"$1Id\":"))
                        .toList());
    }

    private static List<String> texts(TestDatabase.Coordinates coordinates, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection database = coordinates.connect();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
