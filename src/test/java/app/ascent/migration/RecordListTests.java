package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** The records of the latest run, and what became of each. */
@EngineTest
class RecordListTests extends ReportTest {

    private static final RecordFilter EVERYTHING = new RecordFilter(null, null, null, null);

    private final TransactionOperations transactions;

    RecordListTests(Bench bench, TransactionOperations transactions) {
        super(bench);
        this.transactions = transactions;
    }

    @Test
    void listsWhatWantsALookFirst() {
        bench.runOnce();

        assertThat(bench.remarks())
                .containsExactly(
                        "parents 5 FAILED INVALID_VALUE null",
                        "parents 6 FAILED INTERNAL_ERROR null",
                        "children 60 SKIPPED PARENT_NOT_IMPORTED Its parent: INVALID_VALUE",
                        "children 62 SKIPPED PARENT_NOT_IMPORTED null",
                        "parents 1 WARNED SAME_NAME There are 2 others, the first with the ID 2.",
                        "parents 2 WARNED SAME_NAME There are 2 others, the first with the ID 1.",
                        "parents 3 WARNED UNKNOWN_VALUE null",
                        "parents 4 WARNED UNKNOWN_VALUE null",
                        "parents 4 WARNED SAME_NAME There are 2 others, the first with the ID 1.");
    }

    @Test
    void listsEveryRecordWithWhatBecameOfIt() {
        bench.runOnce();

        assertThat(shown(page(EVERYTHING, null, PageRequest.of(0, 100))))
                .containsExactly(
                        "children 60 SKIPPED PARENT_NOT_IMPORTED",
                        "children 61 LOADED null",
                        "children 62 SKIPPED PARENT_NOT_IMPORTED",
                        "parents 0 LOADED null",
                        "parents 1 WARNED SAME_NAME",
                        "parents 2 WARNED SAME_NAME",
                        "parents 3 WARNED UNKNOWN_VALUE",
                        "parents 4 WARNED UNKNOWN_VALUE",
                        "parents 4 WARNED SAME_NAME",
                        "parents 5 FAILED INVALID_VALUE",
                        "parents 6 FAILED INTERNAL_ERROR");
        assertThat(page(EVERYTHING, null, PageRequest.of(0, 3)).records().getTotalElements())
                .isEqualTo(11);
        assertThat(page(new RecordFilter("parents", null, null, null), null, PageRequest.of(0, 3))
                        .records()
                        .getTotalElements())
                .isEqualTo(8);
        assertThat(page(new RecordFilter(null, null, null, new SourceId(4)), null, PageRequest.of(0, 3))
                        .records()
                        .getTotalElements())
                .isEqualTo(2);
    }

    @Test
    void leavesOutRecordsNothingHasBecomeOfYet() {
        bench.start();

        assertThat(page(EVERYTHING, null, PageRequest.of(0, 9)).records()).isEmpty();
    }

    /** A page may end between two remarks about one record. */
    @Test
    void goesThroughEachListByKey() {
        bench.runOnce();

        for (RecordFilter filter : List.of(
                EVERYTHING,
                new RecordFilter("parents", null, null, null),
                new RecordFilter(null, Outcome.WARNED, null, null),
                new RecordFilter(null, null, "SAME_NAME", null),
                new RecordFilter(null, Outcome.LOADED, null, null))) {
            for (int size : List.of(1, 2, 3, 5)) {
                List<String> seen = new ArrayList<>();
                RecordKey after = null;
                do {
                    Reports.RecordPage page = page(filter, after, PageRequest.of(0, size));
                    seen.addAll(shown(page));
                    after = page.next();
                } while (after != null);
                assertThat(seen).isEqualTo(shown(page(filter, null, PageRequest.of(0, 100))));
            }
        }
    }

    private Reports.RecordPage page(RecordFilter filter, @Nullable RecordKey after, PageRequest page) {
        return bench.reports.records(bench.organization, bench.migration, filter, after, page);
    }

    private static List<String> shown(Reports.RecordPage page) {
        return page.records().stream()
                .map(record ->
                        "%s %s %s %s".formatted(record.entity(), record.sourceId(), record.outcome(), record.code()))
                .toList();
    }

