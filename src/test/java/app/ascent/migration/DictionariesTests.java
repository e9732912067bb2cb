package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.spi.Dictionary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run keeps of what values mean. */
@EngineTest
class DictionariesTests {

    private final Bench bench;
    private final Dictionaries dictionaries;

    DictionariesTests(Bench bench, Dictionaries dictionaries) {
        this.bench = bench;
        this.dictionaries = dictionaries;
    }

    @BeforeEach
    void fillTheSource() {
        bench.fresh();
        bench.source.put(PARENTS, 1, FakeSource.json(1, "One", "n1", "1", null, null));
        bench.runOnce();
    }

    private Dictionary.Entry kept(String value) {
        return dictionaries
                .find(bench.run().id())
                .flatMap(dictionary -> dictionary.find("parents.kind", value))
                .orElseThrow();
    }

    @Test
    void tellsWhatAPersonChoseFromWhatWasProposed() {
        bench.decide("2", "FANCY");
        bench.runOnce();

        assertThat(kept("1").target()).isEqualTo("PLAIN");
        assertThat(kept("1").byPerson()).isFalse();
        assertThat(kept("2").target()).isEqualTo("FANCY");
        assertThat(kept("2").byPerson()).isTrue();
    }

    @Test
    void takesADecisionBackInARunThatReadsNothing() {
        bench.decide("1", "FANCY");
        bench.remap();
        assertThat(kept("1").byPerson()).isTrue();
        bench.decide("1", null);

        bench.remap();

        assertThat(kept("1").target()).isEqualTo("PLAIN");
        assertThat(kept("1").byPerson()).isFalse();
    }

    /** A run that was paused goes on after an upgrade. */
    @Test
    void readsWhatAnEarlierReleaseKept() {
        bench.jdbc
                .sql("update migration_dictionary set content = :content where run_id = :run")
                .param(
                        "content",
                        """
                        {"tables":{"parents.kind":{"1":{"value":"1","label":"Plain","active":true,"system":true,
                            "target":"FANCY"}}}}""")
                .param("run", bench.run().id().value())
                .update();

        assertThat(kept("1").target()).isEqualTo("FANCY");
        assertThat(kept("1").byPerson()).isFalse();
    }
}
