package app.ascent.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an earlier version staged lies apart by entity type, and what it knew of former values is kept. */
class DividedTablesTests {

    private static final String DIVIDED = "202611290242";

    private static final String STAGED =
            """
            select md5(string_agg(concat_ws(' ', s.*, p.*), ',' order by migration_id, entity, source_id))
            from migration_staged_record s full join migration_payload p using (organization_id, migration_id, entity, source_id)
            """;

    @Test
    void holdTheSameRowsEachTypeInAPlaceOfItsOwn() throws SQLException {
        TestDatabase.Coordinates database = EarlierVersion.CONTACTS_AND_CLIENTS.restored();
        List<String> then = texts(database, STAGED);

        TestDatabase.migrate(database, DIVIDED);

        assertThat(texts(database, STAGED)).isEqualTo(then);
        for (String table : List.of("migration_staged_record", "migration_payload")) {
            assertThat(texts(
                            database,
                            "select distinct entity || ' ' || tableoid::regclass from %s order by 1".formatted(table)))
                    .containsExactly("companies " + table + "_companies", "contacts " + table + "_contacts");
        }
    }

    @Test
    void knowWhatStoodBeforeTheLastChange() throws SQLException {
        TestDatabase.Coordinates database = EarlierVersion.CONTACTS_AND_CLIENTS.restored();
        String key = "select concat_ws(' ', migration_id, entity, source_id, ";
        List<String> then =
                texts(database, key + "before, written) from migration_id_map where before is not null order by 1");
        assertThat(then).isNotEmpty();

        TestDatabase.migrate(database, DIVIDED);

        assertThat(texts(database, key + "fields_before, fields_after) from migration_change order by 1"))
                .isEqualTo(then.stream()
                        .map(row -> row.replaceAll("\"(accountManager|client)\":", "\"$1Id\":"))
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