    @Test
    void filtersAndPagesAndCounts() {
        bench.runOnce();

        assertThat(list("parents", Outcome.WARNED, "SAME_NAME", null)).hasSize(3);
        assertThat(list("children", null, null, null)).hasSize(2);
        assertThat(list(null, Outcome.FAILED, null, null)).hasSize(2);
        assertThat(list(null, null, null, new SourceId(4))).hasSize(2);
        assertThat(list(null, Outcome.LOADED, null, null))
                .extracting(record -> record.sourceId().value())
                .containsExactly(61L, 0L, 1L, 2L, 3L, 4L);
        assertThat(list("parents", Outcome.LOADED, null, new SourceId(0)))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.result()).isEqualTo("CREATED");
                    assertThat(record.code()).isNull();
                    assertThat(record.targetId()).isNotNull();
                    assertThat(record.written()).contains("\"name\":\"Own\"");
                    assertThat(record.payload()).contains("\"id\":0");
                });
        assertThat(list(null, Outcome.LOADED, "SAME_NAME", null)).isEmpty();
        Page<RecordView> second = bench.reports.issues(
                bench.organization, bench.migration, new RecordFilter(null, null, null, null), PageRequest.of(1, 4));
        assertThat(second.getTotalElements()).isEqualTo(9);
        assertThat(second.getContent()).hasSize(4);
        assertThat(bench.reports.counts(
                        bench.organization, bench.migration, new RecordFilter(null, Outcome.FAILED, null, null)))
                .isEqualTo(new Counts(2, 2, 5));
        assertThat(bench.reports.counts(
                        bench.organization, bench.migration, new RecordFilter("parents", null, "SAME_NAME", null)))
                .isEqualTo(new Counts(0, 0, 3));
    }

    private List<RecordView> list(
            @Nullable String entity, @Nullable Outcome outcome, @Nullable String code, @Nullable SourceId id) {
        return bench.reports
                .issues(
                        bench.organization,
                        bench.migration,
                        new RecordFilter(entity, outcome, code, id),
                        PageRequest.of(0, 100))
                .getContent();
    }

    @Test
    void showsTheRecordWithWhatItWasAndWhatItBecame() {
        bench.runOnce();

        assertThat(list(null, Outcome.FAILED, null, null)).first().satisfies(record -> {
            assertThat(record.name()).isEqualTo("reject");
            assertThat(record.field()).isEqualTo("name");
            assertThat(record.payload()).contains("\"name\":\"reject\"");
            assertThat(record.targetId()).isNull();
            assertThat(record.written()).isNull();
            assertThat(record.pulledAt()).isNotNull();
        });
    }

    @Test
    void streamsEverythingForADownload() {
        bench.runOnce();

        List<RecordView> all = transactions.execute(status -> {
            try (Stream<RecordView> records =
                    bench.reports.streamIssues(bench.organization, bench.migration, EVERYTHING)) {
                return records.toList();
            }
        });

        assertThat(all)
                .isEqualTo(bench.records(null).stream()
                        .map(record -> record.with(""))
                        .toList());
        assertThatThrownBy(() -> bench.reports.streamIssues(bench.organization, bench.migration, EVERYTHING))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void listsTheRecordsThatEachCounterCounts() {
        bench.runOnce();
        EntityProgress parents = bench.progress(PARENTS);

        Page<RecordView> all =
                bench.reports.pulled(bench.organization, bench.migration, null, "parents", null, PageRequest.of(0, 50));
        assertThat(all.getTotalElements()).isEqualTo(parents.pulled());
        assertThat(all).extracting(record -> record.sourceId().value()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        Page<RecordView> first =
                bench.reports.pulled(bench.organization, bench.migration, null, null, null, PageRequest.of(0, 2));
        assertThat(first).hasSize(2);
        assertThat(first.getTotalElements())
                .isEqualTo(parents.pulled() + bench.progress(CHILDREN).pulled());
        assertThat(loaded("CREATED").getTotalElements()).isEqualTo(parents.created());
        assertThat(loaded("CREATED")).hasSize((int) parents.created());
        assertThat(loaded("UNCHANGED")).isEmpty();

        bench.runOnce();

        assertThat(loaded("CREATED")).isEmpty();
        assertThat(loaded("UNCHANGED"))
                .hasSize((int) bench.progress(PARENTS).unchanged())
                .isNotEmpty();
    }

    private Page<RecordView> loaded(String result) {
        return bench.reports.issues(
                bench.organization,
                bench.migration,
                new RecordFilter("parents", Reports.Outcome.LOADED, null, null, result, null),
                PageRequest.of(0, 50));
    }

    @Test
    void listsTheRecordsOfAValueThatWasRemarkedOn() {
        bench.runOnce();

        assertThat(remarkedOn("2"))
                .extracting(record -> record.sourceId().value())
                .containsExactly(3L);
        assertThat(remarkedOn(null))
                .extracting(record -> record.sourceId().value())
                .containsExactly(4L);
    }

    private Page<RecordView> remarkedOn(@Nullable String value) {
        return bench.reports.issues(
                bench.organization,
                bench.migration,
                new RecordFilter(
                        "parents",
                        Reports.Outcome.WARNED,
                        "UNKNOWN_VALUE",
                        null,
                        null,
                        new Reports.RemarkedValue("kind", value)),
                PageRequest.of(0, 50));
    }

    /** What a run found before it was cancelled is its own, and takes nothing from the list of the one before. */
    @Test
    void keepsTheListOfTheLastRunThatEndedBesideThatOfACancelledOne() {
        bench.fresh().source.pageSize(4);
        for (long id = 1; id <= 9; id++) {
            bench.source.parent(id, id % 3 == 0 ? "reject" : "P" + id);
            bench.source.child(id, "C" + id, id);
        }
        bench.runOnce();
        List<String> first = bench.remarks();
        bench.source.failAt(
                bench.source.calls() + 5,
                new SourceFailure.RetryLater("quota", "Waiting.", Duration.ofSeconds(0), null));

        bench.start();
        bench.execute();
        bench.cancel();

        assertThat(bench.run().number()).isEqualTo(2);
        assertThat(bench.remarks()).isEqualTo(first).isNotEmpty();
        RecordFilter ofTheSecond = new RecordFilter(null, null, null, null, null, null, 2);
        assertThat(bench.reports
                        .counts(bench.organization, bench.migration, ofTheSecond)
                        .failed())
                .isEqualTo(bench.progress(PARENTS).failed());
        bench.runOnce();
        assertThat(bench.remarks()).isEqualTo(first);
    }
}
