package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.TestDatabase;
import app.ascent.database.contact.DatabaseUnusable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaUpgradeTests {

    private TestDatabase.Coordinates database;
    private Flyway flyway;

    @BeforeEach
    void aDatabaseOfThisRelease() {
        database = TestDatabase.fresh();
        flyway = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .outOfOrder(true)
                .load();
    }

    @ParameterizedTest
    @CsvSource({"203001010000, after all that this release knows", "202611221801.5, between what it knows"})
    void refusesASchemaThatIsAhead(String version, String where) throws SQLException {
        execute(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '%s', '%s', 'SQL', 'later.sql', 'ascent', 1, true)
                """
                        .formatted(version, where));

        assertThatThrownBy(() -> new SchemaUpgrade().migrate(flyway))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("This Ascent is older than its database, whose schema is of version " + version)
                .hasMessageContaining("restore the backup");
    }

    @Test
    void bringsAnOlderSchemaUpThoughItIsOutOfOrder() throws SQLException {
        execute("delete from flyway_schema_history where version = '202611221825'", "drop table vault_key_check");

        new SchemaUpgrade().migrate(flyway);

        assertThat(flyway.info().pending()).isEmpty();
    }

    @Test
    void leavesADatabaseAloneThatIsSomebodyElses() throws SQLException {
        execute("drop table flyway_schema_history");

        assertThatThrownBy(() -> new SchemaUpgrade().migrate(flyway))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("holds tables that are not Ascent's");
    }

    @Test
    void refusesAHistoryThatWasChanged() throws SQLException {
        execute("update flyway_schema_history set checksum = 1 where version = '202611221825'");

        assertThatThrownBy(() -> new SchemaUpgrade().migrate(flyway))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("is not as this Ascent made it");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
