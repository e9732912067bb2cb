package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a run needs: a constant number a batch, and a logarithmic one for a record that is refused. */
@EngineTest
class StatementTests {

    private final Bench bench;
    private final Wire wire;

    StatementTests(Bench bench, DataSource dataSource) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
    }

    @BeforeEach
    void begin() {
        bench.fresh();
    }

    @Test
    void loadsABatchOfAnySizeWithTheSameStatements() {
        assertThat(String.join("\n", firstRun(400))).isEqualTo(String.join("\n", firstRun(4)));
    }

    @Test
    void loadsAnUnchangedBatchOfAnySizeWithTheSameStatements() {
        firstRun(400);
        List<String> many = secondRun();
        firstRun(4);

        assertThat(many).isEqualTo(secondRun()).hasSizeGreaterThan(10);
    }

    /** Of records that were never seen there is nothing to look up, neither when they are staged nor when they are loaded. */
    @Test
    void looksUpNoRecordOfAFirstRun() {
        assertThat(lookUps(firstRun(400))).isEmpty();
        assertThat(lookUps(secondRun())).hasSize(2);
    }

    @Test
    void findsWhatRowsLookUpWithTheSameStatementsHoweverManyThereAre() {
        assertThat(String.join("\n", adorned(400))).isEqualTo(String.join("\n", adorned(4)));
    }

    private List<String> adorned(int records) {
        bench.fresh().batchSize(1_000).compared(1_000).source.pageSize(1_000);
        for (long id = 1; id <= records; id++) {
            bench.source.adorned(id, 1).colour(1_000 + id, "Shade " + id);
            bench.source.put(FakeLookup.BADGES.type(), id, "{\"wearer\":%d,\"colour\":%d}".formatted(id, 1_000 + id));
        }
        wire.statements();
        bench.runOnce();
        assertThat(bench.progress(PARENTS).created()).isEqualTo(records);
        return ofTheEngine();
    }

    @Test
    void findsARefusedRecordInLogarithmicTime() {
        int usual = firstRun(512).size();
        bench.source.parent(300, "A name that is longer than the table allows");
        wire.statements();

        bench.another().batchSize(1_000).runOnce();

        assertThat(bench.progress(PARENTS).failed()).isEqualTo(1);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(511);
        // nine halvings, each with one half that fails and one that is loaded
        assertThat(ofTheEngine().size() - usual).isLessThan(9 * 2 * 16);
    }

    private List<String> firstRun(int records) {
        bench.fresh().batchSize(1_000).compared(1_000).source.pageSize(1_000);
        for (long id = 1; id <= records; id++) {
            bench.source.parent(id, "P" + id, 1L);
        }
        wire.statements();
        bench.runOnce();
        assertThat(bench.progress(PARENTS).created()).isEqualTo(records);
        return ofTheEngine();
    }

    private List<String> secondRun() {
        wire.statements();
        bench.runOnce();
        assertThat(bench.progress(PARENTS).created()).isZero();
        return ofTheEngine();
    }

    private static List<String> lookUps(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.contains("source_id = any(")
                        && (sql.contains("from migration_id_map") || sql.contains("for update of s")))
                .toList();
    }

    /** In alphabetical order, since threads take turns; without the fake's own, and without those that time brings about. */
    private List<String> ofTheEngine() {
        return wire.statements().stream()
                .filter(sql -> !sql.contains("update fake_target set above"))
                .filter(sql -> !sql.equals("select fence, status from migration_run where id = ?"))
                .filter(sql -> !sql.equals("select clock_timestamp()"))
                .sorted()
                .toList();
    }
}
