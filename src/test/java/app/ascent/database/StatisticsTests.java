package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ascent.PostgresTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Import(Statistics.class)
class StatisticsTests {

    private final Statistics statistics;
    private final JdbcClient jdbc;

    StatisticsTests(Statistics statistics, JdbcClient jdbc) {
        this.statistics = statistics;
        this.jdbc = jdbc;
    }

    @Test
    void followTablesAsTheyGrow() {
        jdbc.sql("alter table crm_client_search set (autovacuum_enabled = false)")
                .update();
        Statistics.Growth growth = statistics.follow();

        write(600);
        awaitAnalyses(growth, 1);
        write(600);
        write(3_000);
        awaitAnalyses(growth, 2);

        assertThat(jdbc.sql("select reltuples::bigint from pg_class where relname = 'crm_client_search'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4_200);
        assertThat(jdbc.sql(
                                "select count(*) from pg_stats where tablename = 'crm_client_search' and attname = 'settled'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void write(int rows) {
        jdbc.sql(
                        """
                        insert into crm_client_search (organization_id, id, search_text, changed_at)
                        select '00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'text', now()
                        from generate_series(1, :rows)
                        """)
                .param("rows", rows)
                .update();
    }

    private void awaitAnalyses(Statistics.Growth growth, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            growth.look();
            return analyses() >= count;
        });
        growth.look();
        assertThat(analyses()).isEqualTo(count);
    }

    private long analyses() {
        return jdbc.sql("select analyze_count from pg_stat_user_tables where relname = 'crm_client_search'")
                .query(Long.class)
                .single();
    }
}
