package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.decision.Dictionaries;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.SourceFailure;
import java.util.List;
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

    /** As when a run is paused, and goes on after an upgrade that brought the type. */
    @Test
    void asksWhatValuesMeanOfATypeThatIsNewToTheRun() {
        bench.another();
        bench.source.failAt(bench.source.calls() + 1, new SourceFailure.RetryLater("outage", "Gone.", null, null));
        bench.runOnce();
        assertThat(bench.run().status()).isEqualTo(RunStatus.WAITING);
        bench.source.incident((call, type) -> {});
        for (String table : List.of("pull_segment", "load_checkpoint", "pull_checkpoint", "dictionary")) {
            bench.jdbc
                    .sql("delete from migration_" + table + " where run_id = :run"
                            + (table.equals("dictionary") ? "" : " and entity = 'parents'"))
                    .param("run", bench.run().id().value())
                    .update();
        }
        dictionaries.put(bench.run().id(), Dictionary.EMPTY);

        bench.start();
        bench.execute();

        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(kept("1").target()).isEqualTo("PLAIN");
        assertThat(bench.remarks()).isEmpty();
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
