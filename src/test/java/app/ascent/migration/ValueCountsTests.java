package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many records have which value is counted as they are staged, and stays right whatever comes after. */
@EngineTest
class ValueCountsTests {

    private final Bench bench;

    ValueCountsTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void importSomeOfEachValue() {
        bench.fresh().source.pageSize(2);
        kind(1, "1");
        kind(2, "1");
        kind(3, "2");
        kind(4, null);
        kind(5, "never listed");
        bench.runOnce();
    }

    @Test
    void areThoseOfTheFirstRun() {
        assertThat(counted()).isEqualTo(Map.of("", 1L, "1", 2L, "2", 1L, "never listed", 1L));
    }

    @Test
    void areTheSameWhenNothingHasChanged() {
        bench.runOnce();

        assertThat(counted()).isEqualTo(Map.of("", 1L, "1", 2L, "2", 1L, "never listed", 1L));
    }

    @Test
    void followARecordThatComesWithAnotherValue() {
        kind(1, "2");
        kind(5, null);

        bench.runOnce();

        assertThat(counted()).isEqualTo(Map.of("", 2L, "1", 1L, "2", 2L, "never listed", 0L));
    }

    @Test
    void followARecordThatComesTwiceInARun() {
        bench.source.stray(PARENTS, 1, FakeSource.json(1, "P1", null, "2", null, null));

        bench.runOnce();

        assertThat(counted()).isEqualTo(Map.of("", 1L, "1", 1L, "2", 2L, "never listed", 1L));
    }

    @Test
    void leaveOutWhatTheSourceHasNoMoreUntilItComesBack() {
        bench.source.remove(PARENTS, 3);
        bench.source.remove(PARENTS, 1);
        bench.runOnce();
        assertThat(counted()).isEqualTo(Map.of("", 1L, "1", 1L, "2", 0L, "never listed", 1L));

        kind(3, "1");
        bench.runOnce();

        assertThat(counted()).isEqualTo(Map.of("", 1L, "1", 2L, "2", 0L, "never listed", 1L));
    }

    private void kind(long id, String kind) {
        bench.source.put(PARENTS, id, FakeSource.json(id, "P" + id, null, kind, null, null));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        bench.reports
                .decisions(bench.organization, bench.migration)
                .forEach(decision -> counted.put(
                        Objects.requireNonNullElse(decision.value(), ""),
                        Objects.requireNonNullElse(decision.records(), -1L)));
        return counted;
    }
}
