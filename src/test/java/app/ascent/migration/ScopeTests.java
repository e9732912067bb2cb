package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceFailure;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What the Owner leaves out is neither asked for nor missed. */
@EngineTest
@Import(RefusalTests.Others.class)
class ScopeTests {

    /** Parents of a kind of their own, which may stand under one of the other parents. */
    private static final EntityType GUARDIANS = new EntityType("guardians");

    private final Bench bench;
    private final RecordRetries retries;

    ScopeTests(Bench bench, RecordRetries retries) {
        this.bench = bench;
        this.retries = retries;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        for (long id = 1; id <= 9; id++) {
            bench.source.parent(id, "P" + id).child(id, "C" + id, id);
        }
    }

    private static Scope without(EntityType... kinds) {
        return new Scope(
                Scope.History.ALL,
                null,
                null,
                Set.of(kinds).stream().map(EntityType::name).collect(Collectors.toSet()));
    }

    private void take(Scope scope) {
        bench.migrations.take(bench.organization, Bench.OWNER, bench.migration, scope);
    }

    private Set<EntityType> asked() {
        Set<EntityType> asked = new ConcurrentSkipListSet<>();
        bench.source.incident((call, type) -> asked.add(type));
        return asked;
    }

    private List<String> names(EntityType type) {
        return bench.targets.all(bench.organization).stream()
                .filter(target -> target.entity().equals(type.name()))
                .map(FakeTargets.Target::name)
                .toList();
    }

    @Test
    void takesEverythingWhereNothingWasChosen() {
        RunView run = bench.runOnce();

        assertThat(run.scope()).isEqualTo(Scope.EVERYTHING);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(9);
    }

    @Test
    void neitherAsksForAKindThatIsOutNorTellsOfIt() {
        take(without(CHILDREN));
        Set<EntityType> asked = asked();

        RunView run = bench.runOnce();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(asked).contains(PARENTS).doesNotContain(CHILDREN);
        assertThat(run.entities()).extracting(EntityProgress::entity).doesNotContain("children");
        assertThat(names(CHILDREN)).isEmpty();
        assertThat(run.scope().leftOut()).containsExactly("children");
    }

    @Test
    void leavesWhatAnEarlierRunBroughtAsItIs() {
        bench.runOnce();
        bench.source.child(3, "Renamed", 3L);
        take(without(CHILDREN));

        bench.runOnce();

        assertThat(bench.run().entities()).extracting(EntityProgress::entity).doesNotContain("children");
        assertThat(names(CHILDREN)).hasSize(9).contains("C3").doesNotContain("Renamed");
    }

    @Test
    void bringsAllOfAKindThatIsTakenInAgain() {
        take(without(CHILDREN));
        bench.runOnce();
        take(Scope.EVERYTHING);

        bench.runOnce();

        assertThat(bench.progress(CHILDREN).created()).isEqualTo(9);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(9);
    }

    /** A run that stands still is not active, so that the scope may change; the run goes on as it began. */
    @Test
    void keepsToWhatItBeganWith() {
        bench.start();
        bench.pause();
        take(without(CHILDREN));

        bench.start();
        bench.execute();

        assertThat(bench.run().scope()).isEqualTo(Scope.EVERYTHING);
        assertThat(bench.progress(CHILDREN).created()).isEqualTo(9);
        assertThat(bench.runOnce().entities())
                .extracting(EntityProgress::entity)
                .doesNotContain("children");
    }

    @Test
    void doesNotChangeWhileARunIsActive() {
        bench.start();
        assertThatThrownBy(() -> take(without(CHILDREN))).isInstanceOf(MigrationRefused.NotInThisState.class);

        bench.source.failAt(2, new SourceFailure.RetryLater("outage", "Gone.", null, null));
        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        assertThatThrownBy(() -> take(without(CHILDREN))).isInstanceOf(MigrationRefused.NotInThisState.class);
        assertThat(bench.migrations
                        .find(bench.organization, bench.migration)
                        .orElseThrow()
                        .scope())
                .isEqualTo(Scope.EVERYTHING);
    }

    @Test
    void missesNoReferenceToAKindThatIsOut() {
        bench.source.put(GUARDIANS, 1, FakeSource.json(1, "G1", null, "1", 4L, null));
        take(without(PARENTS, CHILDREN));

        bench.runOnce();

        assertThat(names(GUARDIANS)).containsExactly("G1");
        assertThat(bench.records(null))
                .extracting(Reports.RecordView::code)
                .doesNotContain(Reason.REFERENCE_MISSING.code());
    }

    /** What was imported before is in Ascent, whatever is imported now. */
    @Test
    void linksToRecordsThatAnEarlierRunBrought() {
        bench.runOnce();
        bench.source.put(GUARDIANS, 1, FakeSource.json(1, "G1", null, "1", 4L, null));
        take(without(PARENTS, CHILDREN));

        bench.runOnce();

        assertThat(bench.targets.all(bench.organization))
                .filteredOn(target -> target.name().equals("G1"))
                .allSatisfy(target -> assertThat(target.above()).isEqualTo(4L));
    }

    @Test
    void remapsNoneOfAKindThatIsOut() {
        bench.runOnce();
        take(without(CHILDREN));

        RunView run = bench.remap();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.entities()).extracting(EntityProgress::entity).doesNotContain("children");
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(9);
    }

    @Test
    void cancelsARetryOfARunThatLeftAKindOut() {
        bench.source.parent(10, "reject");
        take(without(CHILDREN));
        bench.runOnce();
        retries.allOf(bench.organization, bench.migration, null, "INVALID_VALUE");

        bench.cancel();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(1);
    }
}
