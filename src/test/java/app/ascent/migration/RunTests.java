package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.migration.spi.Conflicts;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run brings about, from an empty Ascent and over an earlier import. */
@EngineTest
class RunTests {

    private final Bench bench;
    private final Wire wire;

    RunTests(Bench bench, DataSource dataSource) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
    }

    @BeforeEach
    void begin() {
        bench.fresh();
    }

    @Test
    void importsEverythingInOrder() {
        bench.source
                .parent(0, "Own")
                .parent(1, "One", 2L)
                .parent(2, "Two")
                .child(7, "Ann", 1L)
                .child(9, "Bob", 0L);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.targets.all(bench.organization))
                .containsExactly(
                        new FakeTargets.Target("children", 7, "Ann", "c7", null, 1L, null),
                        new FakeTargets.Target("children", 9, "Bob", "c9", null, 0L, null),
                        new FakeTargets.Target("parents", 0, "Own", "n0", "PLAIN", null, null),
                        new FakeTargets.Target("parents", 1, "One", "n1", "PLAIN", null, 2L),
                        new FakeTargets.Target("parents", 2, "Two", "n2", "PLAIN", null, null));
        assertThat(bench.progress(PARENTS))
                .isEqualTo(new EntityProgress("parents", EntityStatus.DONE, 3L, 3, 3, 3, 0, 0, 0, 0, 0, 0, 2L));
        assertThat(bench.progress(CHILDREN))
                .isEqualTo(new EntityProgress("children", EntityStatus.DONE, 2L, 2, 2, 2, 0, 0, 0, 0, 0, 0, 9L));
    }

    @Test
    void writesNothingWhenNothingHasChanged() {
        bench.source.parent(1, "One", 2L).parent(2, "Two").child(7, "Ann", 1L);
        bench.runOnce();
        long writes = bench.targets.writes(bench.organization);
        var before = bench.targets.all(bench.organization);

        RunView again = bench.runOnce();

        assertThat(again.number()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(2);
        assertThat(bench.progress(CHILDREN).unchanged()).isEqualTo(1);
        assertThat(bench.targets.writes(bench.organization)).isEqualTo(writes);
        assertThat(bench.targets.all(bench.organization)).isEqualTo(before);
    }

    @Test
    void updatesWhatChangedAtTheSource() {
        bench.source.parent(1, "One").parent(2, "Two").child(7, "Ann", 1L).child(8, "Bob", 1L);
        bench.runOnce();
        bench.source.parent(2, "Deux").child(7, "Ann", 2L);

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name, FakeTargets.Target::parent)
                .containsExactly(tuple("Ann", 2L), tuple("Bob", 1L), tuple("One", null), tuple("Deux", null));
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(1);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(1);
        assertThat(bench.progress(CHILDREN).updated()).isEqualTo(1);
        assertThat(bench.progress(CHILDREN).unchanged()).isEqualTo(1);
    }

    @Test
    void followsADeferredLinkThatChangedOrWent() {
        bench.source.parent(1, "One", 2L).parent(2, "Two", 3L).parent(3, "Three");
        bench.runOnce();
        bench.source.parent(1, "One", 3L).parent(2, "Two", null);

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name, FakeTargets.Target::above)
                .containsExactly(tuple("One", 3L), tuple("Two", null), tuple("Three", null));
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(2);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(1);
    }

    @Test
    void keepsWhatAPersonChangedAndSaysSoInEveryRun() {
        bench.source.parent(1, "One").parent(2, "Two");
        bench.runOnce();
        bench.targets.edit(bench.organization, PARENTS, 1, "note", "mine");
        bench.source.put(PARENTS, 1, FakeSource.json(1, "Uno", "theirs", "1", null, null));

        for (int run = 2; run <= 4; run++) {
            bench.runOnce();

            assertThat(bench.targets.all(bench.organization).getFirst())
                    .isEqualTo(new FakeTargets.Target("parents", 1, "Uno", "mine", "PLAIN", null, null));
            assertThat(bench.records(Reports.Outcome.WARNED)).singleElement().satisfies(remark -> {
                assertThat(remark.code()).isEqualTo("LOCAL_EDIT_KEPT");
                assertThat(remark.field()).isEqualTo("source.note");
                assertThat(remark.value()).isEqualTo("theirs");
                assertThat(remark.usedInstead()).isEqualTo("mine");
            });
            assertThat(bench.progress(PARENTS).updated()).isEqualTo(run == 2 ? 1 : 0);
            assertThat(bench.progress(PARENTS).warnings()).isEqualTo(1);
        }
    }

    @Test
    void takesAFieldBackUnderItsCareWhenAPersonUndidTheEdit() {
        bench.source.parent(1, "One");
        bench.runOnce();
        bench.targets.edit(bench.organization, PARENTS, 1, "note", "mine");
        bench.source.put(PARENTS, 1, FakeSource.json(1, "One", "theirs", "1", null, null));
        bench.runOnce();
        bench.targets.edit(bench.organization, PARENTS, 1, "note", "n1");

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization).getFirst().note()).isEqualTo("theirs");
        assertThat(bench.remarks()).isEmpty();
    }

    @Test
    void overwritesEditsWhenTheOwnerSaysSo() {
        bench.source.parent(1, "One").parent(2, "Two");
        bench.runOnce();
        bench.targets.edit(bench.organization, PARENTS, 1, "note", "mine");

        bench.runOnce(Conflicts.AUTOTASK_WINS);

        assertThat(bench.targets.all(bench.organization).getFirst().note()).isEqualTo("n1");
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(1);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(1);
        assertThat(bench.remarks()).isEmpty();
        bench.runOnce();
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(2);
    }

    @Test
    void fillsOnlyTheGapsOfARecordItLinks() {
        bench.targets.make(bench.organization, PARENTS, "One", "ours");
        bench.targets.make(bench.organization, PARENTS, "Two", null);
        bench.source.parent(1, "One").parent(2, "Two").parent(3, "Three");

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name, FakeTargets.Target::note)
                .containsExactly(tuple("One", "ours"), tuple("Two", "n2"), tuple("Three", "n3"));
        assertThat(bench.progress(PARENTS).linked()).isEqualTo(2);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(1);
        assertThat(bench.remarks()).isEmpty();
    }

    @Test
    void comparesALinkedRecordWithTheDayItWasLinked() {
        bench.targets.make(bench.organization, PARENTS, "One", "ours");
        bench.source.parent(1, "One");
        bench.runOnce();

        bench.runOnce();
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(1);
        assertThat(bench.remarks()).isEmpty();

        bench.source.put(PARENTS, 1, FakeSource.json(1, "One", "new", "2", null, null));
        bench.runOnce();
        assertThat(bench.targets.all(bench.organization).getFirst().note()).isEqualTo("ours");
        assertThat(bench.records(Reports.Outcome.WARNED))
                .extracting(Reports.RecordView::code)
                .containsExactly("UNKNOWN_VALUE", "LOCAL_EDIT_KEPT");
    }

    @Test
    void createsANewRecordWhenSeveralFit() {
        bench.targets.make(bench.organization, PARENTS, "One", "a");
        bench.targets.make(bench.organization, PARENTS, "One", "b");
        bench.source.parent(1, "One");

        bench.runOnce();

        assertThat(bench.progress(PARENTS).created()).isEqualTo(1);
        assertThat(bench.remarks())
                .containsExactly("parents 1 WARNED AMBIGUOUS_MATCH 2 records in Ascent fit this one.");
    }

    @Test
    void bringsNothingBackThatAPersonDeleted() {
        bench.source.parent(1, "One").parent(2, "Two").child(7, "Ann", 2L);
        bench.runOnce();
        bench.targets.delete(bench.organization, CHILDREN, 7);
        bench.targets.delete(bench.organization, PARENTS, 2);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name)
                .containsExactly("One");
        assertThat(bench.remarks())
                .containsExactly(
                        "children 7 SKIPPED PARENT_NOT_IMPORTED Its parent: DELETED_IN_ASCENT",
                        "parents 2 SKIPPED DELETED_IN_ASCENT null");
    }

    @Test
    void letsABadRecordCostItselfOnly() {
        bench.source
                .parent(1, "One")
                .parent(2, "skip")
                .parent(3, "reject")
                .parent(4, "boom")
                .put(PARENTS, 5, "{\"id\":5,\"name\":[}")
                .parent(6, "A name that is longer than the table allows")
                .parent(7, "Seven")
                .child(70, "Ann", 6L)
                .child(71, "Bob", 7L)
                .child(72, "Cid", 99L);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name)
                .containsExactly("Bob", "One", "Seven");
        assertThat(bench.remarks())
                .containsExactly(
                        "parents 3 FAILED INVALID_VALUE null",
                        "parents 4 FAILED INTERNAL_ERROR null",
                        "parents 5 FAILED SOURCE_ERROR null",
                        "parents 6 FAILED INVALID_VALUE A value lies outside of what Ascent allows.",
                        "children 70 SKIPPED PARENT_NOT_IMPORTED Its parent: INVALID_VALUE",
                        "children 72 SKIPPED PARENT_NOT_IMPORTED null",
                        "parents 2 SKIPPED PARENT_NOT_IMPORTED null");
        assertThat(bench.progress(PARENTS))
                .isEqualTo(new EntityProgress("parents", EntityStatus.DONE, 7L, 7, 2, 2, 0, 0, 0, 1, 4, 0, 7L));
    }

    /** Somebody deletes what it points to while it is written. */
    @Test
    void mapsARecordOnceMoreThatCameAloneAndPointsToNothingAnyMore() {
        bench.source.parent(1, "One");
        wire.refuseOnce("insert into fake_target", "23503");

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name)
                .containsExactly("One");
    }

    @Test
    void survivesTextsThatADatabaseRefuses() {
        bench.source
                .parent(1, "One")
                .put(PARENTS, 2, FakeSource.json(2, "T\\u0000wo\\ud83d", "half \\ud83d", "9\\u0000", null, null))
                .put(PARENTS, 3, FakeSource.json(3, "Th\0ree", "n", "1", null, null))
                .parent(4, "Four");

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(4);
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(2);
        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name)
                .containsExactly("One", "Four");
        assertThat(bench.records(Reports.Outcome.FAILED)).first().satisfies(record -> {
            assertThat(record.name()).isEqualTo("Two");
            assertThat(record.payload()).contains("T\\u0000wo");
        });
    }

    @Test
    void countsARecordThatComesTwiceOnceAndKeepsTheLastVersion() {
        bench.source.pageSize(2);
        for (long id = 1; id <= 6; id++) {
            bench.source.parent(id, "P" + id);
        }
        bench.source.stray(PARENTS, 2, FakeSource.json(2, "skip", "late", "1", null, null));
        bench.source.stray(PARENTS, 5, FakeSource.json(5, "Last", "late", "1", null, null));
        bench.source.stray(PARENTS, 6, FakeSource.json(6, "P6", "n6", "1", null, null));

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization))
                .extracting(FakeTargets.Target::name)
                .contains("P1", "P3", "P4", "Last", "P6");
        EntityProgress parents = bench.progress(PARENTS);
        assertThat(parents.pulled()).isEqualTo(6);
        assertThat(parents.loaded()).isEqualTo(5);
        assertThat(parents.skipped()).isEqualTo(1);
        assertThat(bench.remarks()).containsExactly("parents 2 SKIPPED PARENT_NOT_IMPORTED null");
    }

    @Test
    void takesRecordsThatComeOutOfOrder() {
        bench.source.pageSize(2);
        for (long id = 10; id <= 15; id++) {
            bench.source.parent(id, "P" + id);
        }
        bench.source.stray(PARENTS, 3, FakeSource.json(3, "Early", "n", "1", null, null));

        bench.runOnce();

        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(7);
        assertThat(bench.progress(PARENTS).created()).isEqualTo(7);
    }

    @Test
    void adoptsItsRecordsAgainAfterTheMigrationWasDeleted() {
        bench.source.parent(1, "One").child(7, "Ann", 1L);
        bench.runOnce();
        bench.targets.edit(bench.organization, PARENTS, 1, "note", null);
        bench.migrations.delete(bench.organization, bench.migration);
        assertThat(bench.migrations.find(bench.organization, bench.migration)).isEmpty();
        bench.create();

        bench.runOnce();

        assertThat(bench.progress(PARENTS).linked()).isEqualTo(1);
        assertThat(bench.progress(CHILDREN).linked()).isEqualTo(1);
        assertThat(bench.targets.all(bench.organization)).hasSize(2);
        assertThat(bench.targets.all(bench.organization).getLast().note()).isEqualTo("n1");
    }

    @Test
    void leavesNothingOfADeletedMigrationButWhatItImported() {
        bench.source.parent(1, "One").parent(2, "One").child(7, "Ann", 99L);
        bench.runOnce();

        bench.migrations.delete(bench.organization, bench.migration);

        for (String table :
                List.of("finding", "staged_record", "payload", "id_map", "value_decision", "run", "migration")) {
            assertThat(bench.jdbc
                            .sql("select count(*) from migration_" + table + " where organization_id = :organization")
                            .param("organization", bench.organization.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(bench.targets.all(bench.organization)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void findsTheSameWhateverTheSizeOfABatch(int batchSize) {
        for (long id = 1; id <= 20; id++) {
            bench.source.parent(id, id % 6 == 0 ? "Same" : "P" + id, id % 4 == 0 ? 99L : id - 1);
            bench.source.child(100 + id, "C" + id, id, id % 5 == 0 ? "same@example.com" : null);
        }
        bench.batchSize(3).runOnce();
        var expected = bench.outcome();

        bench.another().batchSize(batchSize).runOnce();

        assertThat(bench.outcome()).isEqualTo(expected);
        assertThat(bench.remarks())
                .contains(
                        "parents 6 WARNED SAME_NAME There are 2 others, the first with the ID 12.",
                        "children 110 WARNED SAME_EMAIL There are 3 others, the first with the ID 105.")
                .doesNotContain("children 105 WARNED SAME_EMAIL There are 3 others, the first with the ID 110.")
                .contains("parents 4 WARNED REFERENCE_MISSING It stands alone.");
    }
}
