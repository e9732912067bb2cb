package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.Notice;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.UnmappedValue;
import app.ascent.migration.spi.SourceId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

/** What can be asked about the latest run. */
@EngineTest
class ReportsTests extends ReportTest {

    private final RunCalls calls;

    ReportsTests(Bench bench, RunCalls calls) {
        super(bench);
        this.calls = calls;
    }

    @Test
    void countsReasonsAndValues() {
        bench.runOnce();

        Reports.Report report = bench.reports.report(bench.organization, bench.migration);

        assertThat(report.entities()).isEqualTo(bench.run().entities());
        assertThat(report.notices()).containsExactly(new Notice("children", "LOOK", "Look at these."));
        assertThat(report.failures())
                .containsExactly(
                        new ReasonCount("parents", "INTERNAL_ERROR", 1),
                        new ReasonCount("parents", "INVALID_VALUE", 1));
        assertThat(report.skips()).containsExactly(new ReasonCount("children", "PARENT_NOT_IMPORTED", 2));
        assertThat(report.warnings())
                .containsExactly(
                        new ReasonCount("parents", "SAME_NAME", 3), new ReasonCount("parents", "UNKNOWN_VALUE", 2));
        assertThat(report.unmapped())
                .containsExactlyInAnyOrder(
                        new UnmappedValue("parents", "kind", "2", null, 1, "PLAIN"),
                        new UnmappedValue("parents", "kind", null, null, 1, "PLAIN"));
        assertThat(bench.progress(PARENTS).warnings()).isEqualTo(4);
    }

    @Test
    void tellsOfTheLatestRunAlone() {
        bench.runOnce();
        bench.source.parent(1, "One").parent(2, "Two").parent(5, "Five").parent(6, "Six");
        bench.source.put(PARENTS, 3, FakeSource.json(3, "Three", "n", "1", null, null));
        bench.source.put(PARENTS, 4, FakeSource.json(4, "Same", "n", "1", null, null));
        bench.source.child(62, "Cid", 1L);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.remarks()).isEmpty();
        assertThat(bench.reports.report(bench.organization, bench.migration).warnings())
                .isEmpty();
        assertThat(bench.progress(CHILDREN).loaded()).isEqualTo(3);
        assertThat(bench.migrations
                        .runs(bench.organization, bench.migration, PageRequest.of(1, 1))
                        .getContent())
                .singleElement()
                .satisfies(first ->
                        assertThat(first.entities().getFirst().failed()).isEqualTo(2));
    }

    @Test
    void remembersTheHistoryOfARecord() {
        bench.runOnce();
        bench.source.parent(2, "Two");
        bench.runOnce();

        assertThat(history(2)).hasValueSatisfying(history -> {
            assertThat(history.migration()).isEqualTo(bench.migration);
            assertThat(history.lastRun()).isEqualTo(2);
            assertThat(history.result()).isEqualTo("UPDATED");
            assertThat(history.firstImport()).isBefore(history.lastImport());
            assertThat(history.findings()).isEmpty();
        });
        assertThat(history(1)).hasValueSatisfying(history -> {
            assertThat(history.result()).isEqualTo("UNCHANGED");
            assertThat(history.lastRun()).isEqualTo(2);
            assertThat(history.findings()).extracting(RecordView::code).containsExactly("SAME_NAME");
        });
        assertThat(history(5)).isEmpty();
        assertThat(bench.reports.history(
                        new OrganizationId(UUID.randomUUID()), "FAKE", Bench.DATABASE, "parents", new SourceId(1)))
                .isEmpty();
    }

    private java.util.Optional<Reports.RecordHistory> history(long id) {
        return bench.reports.history(bench.organization, "FAKE", Bench.DATABASE, "parents", new SourceId(id));
    }

    @Test
    void countsRecordsAndRemarksOfAReasonApart() {
        bench.runOnce();

        assertThat(bench.reports.report(bench.organization, bench.migration).warnings())
                .extracting(ReasonCount::code, ReasonCount::count, ReasonCount::records)
                .contains(org.assertj.core.groups.Tuple.tuple("SAME_NAME", 3L, 3L));
    }

    @Test
    void countsCalls() {
        bench.start();

        calls.count(bench.run().id(), Duration.ofMillis(300));
        calls.count(bench.run().id(), Duration.ofMillis(100));

        assertThat(bench.run().calls()).isEqualTo(2);
        assertThat(bench.run().averageAnswer()).isEqualTo(Duration.ofMillis(200));
        assertThat(bench.run().lastAnswerAt()).isNotNull();
    }
}
