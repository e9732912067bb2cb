package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.Reports.RecordFilter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each run found out about its records is kept for a number of runs, and never grows without end. */
@EngineTest
class OldFindingsTests {

    private final Bench bench;
    private final OldFindings oldFindings;
    private final JdbcClient jdbc;

    OldFindingsTests(Bench bench, OldFindings oldFindings, JdbcClient jdbc) {
        this.bench = bench;
        this.oldFindings = oldFindings;
        this.jdbc = jdbc;
    }

    @Test
    void goWithTheRunsThatAreLongPastWhileTheirReportsStay() {
        bench.fresh().source.parent(3, "reject");
        IntStream.rangeClosed(1, Reports.LISTED_RUNS).forEach(run -> bench.runOnce());
        assertThat(runsWithFindings()).hasSize(Reports.LISTED_RUNS);
        Reports.Report first = bench.reports.report(bench.organization, bench.migration, 1);

        bench.runOnce();

        assertThat(runsWithFindings()).hasSize(Reports.LISTED_RUNS).doesNotContain(1);
        assertThat(bench.reports.report(bench.organization, bench.migration, 1)).isEqualTo(first);
        assertThat(first.failures()).isNotEmpty();
        assertThat(listed(1)).isZero();
        assertThat(listed(2)).isEqualTo(1);
    }

    @Test
    void ofTheLastRunThatEndedStayHoweverManyWereCancelledSince() {
        bench.fresh().source.parent(3, "reject");
        bench.runOnce();
        for (int run = 0; run <= Reports.LISTED_RUNS; run++) {
            bench.start();
            bench.cancel();
        }

        oldFindings.remove(bench.migration);

        assertThat(runsWithFindings()).containsExactly(1);
    }

    private long listed(int run) {
        return bench.reports
                .issues(
                        bench.organization,
                        bench.migration,
                        new RecordFilter(null, null, null, null, null, null, run),
                        PageRequest.of(0, 10))
                .getTotalElements();
    }

    private List<Integer> runsWithFindings() {
        return jdbc.sql(
                        """
                        select r.number from migration_run r where r.migration_id = ?
                            and exists (select from migration_finding f where f.run_id = r.id)
                        order by r.number
                        """)
                .param(bench.migration.value())
                .query(Integer.class)
                .list();
    }
}
