package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run brings about, from an empty Ascent and over an earlier import. */
@EngineTest
class RunTests {

    private final Bench bench;

    RunTests(Bench bench) {
        this.bench = bench;
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
}
