package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TestDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an earlier release found and was asked to try again is known as exactly as what this one finds. */
class EarlierFindingsTests {

    private final TestDatabase.Coordinates database = TestDatabase.fresh();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    private final UUID run = UUID.randomUUID();

    @Test
    void learnWhichParentTheyWaitFor() {
        jdbc.sql("alter table migration_finding drop column parent_entity, drop column parent_id")
                .update();
        found("contacts", 1, 1, "PARENT_NOT_IMPORTED", "174");
        found("contacts", 2, 1, "PARENT_NOT_IMPORTED", null);
        found("contacts", 3, 1, "DELETED_IN_ASCENT", "174");
        found("companies", 4, 2, "REFERENCE_MISSING", "174");

        upgrade("202611282211");

        assertThat(jdbc.sql(
                                """
                                select concat_ws(' ', entity, source_id, parent_entity, parent_id) from migration_finding
                                where run_id = :run order by source_id
                                """)
                        .param("run", run)
                        .query(String.class)
                        .list())
                .containsExactly("contacts 1 companies 174", "contacts 2", "contacts 3", "companies 4");
    }

    @Test
    void learnWhatHadBecomeOfARecordThatIsTriedAgain() {
        jdbc.sql("alter table migration_retry drop column state, drop constraint migration_retry_of_run")
                .update();
        triedAgain(1, "SOURCE_ERROR");
        triedAgain(2, "PARENT_NOT_IMPORTED");

        upgrade("202611282210");

        assertThat(jdbc.sql("select state from migration_retry where run_id = :run order by source_id")
                        .param("run", run)
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "SKIPPED");
    }

    private void found(String entity, long id, int severity, String code, String value) {
        jdbc.sql(
                        """
                        insert into migration_finding (organization_id, migration_id, entity, source_id, origin, ordinal,
                            run_id, severity, code, value)
                        values (:any, :any, :entity, :id, 'BATCH', 0, :run, :severity, :code, :value)
                        """)
                .param("any", UUID.randomUUID())
                .param("entity", entity)
                .param("id", id)
                .param("run", run)
                .param("severity", severity)
                .param("code", code)
                .param("value", value)
                .update();
    }

    private void triedAgain(long id, String code) {
        jdbc.sql(
                        """
                        insert into migration_retry (run_id, entity, source_id, code, asked_at)
                        values (:run, 'contacts', :id, :code, now())
                        """)
                .param("run", run)
                .param("id", id)
                .param("code", code)
                .update();
    }

    private void upgrade(String version) {
        jdbc.sql("delete from flyway_schema_history where version = :version")
                .param("version", version)
                .update();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
