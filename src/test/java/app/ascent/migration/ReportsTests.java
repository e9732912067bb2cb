package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.Notice;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.Reports.UnmappedValue;
import app.ascent.migration.spi.DecidableField.Target;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What can be asked about the latest run. */
@EngineTest
class ReportsTests {

    private static final List<Target> TARGETS = FakeTargets.KINDS;
    private static final RecordFilter EVERYTHING = new RecordFilter(null, null, null, null);

    private final Bench bench;
    private final RunCalls calls;
    private final TransactionOperations transactions;

    ReportsTests(Bench bench, RunCalls calls, TransactionOperations transactions) {
        this.bench = bench;
        this.calls = calls;
        this.transactions = transactions;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        bench.source
                .parent(0, "Own")
                .parent(1, "Same")
                .parent(2, "Same")
                .put(PARENTS, 3, FakeSource.json(3, "Three", "n", "2", null, null))
                .put(PARENTS, 4, FakeSource.json(4, "Same", "n", null, null, null))
                .parent(5, "reject")
                .parent(6, "boom")
                .child(60, "Ann", 5L)
                .child(61, "Bob", 1L)
                .child(62, "skip", 1L);
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
    void learnsValuesBeforeTheFirstRunAndCountsThemInIt() {
        bench.migrations.learn(
                bench.organization,
                bench.migration,
                new Dictionary(Map.of(
                        "parents.kind",
                        Map.of(
                                "1", new Dictionary.Entry("1", "Plain", true, true, null),
                                "2", new Dictionary.Entry("2", "Odd", true, false, null),
                                "3", new Dictionary.Entry("3", "Gone", false, false, null)))));
        assertThat(bench.reports.decisions(bench.organization, bench.migration))
                .containsExactly(
                        new Decision("parents", "kind", "3", "Gone", null, "PLAIN", false, null, TARGETS, false, false),
                        new Decision("parents", "kind", "2", "Odd", null, "PLAIN", false, null, TARGETS, true, false),
                        new Decision(
                                "parents", "kind", "1", "Plain", "PLAIN", "PLAIN", false, null, TARGETS, true, false));

        bench.runOnce();

        assertThat(bench.reports.decisions(bench.organization, bench.migration))
                .containsExactly(
                        new Decision("parents", "kind", null, "", null, "PLAIN", false, 1L, TARGETS, false, false),
                        new Decision("parents", "kind", "3", "Gone", null, "PLAIN", false, 0L, TARGETS, false, false),
                        new Decision("parents", "kind", "2", "Odd", null, "PLAIN", false, 1L, TARGETS, true, false),
                        new Decision(
                                "parents", "kind", "1", "Plain", "PLAIN", "PLAIN", false, 5L, TARGETS, true, false));
    }

    @Test
    void doesAsAPersonDecided() {
        bench.source.put(PARENTS, 7, FakeSource.json(7, "Seven", "n", "9", null, null));
        bench.runOnce();
        decide("2", "FANCY");
        decide("9", "FANCY");

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization))
                .filteredOn(target -> "FANCY".equals(target.kind()))
                .extracting(FakeTargets.Target::sourceId)
                .containsExactly(3L, 7L);
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(2);
        assertThat(bench.reports.decisions(bench.organization, bench.migration))
                .filteredOn(Decision::byPerson)
                .extracting(Decision::value, Decision::target)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("2", "FANCY"),
                        org.assertj.core.groups.Tuple.tuple("9", "FANCY"));
        assertThatThrownBy(() -> decide("2", "ROUND")).isInstanceOf(MigrationRefused.UnknownValue.class);
        assertThatThrownBy(() -> decide("8", "FANCY")).isInstanceOf(MigrationRefused.UnknownValue.class);
        decide("2", null);
        bench.runOnce();
        assertThat(bench.targets.all(bench.organization))
                .filteredOn(target -> "FANCY".equals(target.kind()))
                .hasSize(1);
    }

    private void decide(String value, @Nullable String target) {
        bench.migrations.decide(bench.organization, Bench.OWNER, bench.migration, "parents", "kind", value, target);
    }

    @Test
    void tellsWhichChoicesTheLatestRunDidNotGoBy() {
        bench.runOnce();
        assertThat(waiting()).isEmpty();

        decide("2", "FANCY");
        assertThat(waiting()).containsExactly("2");

        bench.runOnce();
        assertThat(waiting()).isEmpty();

        decide("2", null);
        assertThat(waiting()).containsExactly("2");

        decide("2", "FANCY");
        assertThat(waiting()).isEmpty();
    }

    private List<@Nullable String> waiting() {
        return bench.reports.decisions(bench.organization, bench.migration).stream()
                .filter(Decision::waits)
                .map(Decision::value)
                .toList();
    }

    @Test
    void offersEveryValueThatTheReportLists() {
        bench.source.put(PARENTS, 7, FakeSource.json(7, "Seven", "n", "9.0", null, null));
        bench.source.put(PARENTS, 8, FakeSource.json(8, "Eight", "n", " odd ", null, null));

        bench.runOnce();

        assertThat(bench.reports.decisions(bench.organization, bench.migration))
                .extracting(Decision::value)
                .containsAll(bench.reports.report(bench.organization, bench.migration).unmapped().stream()
                        .map(Reports.UnmappedValue::value)
                        .toList());
    }

    @Test
    void keepsChoicesByDatabaseWhenTheMigrationIsDeleted() {
        bench.runOnce();
        decide("2", "FANCY");
        assertThat(bench.migrations.stored(bench.organization, bench.migration).choices())
                .isEqualTo(1);

        bench.migrations.delete(bench.organization, bench.migration);
        bench.create();

        assertThat(bench.reports.decisions(bench.organization, bench.migration))
                .extracting(Decision::value, Decision::target, Decision::byPerson, Decision::records)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2", "FANCY", true, null));
        bench.runOnce();
        assertThat(bench.reports.report(bench.organization, bench.migration).unmapped())
                .extracting(Reports.UnmappedValue::value)
                .doesNotContain("2");
    }

    @Test
    void listsTheRecordsThatEachCounterCounts() {
        bench.runOnce();
        EntityProgress parents = bench.progress(PARENTS);

        Page<RecordView> all =
                bench.reports.pulled(bench.organization, bench.migration, "parents", null, PageRequest.of(0, 50));
        assertThat(all.getTotalElements()).isEqualTo(parents.pulled());
        assertThat(all).extracting(record -> record.sourceId().value()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        Page<RecordView> first =
                bench.reports.pulled(bench.organization, bench.migration, null, null, PageRequest.of(0, 2));
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
