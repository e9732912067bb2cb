package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceFailure;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that maps and loads what was read before, and asks the source nothing. */
@EngineTest
class RemapTests {

    private final Bench bench;
    private final Wire wire;

    RemapTests(Bench bench, DataSource dataSource) {
        this.bench = bench;
        this.wire = (Wire) dataSource;
    }

    /** Eight parents of kind 1, of which 7 and 8 look something up; one of a kind that nobody decided, one that fails. */
    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 6; id++) {
            bench.source.parent(id, "P" + id, id % 6 + 1);
            bench.source.child(id, "C" + id, id == 6 ? 99L : id);
        }
        bench.source
                .adorned(7, 1)
                .adorned(8, 2)
                .colour(1, "Red")
                .colour(2, "Green")
                .badge(5, "brave", 8);
        bench.source.put(PARENTS, 9, FakeSource.json(9, "Nine", "n9", "2", null, null));
        bench.source.parent(10, "reject");
    }

    @AfterEach
    void mend() {
        wire.mend();
    }

    @Test
    void appliesDecisionsWithoutASingleCall() {
        bench.runOnce();
        List<String> before = kinds();
        bench.decide("2", "FANCY");
        bench.source.unplug();

        RunView run = bench.remap();

        assertThat(run.kind()).isEqualTo(RunKind.REMAP);
        assertThat(run.number()).isEqualTo(2);
        assertThat(run.status()).as(run.reason()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(before).contains("9 PLAIN");
        assertThat(kinds()).contains("9 FANCY").hasSameSizeAs(before);
        assertThat(bench.progress(PARENTS)).satisfies(parents -> {
            assertThat(parents.expected()).isEqualTo(10);
            assertThat(parents.pulled()).isEqualTo(10);
            assertThat(parents.updated()).isEqualTo(1);
            assertThat(parents.unchanged()).isEqualTo(8);
            assertThat(parents.failed()).isEqualTo(1);
        });
        assertThat(bench.progress(CHILDREN)).satisfies(children -> {
            assertThat(children.pulled()).isEqualTo(6);
            assertThat(children.unchanged()).isEqualTo(5);
            assertThat(children.skipped()).isEqualTo(1);
        });
        assertThat(notes()).containsExactly("Red", "Green brave");
    }

    /** What the source says of a type as a whole holds until somebody reads it again. */
    @Test
    void endsAsTheReadingDidWhereNothingWasDecided() {
        bench.runOnce();
        List<String> remarks = bench.remarks();
        bench.source.unplug();

        bench.remap();
        bench.remap();

        assertThat(bench.remarks()).isEqualTo(remarks);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(9);
        assertThat(notices()).isEmpty();
    }

    @Test
    void saysAgainThatSomeRecordsWereHidden() {
        bench.runOnce();
        bench.jdbc
                .sql("insert into migration_notice (run_id, entity, ordinal, code, message)"
                        + " values (?, 'children', 9, 'RESTRICTED_ACCESS', 'Some are hidden.')")
                .param(bench.run().id().value())
                .update();
        bench.source.unplug();

        bench.remap();
        bench.remap();

        assertThat(notices()).containsExactly("children RESTRICTED_ACCESS Some are hidden.");
    }

    @Test
    void takesADecisionBack() {
        bench.runOnce();
        bench.decide("2", "FANCY");
        bench.remap();
        bench.decide("2", null);
        bench.source.unplug();

        bench.remap();

        assertThat(kinds()).contains("9 PLAIN");
        assertThat(bench.remarks()).anyMatch(remark -> remark.startsWith("parents 9 WARNED UNKNOWN_VALUE"));
    }

    @Test
    void saysWhatItHasNoCopyOfAndInventsNothing() {
        bench.runOnce();
        bench.source.remove(PARENTS, 6);
        bench.runOnce();
        bench.jdbc
                .sql(
                        "delete from migration_staged_record where organization_id = :organization and entity = 'children'")
                .param("organization", bench.organization.value())
                .update();
        List<FakeTargets.Target> before = bench.targets.all(bench.organization);
        bench.source.unplug();

        bench.remap();

        assertThat(bench.progress(PARENTS).expected()).isEqualTo(9);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(9);
        assertThat(bench.progress(CHILDREN).pulled()).isZero();
        assertThat(notices())
                .containsExactly(
                        "parents NOT_STAGED 1 record was no longer there when they were last read."
                                + " What became of them in Ascent stays as it is.",
                        "children NOT_STAGED Of 5 records that earlier imports brought, Ascent has no copy to work on."
                                + " What became of them in Ascent stays as it is.");
        assertThat(bench.targets.all(bench.organization)).isEqualTo(before);
    }

    @Test
    void doesWithoutWhatWasNotToBeReadAndKeepsWhatWasWritten() {
        bench.runOnce();
        bench.source.rowIncident((call, type) -> {
            throw new SourceFailure.Unreadable("lookup-unreadable", "You may not.", null);
        });
        bench.runOnce();
        bench.source.unplug();

        bench.remap();
        bench.remap();

        assertThat(notes()).containsExactly("Red", "Green brave");
        assertThat(notices())
                .containsExactlyInAnyOrder(
                        "Badges LOOKUP_UNREADABLE Badges were not to be read.",
                        "Colours LOOKUP_UNREADABLE Colours were not to be read.");
    }

    /** As after an earlier release, which looked nothing up there. */
    @Test
    void doesWithoutWhatWasNeverRead() {
        bench.runOnce();
        bench.jdbc
                .sql("delete from migration_pull_checkpoint where run_id = :run and entity in ('Badges', 'Colours')")
                .param("run", bench.run().id().value())
                .update();
        bench.source.unplug();

        bench.remap();

        assertThat(notes()).containsExactly("Red", "Green brave");
        assertThat(notices()).hasSize(2).allMatch(notice -> notice.contains("were not read by an earlier import"));
    }

    @Test
    void comesToTheSameEndWhereverThePlugIsPulled() {
        bench.runOnce();
        bench.decide("2", "FANCY");
        bench.remap();
        Bench.Outcome undisturbed = bench.outcome();

        boolean reached = true;
        for (int event = 4; reached; event += 17) {
            bench.another();
            bench.runOnce();
            bench.decide("2", "FANCY");
            bench.startRemap();
            long ticket = bench.ticket();
            wire.cutAt(event);
            reached = wire.cuts(() -> bench.execute(ticket));
            wire.mend();
            bench.execute(ticket);

            assertThat(bench.run().number()).isEqualTo(2);
            assertThat(bench.outcome()).as("pulled at event " + event).isEqualTo(undisturbed);
        }
    }

    /** What it had taken up is not lost for the next one. */
    @Test
    void leavesEverythingToTheNextOneWhenItIsCancelled() {
        bench.runOnce();
        bench.startRemap();
        long ticket = bench.ticket();
        wire.cutAt(60);
        assertThat(wire.cuts(() -> bench.execute(ticket))).isTrue();
        wire.mend();
        bench.cancel();
        bench.decide("2", "FANCY");

        bench.remap();

        assertThat(bench.run().number()).isEqualTo(3);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(10);
        assertThat(bench.progress(CHILDREN).pulled()).isEqualTo(6);
        assertThat(kinds()).contains("9 FANCY");
    }

    /** Its values would mean nothing, and what stands would give way to what is used then. */
    @Test
    void isRefusedWhereRecordsWereReadAndNotWhatTheirValuesMean() {
        bench.runOnce();
        List<String> before = kinds();
        forgetPicklists("parents");
        forgetPicklists("children");

        assertThatThrownBy(bench::startRemap)
                .isInstanceOf(MigrationRefused.NotInThisState.class)
                .hasMessage(
                        "Parents and children were not read completely yet, so that decisions cannot be applied to them."
                                + " Run a full import, which reads them, or leave them out.");
        assertThat(bench.run().number()).isEqualTo(1);

        bench.runOnce();
        bench.remap();

        assertThat(kinds()).isEqualTo(before);
    }

    /** As after an earlier release, which did not know the type. */
    @Test
    void goesOnWithTheOthersWhereATypeWasNeverRead() {
        bench.runOnce();
        bench.jdbc
                .sql("delete from migration_staged_record where entity = 'children'"
                        + " and organization_id = :organization")
                .param("organization", bench.organization.value())
                .update();
        bench.jdbc
                .sql("delete from migration_pull_checkpoint where run_id = :run and entity = 'children'")
                .param("run", bench.run().id().value())
                .update();
        forgetPicklists("children");
        bench.decide("2", "FANCY");
        bench.source.unplug();

        bench.remap();

        assertThat(kinds()).contains("9 FANCY");
        assertThat(notices()).anyMatch(notice -> notice.startsWith("children NEVER_READ"));
    }

    @Test
    void asksNothingOfTypesThatTheScopeLeavesOut() {
        bench.runOnce();
        forgetPicklists("children");
        bench.migrations.take(
                bench.organization,
                Bench.OWNER,
                bench.migration,
                new Scope(Scope.History.ALL, null, null, Set.of("children")));

        bench.remap();

        assertThat(bench.run().number()).isEqualTo(2);
        assertThat(bench.progress(PARENTS).pulled()).isEqualTo(10);
    }

    private void forgetPicklists(String entity) {
        bench.jdbc
                .sql("delete from migration_picklist where migration_id = :migration and entity = :entity")
                .param("migration", bench.migration.value())
                .param("entity", entity)
                .update();
    }

    @Test
    void isRefusedWhereThereIsNothingOrAnotherRunIsToGoOn() {
        assertThatThrownBy(bench::startRemap)
                .isInstanceOf(MigrationRefused.NotInThisState.class)
                .hasMessageContaining("Nothing has been read yet");

        bench.start();
        bench.pause();

        assertThatThrownBy(bench::startRemap)
                .isInstanceOf(MigrationRefused.NotInThisState.class)
                .hasMessageContaining("another kind");
        bench.start();
        bench.execute();
        assertThat(bench.run().kind()).isEqualTo(RunKind.FULL);
    }

    private List<String> kinds() {
        return bench.targets.all(bench.organization).stream()
                .filter(target -> target.kind() != null)
                .map(target -> target.sourceId() + " " + target.kind())
                .toList();
    }

    private List<@Nullable String> notes() {
        return bench.targets.all(bench.organization).stream()
                .filter(target -> target.entity().equals(PARENTS.name()))
                .filter(target -> target.sourceId() == 7 || target.sourceId() == 8)
                .map(FakeTargets.Target::note)
                .toList();
    }

    private List<String> notices() {
        return bench.reports.report(bench.organization, bench.migration).notices().stream()
                .filter(notice -> !notice.code().equals("LOOK"))
                .map(notice -> notice.entity() + " " + notice.code() + " " + notice.message())
                .toList();
    }

    /** Nor by a run that went through none. */
    @Test
    void saysOnceMoreThatATypeWasNeverRead() {
        bench.migrations.take(
                bench.organization,
                Bench.OWNER,
                bench.migration,
                new Scope(Scope.History.ALL, null, null, Set.of("children")));
        bench.runOnce();
        bench.migrations.take(bench.organization, Bench.OWNER, bench.migration, Scope.EVERYTHING);
        bench.remap();

        bench.remap();

        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .extracting(Reports.Notice::code)
                .contains("NEVER_READ");
    }
}
