package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lands nowhere and is looked up when something else is mapped. */
@EngineTest
class LookupTests {

    private final Bench bench;

    LookupTests(Bench bench) {
        this.bench = bench;
    }

    /** Parents 1 to 3, of which 1 wears two badges. */
    @BeforeEach
    void adornParents() {
        bench.fresh();
        for (long id = 1; id <= 3; id++) {
            bench.source.adorned(id, id);
        }
        bench.source.colour(1, "Red").colour(2, "Green");
        bench.source.badge(10, "brave", 1).badge(11, "kind", "\"1.0\"").badge(12, "lost", "{}");
    }

    @Test
    void findsRowsByTheirIdsAndByTheirOwners() {
        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(notes()).containsExactly("Red brave kind", "Green", "");
    }

    @Test
    void findsWhatRowsLookUpThemselves() {
        bench.source.colour(9, "Violet");
        bench.source.put(FakeLookup.BADGES.type(), 10, "{\"id\":10,\"name\":\"brave\",\"wearer\":1,\"colour\":9}");
        bench.source.put(FakeLookup.BADGES.type(), 11, "{\"id\":11,\"name\":\"kind\",\"wearer\":2,\"colour\":8}");

        bench.runOnce();

        assertThat(notes()).containsExactly("Red Violet-brave", "Green kind", "");

        bench.source.colour(9, "Indigo");
        bench.runOnce();

        assertThat(notes()).containsExactly("Red Indigo-brave", "Green kind", "");
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(1);
    }

    @Test
    void asksNothingTwiceThatRowsNameInACircle() {
        bench.source.put(FakeLookup.COLOURS.type(), 1, "{\"id\":1,\"name\":\"Red\",\"blend\":2}");
        bench.source.put(FakeLookup.COLOURS.type(), 2, "{\"id\":2,\"name\":\"Green\",\"blend\":1}");

        bench.runOnce();

        assertThat(notes()).containsExactly("Red brave kind", "Green", "");
    }

    @Test
    void tellsOfRecordsAlone() {
        RunView run = bench.runOnce();

        assertThat(run.entities()).extracting(EntityProgress::entity).containsExactly("parents", "children");
        assertThat(bench.reports.report(bench.organization, bench.migration).notices())
                .extracting(Reports.Notice::entity)
                .containsOnly(CHILDREN.name());
    }

    /** A call or a few for each page, and not one to count what nobody is told of. */
    @Test
    void costsItsPagesAndNothingElse() {
        for (long id = 20; id < 25; id++) {
            bench.source.colour(id, "Shade " + id);
        }

        bench.runOnce();

        assertThat(bench.source.rowCalls())
                .as("7 colours and 3 badges, 4 a page")
                .isEqualTo(3);
    }

    @Test
    void mapsARecordAnewWhoseRowChangedAndWritesNoOther() {
        bench.runOnce();
        bench.source.badge(11, "wise", 1);

        bench.runOnce();

        assertThat(notes()).containsExactly("Red brave wise", "Green", "");
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(1);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(2);
    }

    @Test
    void followsARowToAnotherOwnerAndLeavesNoneThatIsGone() {
        bench.runOnce();
        bench.source.badge(10, "brave", 2).badge(11, "kind", null);
        bench.source.remove(FakeLookup.COLOURS.type(), 1);

        bench.runOnce();

        assertThat(notes()).containsExactly("", "Green brave", "");
    }

    @Test
    void doesWithoutWhatCannotBeReadAndKeepsWhatWasWritten() {
        bench.runOnce();
        refuse(1);

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(notes()).containsExactly("Red brave kind", "Green", "");
        assertThat(notices()).containsExactlyInAnyOrder("Badges LOOKUP_UNREADABLE", "Colours LOOKUP_UNREADABLE");
        assertThat(bench.runOnce(Conflicts.AUTOTASK_WINS).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(notes()).containsExactly("Red brave kind", "Green", "");

        bench.source.rowIncident((call, type) -> {});
        bench.source.colour(1, "Blue");
        bench.runOnce();

        assertThat(notices()).isEmpty();
        assertThat(notes()).containsExactly("Blue brave kind", "Green", "");
    }

    /** Half of a table would answer of the other half that it is not there. */
    @Test
    void usesNothingOfATableThatCouldNotBeReadToItsEnd() {
        bench.runOnce();
        bench.source.pageSize(1);
        refuse(2);

        bench.runOnce();

        assertThat(notices()).hasSize(2);
        assertThat(notes()).containsExactly("Red brave kind", "Green", "");
    }

    /** A page without a row of which anybody knows the id, and more to follow. */
    @Test
    void doesWithoutATableWhosePagesLeadNowhere() {
        bench.runOnce();
        bench.source.colour(3, "Blue").pageSize(2);
        bench.source.forgetIds(FakeLookup.COLOURS.type(), 1L, 2L);

        RunView run = bench.runOnce();

        assertThat(run.status()).as(run.reason()).isEqualTo(RunStatus.COMPLETED);
        assertThat(notices()).containsExactly("Colours LOOKUP_UNREADABLE");
        assertThat(notes()).containsExactly("Red brave kind", "Green", "");
    }

    @Test
    void waitsForTheWholeTableBeforeItMapsARecord() {
        CountDownLatch recordsCame = new CountDownLatch(2);
        bench.source.pageSize(1);
        bench.source.incident((call, type) -> {
            if (type.equals(PARENTS)) {
                recordsCame.countDown();
            }
        });
        bench.source.rowIncident((call, type) -> {
            if (call % 2 == 0) {
                assertThat(recordsCame.await(10, TimeUnit.SECONDS)).isTrue();
            }
        });

        bench.runOnce();

        assertThat(notes()).containsExactly("Red brave kind", "Green", "");
    }

    /** One row that nobody can read, and one that is nobody's. */
    @Test
    void letsAnOddRowCostItselfAlone() {
        bench.source.put(FakeLookup.COLOURS.type(), 2, "[\"Green\"]");
        bench.source.put(FakeLookup.COLOURS.type(), 3, "{\"id\":3,\"NAME\":\"Blue\",\"more\":{}}");
        bench.source.put(FakeLookup.BADGES.type(), 11, "\"none\"");
        bench.source.badge(13, "odd", "[1]").badge(14, "far", "1e999999999");

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(notes()).containsExactly("Red brave", "", "Blue");
    }

    /** Both tables, from a page on. */
    private void refuse(int fromPage) {
        Map<EntityType, Integer> pages = new ConcurrentHashMap<>();
        bench.source.rowIncident((call, type) -> {
            if (pages.merge(type, 1, Integer::sum) >= fromPage) {
                throw new SourceFailure.Unreadable("lookup-unreadable", "You may not.", null);
            }
        });
    }

    private List<@Nullable String> notes() {
        return bench.targets.all(bench.organization).stream()
                .map(FakeTargets.Target::note)
                .toList();
    }

    private List<String> notices() {
        return bench.reports.report(bench.organization, bench.migration).notices().stream()
                .filter(notice -> !notice.entity().equals(CHILDREN.name()))
                .map(notice -> notice.entity() + " " + notice.code())
                .toList();
    }
}
