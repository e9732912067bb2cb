package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.migration.Reports.Decision;
import app.ascent.migration.spi.DecidableField.Target;
import app.ascent.migration.spi.Dictionary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The values that the Owner decides about, and the choices that were made. */
@EngineTest
class ReportedValuesTests extends ReportTest {

    private static final List<Target> TARGETS = FakeTargets.KINDS;

    ReportedValuesTests(Bench bench) {
        super(bench);
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
}
