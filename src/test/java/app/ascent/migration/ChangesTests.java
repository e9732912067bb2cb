package app.ascent.migration;

import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Conflicts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs changed in records that people edit is remembered run by run, so that each can be taken back. */
@EngineTest
class ChangesTests {

    private final Bench bench;

    ChangesTests(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void begin() {
        bench.fresh();
    }

    @Test
    void knowsWhatStoodBeforeEachOfSeveralRuns() {
        note(null);
        bench.runOnce();
        assertThat(bench.changes()).isEmpty();

        note("second");
        bench.runOnce();
        note("third");
        bench.runOnce();
        bench.runOnce();

        assertThat(bench.changes())
                .containsExactly(
                        "2 parents 1 UPDATED {\"note\":null} {\"note\":\"second\"}",
                        "3 parents 1 UPDATED {\"note\":\"second\"} {\"note\":\"third\"}");
    }

    @Test
    void knowsWhatWasFilledInARecordThatAPersonMade() {
        bench.targets.make(bench.organization, PARENTS, "One", null);
        bench.targets.make(bench.organization, PARENTS, "Two", "mine");
        bench.source.put(PARENTS, 1, FakeSource.json(1, "One", "theirs", "1", null, null));
        bench.source.put(PARENTS, 2, FakeSource.json(2, "Two", "theirs", "1", null, null));

        bench.runOnce();

        assertThat(bench.changes())
                .containsExactly(
                        "1 parents 1 LINKED {\"note\":null,\"kind\":null} {\"note\":\"theirs\",\"kind\":\"PLAIN\"}",
                        "1 parents 2 LINKED {\"kind\":null} {\"kind\":\"PLAIN\"}");
        assertThat(createdByARun(1)).isFalse();
    }

    @Test
    void knowsWhichPersonsValueGaveWay() {
        note("theirs");
        bench.runOnce();
        assertThat(createdByARun(1)).isTrue();
        bench.targets.edit(bench.organization, PARENTS, 1, "note", "mine");

        bench.runOnce(Conflicts.KEEP_ASCENT);
        assertThat(bench.changes()).isEmpty();
        bench.runOnce(Conflicts.AUTOTASK_WINS);

        assertThat(bench.changes()).containsExactly("3 parents 1 UPDATED {\"note\":\"mine\"} {\"note\":\"theirs\"}");
    }

    @Test
    void knowsWhatARecordReferredTo() {
        bench.source.parent(1, "One", 2L);
        bench.source.parent(2, "Two");
        bench.source.parent(3, "Three");
        bench.runOnce();
        assertThat(bench.changes()).isEmpty();
        UUID two = inAscent(2);
        UUID three = inAscent(3);

        bench.source.parent(1, "One", 3L);
        bench.runOnce();

        assertThat(bench.changes())
                .containsExactly("2 parents 1 UPDATED {\"parent\":\"%s\"} {\"parent\":\"%s\"}".formatted(two, three));
    }

    @Test
    void goWithTheirMigration() {
        bench.source.parent(1, "One");
        bench.runOnce();
        note("second");
        bench.runOnce();

        bench.migrations.delete(bench.organization, bench.migration);

        assertThat(bench.jdbc
                        .sql("select count(*) from migration_change where organization_id = ?")
                        .param(bench.organization.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void note(@Nullable String note) {
        bench.source.put(PARENTS, 1, FakeSource.json(1, "One", note, "1", null, null));
    }

    private UUID inAscent(long id) {
        return known(id, "target_id", UUID.class);
    }

    private boolean createdByARun(long id) {
        return known(id, "created_run_id is not null", Boolean.class);
    }

    private <T> T known(long id, String what, Class<T> type) {
        return bench.jdbc
                .sql("select " + what + " from migration_id_map where organization_id = :organization"
                        + " and entity = 'parents' and source_id = :id")
                .param("organization", bench.organization.value())
                .param("id", id)
                .query(type)
                .single();
    }
}
