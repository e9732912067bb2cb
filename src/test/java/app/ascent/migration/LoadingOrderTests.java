package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which type of a run waits for which. */
@EngineTest
class LoadingOrderTests {

    private final Bench bench;
    private final LoadingOrder order;

    LoadingOrderTests(@Autowired Bench bench, @Autowired LoadingOrder order) {
        this.bench = bench;
        this.order = order;
    }

    @BeforeEach
    void beginAnew() {
        bench.fresh();
    }

    @Test
    void letsChildrenWaitUntilTheirParentsAreLoaded() {
        bench.start();
        assertThat(order.waitsFor(bench.run(), bench.progress(CHILDREN))).isEmpty();

        lie("pull", CHILDREN.name());

        assertThat(order.waitsFor(bench.run(), bench.progress(CHILDREN))).contains(PARENTS.name());

        lie("pull", PARENTS.name());
        assertThat(order.waitsFor(bench.run(), bench.progress(PARENTS))).isEmpty();

        lie("load", PARENTS.name());
        assertThat(order.waitsFor(bench.run(), bench.progress(CHILDREN))).isEmpty();
    }

    /** Says of a type that it is pulled, or loaded. */
    private void lie(String step, String entity) {
        bench.jdbc
                .sql("update migration_" + step
                        + "_checkpoint set done = true where run_id = :run and entity = :entity")
                .param("run", bench.run().id().value())
                .param("entity", entity)
                .update();
    }
}
