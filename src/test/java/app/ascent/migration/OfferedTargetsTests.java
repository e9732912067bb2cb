package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.DecidableField.Target;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a value can become may be records of Ascent, which come and go. */
@EngineTest
class OfferedTargetsTests {

    private static final List<Target> PLAIN_ALONE = FakeTargets.KINDS.subList(0, 1);

    private final Bench bench;

    OfferedTargetsTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void chooseAFancyOne() {
        bench.fresh().source.put(PARENTS, 1, FakeSource.json(1, "One", null, "2", null, null));
        bench.runOnce();
        decide("FANCY");
        bench.runOnce();
        assertThat(kind()).isEqualTo("FANCY");
    }

    @Test
    void areOfferedByTheirNames() {
        assertThat(decision().targets()).containsExactly(new Target("PLAIN", null), new Target("FANCY", "Very fancy"));
        bench.targets.offer(List.of(new Target("PLAIN", null), new Target("ROUND", "Round")));

        decide("ROUND");
        bench.runOnce();

        assertThat(kind()).isEqualTo("ROUND");
    }

    @Test
    void decideNothingAnyMoreWhenTheyAreGoneAndAreToldOf() {
        bench.targets.offer(PLAIN_ALONE);
        assertThat(decision().gone()).isTrue();
        assertThat(decision().target()).isNull();
        assertThat(decision().waits()).isTrue();
        assertThat(decision().targets()).isEqualTo(PLAIN_ALONE);

        bench.runOnce();

        assertThat(kind()).isEqualTo("PLAIN");
        assertThat(decision().waits()).isFalse();
        assertThat(bench.reports.report(bench.organization, bench.migration).unmapped())
                .extracting(Reports.UnmappedValue::value, Reports.UnmappedValue::usedInstead)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2", "PLAIN"));
        assertThatThrownBy(() -> decide("FANCY")).isInstanceOf(MigrationRefused.UnknownValue.class);
    }

    @Test
    void decideAgainWhenTheyComeBack() {
        bench.targets.offer(PLAIN_ALONE);
        bench.runOnce();
        bench.targets.offer(FakeTargets.KINDS);

        bench.runOnce();

        assertThat(kind()).isEqualTo("FANCY");
    }

    @Test
    void areProposedOnlyWhereTheyCanBeChosen() {
        bench.targets.offer(List.of(new Target("FANCY", "Very fancy")));

        bench.runOnce();

        assertThat(bench.reports.decisions(bench.organization, bench.migration))
                .filteredOn(decision -> "1".equals(decision.value()))
                .extracting(Decision::target)
                .containsOnlyNulls();
    }

    private void decide(String target) {
        bench.migrations.decide(bench.organization, Bench.OWNER, bench.migration, "parents", "kind", "2", target);
    }

    private Decision decision() {
        return bench.reports.decisions(bench.organization, bench.migration).stream()
                .filter(decision -> "2".equals(decision.value()))
                .findFirst()
                .orElseThrow();
    }

    private String kind() {
        return String.valueOf(bench.targets.all(bench.organization).getFirst().kind());
    }
}
