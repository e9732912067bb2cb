package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows the last batch of a type goes in parts, of which the report shows nothing. */
@EngineTest
class SettlingTests {

    private static final String COMPARISON = "window doubles";

    private static final String LINK = "update fake_target set above";

    private final Bench bench;
    private final RecordRetries retries;
    private final Wire wire;

    SettlingTests(Bench bench, RecordRetries retries, DataSource dataSource) {
        this.bench = bench;
        this.retries = retries;
        this.wire = (Wire) dataSource;
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 60; id++) {
            bench.source.parent(id, "Name " + id % 20);
        }
    }

    @Test
    void findsTheSameDoublesInPartsOfAnySize() {
        bench.compared(1_000).runOnce();
        Bench.Outcome atOnce = bench.outcome();
        assertThat(bench.records(Outcome.WARNED)).hasSizeGreaterThanOrEqualTo(60);

        bench.another().compared(7).runOnce();

        assertThat(bench.outcome()).isEqualTo(atOnce);
    }

    /** Of parents so many, and one of children, of which there are none. */
    @Test
    void keepsEveryTransactionToAPart() {
        bench.compared(7);
        wire.statements();

        bench.runOnce();

        assertThat(comparisonsOf(wire.statements())).isEqualTo(1 + 60 / 7 + 1);
    }

    /** What was compared before the records were tried again is forgotten first, or they would be told of twice. */
    @Test
    void beginsAnewWhenRecordsAreTriedAgain() {
        bench.source.parent(61, "reject");
        bench.compared(7).runOnce();
        bench.source.parent(61, "Name 1");
        retries.one(bench.organization, bench.migration, "parents", new SourceId(61L));

        bench.execute();

        assertThat(bench.progress(PARENTS).warnings()).isEqualTo(61);
        assertThat(bench.remarks().stream().filter(remark -> remark.contains("SAME_NAME")))
                .hasSize(61)
                .contains("parents 61 WARNED SAME_NAME There are 3 others, the first with the ID 1.");
    }

    /** What was compared before the node died is not compared again. */
    @Test
    void goesOnWithTheStepThatWasNotFinished() {
        bench.compared(7).start();
        long ticket = bench.ticket();
        wire.statements();
        wire.cutBehind(6, COMPARISON);
        assertThatThrownBy(() -> bench.execute(ticket)).isInstanceOf(RuntimeException.class);
        wire.mend();

        bench.execute(ticket);

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(comparisonsOf(wire.statements())).isEqualTo(1 + 60 / 7 + 1 + 1);
    }

    /** Links are set a thousand at once; what was set before the node died is not set again. */
    @Test
    void goesOnWithThePageOfLinksThatWasNotFinished() {
        bench.fresh().batchSize(1_000).source.pageSize(1_000);
        for (long id = 1; id <= 2_500; id++) {
            bench.source.parent(id, "P" + id, id == 2_500 ? null : id + 1);
        }
        bench.compared(10_000).start();
        long ticket = bench.ticket();
        wire.statements();
        wire.cutBehind(1_400, LINK);
        assertThatThrownBy(() -> bench.execute(ticket)).isInstanceOf(RuntimeException.class);
        wire.mend();

        bench.execute(ticket);

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(wire.statements().stream().filter(sql -> sql.contains(LINK))).hasSizeBetween(2_899, 2_901);
        assertThat(bench.targets.all(bench.organization).stream().filter(each -> each.above() != null))
                .hasSize(2_499);
    }

    @Test
    void doesNotEndAsIfNothingWereWhereARecordWasLost() {
        AtomicInteger pages = new AtomicInteger();
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS) && pages.incrementAndGet() == 6) {
                bench.jdbc
                        .sql("delete from migration_staged_record where organization_id = ? and entity = 'parents'"
                                + " and source_id = 1")
                        .param(bench.organization.value())
                        .update();
            }
        });

        assertThat(bench.runOnce().status()).isEqualTo(RunStatus.FAILED);
        assertThat(bench.run().failedEntity()).isEqualTo("parents");
    }

    @Test
    void leavesWhatAnEarlierRunRemarked() {
        bench.runOnce();
        RunId first = bench.run().id();

        bench.runOnce();

        assertThat(bench.jdbc
                        .sql("select count(*) from migration_finding where run_id = ? and code = 'SAME_NAME'")
                        .param(first.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(60);
    }

    private static long comparisonsOf(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains(COMPARISON)).count();
    }

    /** Whoever cancels a retry in the middle of this does not lose what was said before it. */
    @Test
    void saysAllThatWasSaidWhenARetryIsCancelled() {
        bench.source.parent(61, "reject");
        bench.compared(7).runOnce();
        bench.source.parent(61, "Other");
        List<String> before = bench.remarks().stream()
                .filter(remark -> remark.contains("SAME_NAME"))
                .toList();
        retries.one(bench.organization, bench.migration, "parents", new SourceId(61L));
        long ticket = bench.ticket();
        wire.cutBehind(3, COMPARISON);
        assertThatThrownBy(() -> bench.execute(ticket)).isInstanceOf(RuntimeException.class);
        wire.mend();

        bench.cancel();
        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.remarks()).isEqualTo(before);
    }
}
