package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class PostgresTestTests {

    private final JdbcClient jdbc;

    PostgresTestTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void findsTheWholeSchema() {
        var applied = jdbc.sql("select count(*) from flyway_schema_history where success")
                .query(Long.class)
                .single();

        assertThat(applied).isGreaterThanOrEqualTo(3);
    }

    @Test
    void eachContextHasADatabaseOfItsOwn(@Value("${spring.datasource.url}") String url) throws Exception {
        var other = TestDatabase.fresh();
        try (var connection = other.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table only_there ()");
        }

        assertThat(other.url()).isNotEqualTo(url);
        assertThat(jdbc.sql("select to_regclass('only_there')::text")
                        .query(String.class)
                        .optional())
                .isEmpty();
    }
}
